import CommentText

/// What must stand in a text in which an expression is found: one of some short rows of ASCII characters, letters small
/// and every digit as `0`.
///
/// It says nothing about what else must be there: an expression is looked for where its trigger stands, and nowhere else.
/// (The required factors of Navarro and Raffinot, "Flexible Pattern Matching in Strings", 2002.)
struct Trigger {
  /// Where in a text a row may begin.
  enum Start: Int, CaseIterable {
    /// At a letter or digit with none before it.
    case word
    /// At a character that is no letter or digit.
    case sign
    case anywhere
  }

  let start: Start
  let rows: Set<[UInt8]>
  /// Whether what the expression describes begins with the row: then it is looked for at the row's place alone.
  private(set) var isBeginning: Bool

  /// No row is longer. Beyond the first four characters a row only goes on where there is one way to.
  static let longest = 8
  static let mostOfHead = 4
  private static let mostRows = 256

  /// Nil where nothing in particular must stand in the text.
  init?(_ pattern: Pattern) {
    guard let best = Self.triggers(of: pattern).min(by: { $0.cost < $1.cost }) else { return nil }
    self = best
  }

  private init?(_ rows: Set<[UInt8]>, afterEdge: Bool, isBeginning: Bool) {
    let firsts = rows.compactMap(\.first)
    guard firsts.count == rows.count, !rows.isEmpty, rows.count <= Self.mostRows else { return nil }
    let areSigns = firsts.allSatisfy { !$0.isLetterOrDigit }
    let areWords = afterEdge && firsts.allSatisfy(\.isLetterOrDigit)
    // A letter alone stands in nearly every text.
    guard areSigns || rows.allSatisfy({ $0.count > 1 }) else { return nil }
    start = areSigns ? .sign : areWords ? .word : .anywhere
    self.rows = rows
    self.isBeginning = isBeginning
  }

  /// How often it may be expected to stand at a place of a comment, and so how much is looked for in vain: a whole text, or
  /// what begins there. To look at every place, or at every space, costs most.
  private var cost: Double {
    let chance = rows.reduce(0) { sum, row in sum + (row.isOfLink ? 0.02 : row.reduce(1) { $0 * $1.share }) }
    let looksOften = start == .anywhere || rows.contains { $0.first == 0x20 }
    return chance * (isBeginning ? 1 : 10) + (looksOften ? 0.05 : 0)
  }
}

extension Trigger {
  /// Every trigger that was found in a pattern.
  private static func triggers(of pattern: Pattern) -> [Trigger] {
    switch pattern {
    case .empty, .assertion: []
    case .character: triggers(ofSequence: [pattern])
    case .sequence(let parts): triggers(ofSequence: parts)
    case .choice(let parts): [united(parts.map(triggers))].compactMap { $0 }
    case .repetition(_, let least, _): least > 0 ? triggers(ofSequence: [pattern]) : []
    }
  }

  /// The trigger of a choice is one of each way.
  private static func united(_ ways: [[Trigger]]) -> Trigger? {
    let best = ways.compactMap { $0.min { $0.cost < $1.cost } }
    guard best.count == ways.count, let first = best.first else { return nil }
    let start = best.allSatisfy { $0.start == first.start } ? first.start : .anywhere
    let all = best.reduce(into: Set<[UInt8]>()) { $0.formUnion($1.rows) }
    guard let rows = fewEnough(all), start != .anywhere || rows.allSatisfy({ $0.count > 1 }) else { return nil }
    return Trigger(start: start, rows: rows, isBeginning: best.allSatisfy(\.isBeginning))
  }

  private init(start: Start, rows: Set<[UInt8]>, isBeginning: Bool) {
    self.start = start
    self.rows = rows
    self.isBeginning = isBeginning
  }

  /// Rows that begin with each part of a sequence, as far as they can be followed, and those of the parts themselves.
  private static func triggers(ofSequence parts: [Pattern]) -> [Trigger] {
    let parts = parts.flatMap(\.unrolled)
    return parts.indices.flatMap { start -> [Trigger] in
      let isEdge = start > 0 && parts[start - 1].isWordEdge
      let isBeginning = parts[..<start].allSatisfy(\.isAssertion)
      let followed = Trigger(rows(beginning: parts[start...]), afterEdge: isEdge, isBeginning: isBeginning)
      let own = parts[start].isOneCharacter ? [] : triggers(of: parts[start])
      return [followed].compactMap { $0 } + own.map { $0.asPart(isBeginning: isBeginning) }
    }
  }

