import TestSupport
import Testing

@testable import CommentText

/// Small random expressions on small random texts, against a slow second reading.
@Suite struct RandomExpressionTests {
  /// An expression as a tree, written and found without any of the engine.
  indirect enum Tree: Sendable {
    case character(Character)
    case any
    case assertion(String, @Sendable ([Character], Int) -> Bool)
    case sequence(Tree, Tree)
    case choice(Tree, Tree)
    case repetition(Tree, least: Int, most: Int?, written: String)

    var written: String {
      switch self {
      case .character(let character): String(character)
      case .any: "."
      case .assertion(let sign, _): sign
      case .sequence(let one, let other): one.written + other.written
      case .choice(let one, let other): "(\(one.written)|\(other.written))"
      case .repetition(let tree, _, _, let sign): "(?:\(tree.written))\(sign)"
      }
    }

    /// Every place at which the tree can end that begins at `start`.
    func ends(in text: [Character], from start: Int) -> Set<Int> {
      switch self {
      case .character(let character): start < text.count && text[start] == character ? [start + 1] : []
      case .any: start < text.count && text[start] != "\n" ? [start + 1] : []
      case .assertion(_, let holds): holds(text, start) ? [start] : []
      case .sequence(let one, let other):
        one.ends(in: text, from: start).reduce(into: []) { $0.formUnion(other.ends(in: text, from: $1)) }
      case .choice(let one, let other): one.ends(in: text, from: start).union(other.ends(in: text, from: start))
      case .repetition(let tree, let least, let most, _):
        Self.ends(of: tree, least: least, most: most, in: text, from: start)
      }
    }

    private static func ends(of tree: Tree, least: Int, most: Int?, in text: [Character], from start: Int) -> Set<Int> {
      var now: Set<Int> = [start]
      var found: Set<Int> = least == 0 ? now : []
      for turn in 1...max(1, most ?? least + text.count + 1) where most != 0 {
        now = now.reduce(into: []) { $0.formUnion(tree.ends(in: text, from: $1)) }
        if turn >= least { found.formUnion(now) }
      }
      return found
    }

    func firstPlace(in text: [Character]) -> Range<Int>? {
      for start in 0...text.count {
        if let end = ends(in: text, from: start).max() { return start..<end }
      }
      return nil
    }
  }

  private static func isWord(_ text: [Character], _ place: Int) -> Bool {
    text.indices.contains(place) && text[place] != "\n" && text[place] != "é"
  }

  private static let assertions: [Tree] = [
    .assertion("^") { $1 == 0 }, .assertion("$") { $1 == $0.count },
    .assertion("(?m:^)") { $1 == 0 || $0[$1 - 1] == "\n" },
    .assertion("(?m:$)") { $1 == $0.count || $0[$1] == "\n" },
    .assertion("\\b") { isWord($0, $1 - 1) != isWord($0, $1) },
    .assertion("\\B") { isWord($0, $1 - 1) == isWord($0, $1) },
  ]

  private static let repetitions: [(String, Int, Int?)] = [
    ("*", 0, nil), ("+", 1, nil), ("?", 0, 1), ("{2}", 2, 2), ("{1,3}", 1, 3), ("{2,}", 2, nil), ("{0,2}", 0, 2),
    ("*?", 0, nil),
  ]

  static func tree(_ generator: inout SeededGenerator, depth: Int) -> Tree {
    let dice = Int.random(in: 0..<10, using: &generator)
    if depth == 0 || dice < 2 {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: return .any
      case 1: return assertions.randomElement(using: &generator) ?? .any
      default: return .character("abé".randomElement(using: &generator) ?? "a")
      }
    }
    let one = tree(&generator, depth: depth - 1)
    if dice < 4, let (sign, least, most) = repetitions.randomElement(using: &generator) {
      return .repetition(one, least: least, most: most, written: sign)
    }
    let other = tree(&generator, depth: depth - 1)
    return dice < 7 ? .sequence(one, other) : .choice(one, other)
  }

  @Test(arguments: seeds) func `table, walk and slow reading find the same place`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let tree = Self.tree(&generator, depth: 4)
      let table = try RegularExpression(tree.written)
      let walk = try RegularExpression(tree.written, statesInTable: 0)
      #expect(table.hasTables && !walk.hasTables)
      for _ in 0..<8 {
        let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          "aabbé\n".randomElement(using: &generator) ?? "a"
        }
        let expected = tree.firstPlace(in: text)
        let scalars = text.flatMap { $0.unicodeScalars.map(\.value) }
        #expect(table.firstMatch(in: scalars) == expected, "seed \(seed): \(tree.written) in \(String(text))")
        #expect(walk.firstMatch(in: scalars) == expected, "seed \(seed): \(tree.written) in \(String(text))")
      }
    }
  }

  @Test(arguments: seeds) func `whatever is written is read or refused, and never traps`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "(", ")", "[", "]", "|", "*", "+", "?", "{", "}", "{2,3}", "\\", "^", "$", ".", "-", "a", "é", "😀", "(?", "i)",
      "(?:",
      "\\p", "{L}", "[:alpha:]", "\\b", "\\x", "\\u00", "41", ",", "9", "#", "<", ">", "P", "=", "!", "\\Q", "\\E",
      "\n",
    ]
    for _ in 0..<400 {
      let written = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }
      do {
        _ = try RegularExpression(written.joined()).firstMatch(in: WrittenText("a😀é\n-41"))
      } catch {
        let count = written.joined().unicodeScalars.count
        #expect(error.place.upperBound <= count, "seed \(seed): \(written.joined())")
      }
    }
  }
}
