import DecisionModel

/// A character of a text as the search for disguises reads it: with the letters that it can be read as, and with what is
/// known of the words around it.
struct TapeCharacter: BitwiseCopyable {
  let scalar: UInt32
  /// A bit for each of `a` to `z`.
  var latin: UInt32
  /// A letter of another script that it can be read as, or 0.
  let other: UInt32
  var traits: UInt16
  /// Where it stands in the folded text, its accents included, in characters.
  let start: Int32
  var end: Int32

  /// A letter, mark or digit.
  static let inWord: UInt16 = 1 << 0
  static let letter: UInt16 = 1 << 1
  static let digit: UInt16 = 1 << 2
  static let whiteSpace: UInt16 = 1 << 3
  /// Nothing before it belongs to the same word.
  static let startsWord: UInt16 = 1 << 4
  /// Nothing after it belongs to the same word, a final `'s` aside.
  static let endsWord: UInt16 = 1 << 5
  /// It may stand between two words of a phrase: no part of a word, or of its final `'s`; no end of a sentence.
  static let gap: UInt16 = 1 << 6
  /// A single apostrophe between letters.
  static let joiningApostrophe: UInt16 = 1 << 7
  /// No letter or digit stands at its sides.
  static let alone: UInt16 = 1 << 8
  /// Only a separator stands between it and the character before it, and it was taken out.
  static let pulledUp: UInt16 = 1 << 9
  /// A letter of a script that puts no spaces between words.
  static let unspaced: UInt16 = 1 << 10
  /// A chain of such characters begins with it, or ended before it: no word goes across.
  static let breaksWord: UInt16 = 1 << 11
  static let partOfWord = inWord | joiningApostrophe

  @inline(__always)
  func isAny(_ wanted: UInt16) -> Bool { traits & wanted != 0 }

  var hasShape: Bool { latin | other != 0 }
  /// It can be read as a letter, or it is one, or a digit, or it hides one.
  var isReadable: Bool { isAny(Self.inWord) || hasShape || scalar == 0x2A }
  /// A letter in a circle or square, or half of a flag: next to another it is no end of a word.
  var isPictured: Bool { !isAny(Self.inWord) && hasShape && scalar > 0xFFFF }
}

/// The letters that characters can be read as.
struct ShapeTables {
  private let blocks: UnsafePointer<UInt16>
  private let shapes: UnsafePointer<UInt16>
  private let entries: UnsafePointer<UInt32>

  init(_ tables: TableReader) {
    blocks = tables.pointer(.shapes)
    shapes = blocks + 0x11_0000 / 128
    entries = tables.cells(.shapeEntries)
  }

  func shape(_ scalar: UInt32) -> (latin: UInt32, other: UInt32) {
    if scalar >= 0x61, scalar <= 0x7A { return (1 << (scalar - 0x61), 0) }
    guard scalar < 0x11_0000 else { return (0, 0) }
    let entry = Int(shapes[Int(blocks[Int(scalar >> 7)]) << 7 | Int(scalar & 127)]) * 2
    return (entries[entry] & (1 << 26 - 1), entries[entry + 1])
  }
}

/// A text as a row of such characters.
struct DisguiseTape {
  var characters = Pad<TapeCharacter>(capacity: 1024)

  func free() { characters.free() }

  /// Reads a folded text.
  mutating func read(_ reader: borrowing TextReader, _ shapes: ShapeTables) {
    characters.removeAll()
    for index in 0..<reader.folder.characters.count {
      let scalar = reader.folder.characters[index].scalar
      let kind = reader.tables.kind(scalar)
      if kind & TextKinds.accent != 0 {
        if !characters.isEmpty { characters.base[characters.count - 1].end = Int32(index + 1) }
        continue
      }
      let shape = shapes.shape(scalar)
      characters.append(
        TapeCharacter(
          scalar: scalar, latin: shape.latin, other: shape.other, traits: Self.traits(kind), start: Int32(index),
          end: Int32(index + 1)))
    }
    for index in 0..<characters.count { markApostrophe(index) }
    for index in 0..<characters.count { markWord(index) }
    for index in 0..<characters.count { markGap(index) }
    readCapitalI(reader)
  }