  private func asPart(isBeginning: Bool) -> Trigger {
    var trigger = self
    trigger.isBeginning = self.isBeginning && isBeginning
    return trigger
  }

  private static func rows(beginning parts: ArraySlice<Pattern>) -> Set<[UInt8]> {
    var rows: Set<[UInt8]> = [[]]
    for part in parts {
      if case .assertion = part { continue }
      guard let texts = part.texts, rows.contains(where: { $0.count < longest }) else { break }
      var all: Set<[UInt8]> = []
      for row in rows { for text in texts { all.insert(Array((row + text).prefix(longest))) } }
      let haveHeads = rows.allSatisfy { $0.count >= mostOfHead }
      guard let longer = haveHeads ? (all.count <= rows.count ? all : nil) : fewEnough(all) else { break }
      rows = longer
    }
    return rows
  }

  /// The rows, or their heads where there are too many of them; nil where there are too many heads.
  private static func fewEnough(_ rows: Set<[UInt8]>) -> Set<[UInt8]>? {
    if rows.count <= mostRows { return rows }
    let heads = Set(rows.map { Array($0.prefix(mostOfHead)) })
    return heads.count <= mostRows ? heads : nil
  }
}

extension Pattern {
  fileprivate var isWordEdge: Bool { if case .assertion(.wordEdge) = self { true } else { false } }
  fileprivate var isAssertion: Bool { if case .assertion = self { true } else { false } }
  fileprivate var isOneCharacter: Bool { if case .character = self { true } else { false } }

  /// The parts of a sequence that stand side by side: a part that is repeated stands as often as it must, and what may
  /// follow is a gap. The last time is side by side with what comes next.
  fileprivate var unrolled: [Pattern] {
    switch self {
    case .sequence(let parts): parts.flatMap(\.unrolled)
    case .repetition(let part, let least, let most):
      switch (least, most) {
      case (0, _): [self]
      case (_, least):
        Array(repeating: part, count: min(least, Trigger.longest)) + (least > Trigger.longest ? [.gap] : [])
      default: Array(repeating: part, count: min(least, Trigger.longest)) + [.gap, part]
      }
    default: [self]
    }
  }

  private static let gap = Pattern.choice([])

  /// All texts that it describes, small letters, if there are few and all are of ASCII. A character beyond ASCII that
  /// folds to a letter of it (`ſ`, `K`) is left to the engine, which then looks for every expression.
  fileprivate var texts: [[UInt8]]? {
    switch self {
    case .empty, .assertion: return [[]]
    case .character(let set): return set.smallASCII?.map { [$0] }
    case .sequence(let parts):
      return parts.reduce([[]]) { texts, part in
        guard let texts, let more = part.texts, texts.count * more.count <= 256 else { return nil }
        return texts.flatMap { text in more.map { text + $0 } }
      }
    case .choice(let parts):
      let texts = parts.compactMap(\.texts)
      let all = texts.flatMap { $0 }
      return texts.count == parts.count && !all.isEmpty && all.count <= 256 ? all : nil
    case .repetition(let part, let least, let most):
      guard least == most, least <= Trigger.mostOfHead else { return nil }
      return Pattern.sequence(Array(repeating: part, count: least)).texts
    }
  }
}

extension CharacterRanges {
  /// The ASCII characters of the set, letters small and digits alike; nil where it holds others too, or too many.
  fileprivate var smallASCII: Set<UInt8>? {
    var small: Set<UInt8> = []
    for range in ranges {
      guard range.count <= 64 else { return nil }
      for scalar in range {
        switch scalar {
        case 0x41...0x5A: small.insert(UInt8(scalar) + 0x20)
        case 0x30...0x39: small.insert(0x30)
        case 0..<0x80: small.insert(UInt8(scalar))
        case 0x17F, 0x212A: continue
        default: return nil
        }
      }
    }
    return small
  }
}

extension [UInt8] {
  /// Links stand in many comments.
  fileprivate var isOfLink: Bool {
    starts(with: "http".utf8) || starts(with: "www.".utf8) || starts(with: "://".utf8) || starts(with: "//".utf8)
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self)
  }

  /// About how much of what people write is this character, small letters counted for capitals.
  var share: Double {
    switch self {
    case 0x20: 0.17
    case UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "i"): 0.07
    case UInt8(ascii: "j"), UInt8(ascii: "q"), UInt8(ascii: "x"), UInt8(ascii: "z"): 0.003
    case 0x61...0x7A: 0.03
    case 0x30...0x39: 0.03
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "'"): 0.015
    default: 0.003
    }
  }
}
