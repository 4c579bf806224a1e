import CommentText
import DecisionModel

/// What is known of characters, as tables that need no Unicode data in whoever reads them.
struct CharacterTables: Sendable {
  private let kinds: [UInt8]
  private let folds: [UInt8]
  private let foldSequences: [UInt32]
  private let simpleFolds: [UInt8]
  private let combiningClasses: [UInt8]
  private let compositions: [UInt32]
  private let ownFolds: [UInt8]
  private let ownFoldBytes: [UInt8]

  /// Made once for each way of matching: they are the same for every program.
  static func of(_ matching: TextMatching) -> CharacterTables {
    matching.ignoresAccents ? withoutAccents : withAccents
  }

  private static let withAccents = CharacterTables(TextMatching())
  private static let withoutAccents = CharacterTables(TextMatching(ignoresAccents: true))

  private init(_ matching: TextMatching) {
    let (folding, composition) = (CaseFolding.unicode, CanonicalComposition.unicode)
    let places = Self.placesWithNews
    let own = OwnFolds(matching)
    kinds = TwoStageTable(places) { own.kind(of: $0) }.bytes
    simpleFolds = TwoStageTable(places) { Int32(folding.simple($0)) - Int32($0) }.bytes
    combiningClasses = TwoStageTable(places) { composition.combiningClass($0) }.bytes
    compositions =
      [UInt32(composition.pairs.count)] + composition.pairs.flatMap { [$0.first, $0.second, $0.composite] }
    var sequences = Sequences<UInt32>()
    folds = TwoStageTable(places) { folding.full($0).map { sequences.number(of: Array($0)) } ?? 0 }.bytes
    foldSequences = sequences.places + sequences.content
    var texts = Sequences<UInt8>()
    ownFolds = TwoStageTable(places) { own.bytes(of: $0).map { texts.number(of: $0) } ?? 0 }.bytes
    ownFoldBytes =
      texts.places.flatMap { cell in withUnsafeBytes(of: cell.littleEndian) { Array($0) } } + texts.content
  }

  func add(to file: inout ProgramFileWriter) {
    file.add(.kinds, bytes: kinds)
    file.add(.folds, bytes: folds)
    file.add(.foldSequences, foldSequences)
    file.add(.simpleFolds, bytes: simpleFolds)
    file.add(.combiningClasses, bytes: combiningClasses)
    file.add(.compositions, compositions)
    file.add(.ownFolds, bytes: ownFolds)
    file.add(.ownFoldBytes, bytes: ownFoldBytes)
  }

  /// Where characters stand of which anything is known, by the hundreds of 256.
  static let placesWithNews: [UInt32] = {
    let (folding, composition) = (CaseFolding.unicode, CanonicalComposition.unicode)
    return stride(from: UInt32(0), to: 0x11_0000, by: 256).filter { start in
      (start..<start + 256).contains { scalar in
        CharacterKind.of(scalar).rawValue != 0 || folding.full(scalar) != nil || composition.combiningClass(scalar) != 0
          || folding.simple(scalar) != scalar || LetterShape.of(scalar).isReadable
      }
    }
  }()
}

/// How the letters that characters can be read as stand in a program file.
enum ShapeTables {
  static func add(to file: inout ProgramFileWriter) {
    file.add(.shapes, bytes: tables.shapes)
    file.add(.shapeEntries, tables.entries)
  }

  private static let oneWay: UInt32 = 1 << 26

  private static let tables: (shapes: [UInt8], entries: [UInt32]) = {
    var entries: [UInt32] = [0, 0]
    var known: [[UInt32]: UInt16] = [[0, 0]: 0]
    let shapes = TwoStageTable(CharacterTables.placesWithNews) { scalar -> UInt16 in
      let shape = LetterShape.of(scalar)
      let entry = [shape.latin | (shape.isOneWay ? oneWay : 0), shape.other]
      if known[entry] == nil {
        known[entry] = UInt16(entries.count / 2)
        entries += entry
      }
      return known[entry] ?? 0
    }
    return (shapes.bytes, entries)
  }()
}

/// How characters fold that have nothing to do with what stands before and behind them.
private struct OwnFolds {
  private let matching: TextMatching
  private let folding = CaseFolding.unicode
  private let composition = CanonicalComposition.unicode

  init(_ matching: TextMatching) { self.matching = matching }

  /// The kind of a character, and whether it is entangled with others.
  func kind(of scalar: UInt32) -> UInt16 {
    CharacterKind.of(scalar).rawValue | (isEntangled(scalar) ? TextKinds.entangled : 0)
  }

  /// Its whole fold; nil where that is the character itself, or it is entangled.
  func bytes(of scalar: UInt32) -> [UInt8]? {
    guard !isEntangled(scalar) else { return nil }
    let folded = FoldedText([scalar], matching).characters
    return folded == [scalar] ? nil : UTF8Text.bytes(of: folded)
  }

  /// Whether more than the character itself must be looked at to know its fold and the words it stands in.
  private func isEntangled(_ scalar: UInt32) -> Bool {
    let folded = folding.full(scalar).map(Array.init) ?? [scalar]
    guard let first = folded.first else { return false }
    let isBase = composition.combiningClass(first) == 0 && !composition.mayComeSecond(first)
    let kinds = folded.map(CharacterKind.of)
    guard isBase, !CharacterKind.of(scalar).contains(.mark), !kinds[0].contains(.mark),
      !kinds.contains(where: { $0.contains(.unspaced) })
    else { return true }
    let words = kinds.count { $0.isAny(of: .wordCharacter) }
    return words != 0 && words != kinds.count
  }
}

/// Rows of numbers, each once; the first is none.
private struct Sequences<Element: Hashable> {
  private var ends: [UInt32] = [0, 0]
  private(set) var content: [Element] = []
  private var known: [[Element]: UInt16] = [:]

  mutating func number(of sequence: [Element]) -> UInt16 {
    if let known = known[sequence] { return known }
    let number = UInt16(ends.count - 1)
    known[sequence] = number
    content += sequence
    ends.append(UInt32(content.count))
    return number
  }

  /// How many there are, and where each begins and the last ends.
  var places: [UInt32] { [UInt32(ends.count - 1)] + ends }
}