  private static func traits(_ kind: UInt16) -> UInt16 {
    (kind & TextKinds.word != 0 ? TapeCharacter.inWord : 0) | (kind & TextKinds.letter != 0 ? TapeCharacter.letter : 0)
      | (kind & TextKinds.digit != 0 ? TapeCharacter.digit : 0)
      | (kind & TextKinds.whiteSpace != 0 ? TapeCharacter.whiteSpace : 0)
      | (kind & TextKinds.unspaced != 0 ? TapeCharacter.unspaced : 0)
  }

  private func mark(_ index: Int, _ trait: UInt16) { characters.base[index].traits |= trait }

  private func traits(_ index: Int) -> UInt16 {
    index >= 0 && index < characters.count ? characters[index].traits : 0
  }

  private func markApostrophe(_ index: Int) {
    let before = traits(index - 1), after = traits(index + 1)
    guard characters[index].scalar == 0x27, before & TapeCharacter.inWord != 0, before & TapeCharacter.digit == 0,
      after & TapeCharacter.letter != 0, (before | after) & TapeCharacter.unspaced == 0
    else { return }
    mark(index, TapeCharacter.joiningApostrophe)
  }

  private func markWord(_ index: Int) {
    let before = traits(index - 1), after = traits(index + 1)
    if before & TapeCharacter.partOfWord == 0 && !isPicturedPair(index - 1) || isUnspacedBoundary(index) {
      mark(index, TapeCharacter.startsWord)
    }
    if after & TapeCharacter.partOfWord == 0 && !isPicturedPair(index) || isUnspacedBoundary(index + 1)
      || isFinalS(index + 1)
    {
      mark(index, TapeCharacter.endsWord)
    }
    if (before | after) & TapeCharacter.inWord == 0 { mark(index, TapeCharacter.alone) }
  }

  private func isPicturedPair(_ first: Int) -> Bool {
    first >= 0 && first + 1 < characters.count && characters[first].isPictured && characters[first + 1].isPictured
  }

  /// Where every letter is a word, one ends before each letter, but not before a mark.
  private func isUnspacedBoundary(_ index: Int) -> Bool {
    let before = traits(index - 1), after = traits(index)
    let isMark = after & TapeCharacter.inWord != 0 && after & (TapeCharacter.letter | TapeCharacter.digit) == 0
    return !isMark && (before | after) & TapeCharacter.unspaced != 0
  }

  /// Whether a final `'s` begins here.
  private func isFinalS(_ index: Int) -> Bool {
    traits(index) & TapeCharacter.joiningApostrophe != 0 && index + 1 < characters.count
      && characters[index + 1].scalar == 0x73 && traits(index + 2) & TapeCharacter.partOfWord == 0
  }

  private func markGap(_ index: Int) {
    let isLeftOff = isFinalS(index) || isFinalS(index - 1)
    if isLeftOff || traits(index) & TapeCharacter.partOfWord == 0 && !endsSentence(index) {
      mark(index, TapeCharacter.gap)
    }
  }

  private func endsSentence(_ index: Int) -> Bool {
    switch characters[index].scalar {
    case FoldedCharacter.masked, 0x3002: true
    case 0x2E, 0x21, 0x3F: traits(index + 1) & TapeCharacter.whiteSpace != 0
    default: false
    }
  }

  /// Reads a capital `I` as `l` too, as UTS #39 does; folding alone would hide that they look alike. Only in words that
  /// have a lower-case letter: `kiII` is a disguise, `FAIL` is none.
  private func readCapitalI(_ reader: borrowing TextReader) {
    var start = 0
    while start < characters.count {
      var end = start
      var hasSmall = false
      while end < characters.count, characters[end].isAny(TapeCharacter.inWord) {
        let kind = reader.tables.kind(written(end, reader))
        if kind & TextKinds.cased != 0 && kind & TextKinds.upperCase == 0 { hasSmall = true }
        end += 1
      }
      if hasSmall {
        for index in start..<end where written(index, reader) == 0x49 {
          characters.base[index].latin |= 1 << (0x6C - 0x61)
        }
      }
      start = max(end, start + 1)
    }
  }

  /// The scalar of the text as written with which a character begins.
  private func written(_ index: Int, _ reader: borrowing TextReader) -> UInt32 {
    reader.scalars[Int(reader.folder.characters[Int(characters[index].start)].start)]
  }
}
