import DecisionModel

/// What a program says of characters.
struct CharacterTables {
  private let kindBlocks: UnsafePointer<UInt16>
  private let kinds: UnsafePointer<UInt16>
  private let foldBlocks: UnsafePointer<UInt16>
  private let folds: UnsafePointer<UInt16>
  private let foldSequences: UnsafePointer<UInt32>
  private let simpleBlocks: UnsafePointer<UInt16>
  private let simples: UnsafePointer<Int32>
  private let classBlocks: UnsafePointer<UInt16>
  private let classes: UnsafePointer<UInt8>
  private let compositions: UnsafePointer<UInt32>
  private let ownBlocks: UnsafePointer<UInt16>
  private let owns: UnsafePointer<UInt16>
  private let ownBytes: UnsafeRawPointer

  private static let blocks = 0x11_0000 / 128

  init(_ tables: TableReader) {
    kindBlocks = tables.pointer(.kinds)
    kinds = kindBlocks + Self.blocks
    foldBlocks = tables.pointer(.folds)
    folds = foldBlocks + Self.blocks
    foldSequences = tables.pointer(.foldSequences)
    simpleBlocks = tables.pointer(.simpleFolds)
    simples = UnsafeRawPointer(simpleBlocks + Self.blocks).assumingMemoryBound(to: Int32.self)
    classBlocks = tables.pointer(.combiningClasses)
    classes = UnsafeRawPointer(classBlocks + Self.blocks).assumingMemoryBound(to: UInt8.self)
    compositions = tables.pointer(.compositions)
    ownBlocks = tables.pointer(.ownFolds)
    owns = ownBlocks + Self.blocks
    ownBytes = tables.raw(.ownFoldBytes)
  }

  /// The place of a scalar in a table of two stages. What is no scalar is like U+0000, of which nothing is known.
  @inline(__always)
  private func place(_ scalar: UInt32, _ blocks: UnsafePointer<UInt16>) -> Int {
    guard scalar < 0x11_0000 else { return 0 }
    return Int(blocks[Int(scalar &>> 7)]) &<< 7 | Int(scalar & 127)
  }

  @inline(__always)
  func kind(_ scalar: UInt32) -> UInt16 { kinds[place(scalar, kindBlocks)] }

  @inline(__always)
  func isAny(_ scalar: UInt32, of wanted: UInt16) -> Bool { kind(scalar) & wanted != 0 }

  /// The sequence to which a scalar folds; nil where it is the scalar itself.
  @inline(__always)
  func fold(_ scalar: UInt32) -> UnsafeBufferPointer<UInt32>? {
    let entry = Int(folds[place(scalar, foldBlocks)])
    guard entry != 0 else { return nil }
    let count = Int(foldSequences[0])
    let (start, end) = (Int(foldSequences[1 + entry]), Int(foldSequences[2 + entry]))
    return UnsafeBufferPointer(start: foldSequences + count + 2 + start, count: end - start)
  }

  /// Simple case folding: one character for one.
  func simpleFold(_ scalar: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: Int32(truncatingIfNeeded: scalar) &+ simples[place(scalar, simpleBlocks)])
  }

  func combiningClass(_ scalar: UInt32) -> UInt8 { classes[place(scalar, classBlocks)] }

  /// The whole fold in UTF-8 of a scalar that is not entangled; nil where it is the scalar itself.
  @inline(__always)
  func ownFold(_ scalar: UInt32) -> UnsafeRawBufferPointer? {
    let entry = Int(owns[place(scalar, ownBlocks)])
    guard entry != 0 else { return nil }
    let cells = ownBytes.assumingMemoryBound(to: UInt32.self)
    let (start, end) = (Int(cells[1 + entry]), Int(cells[2 + entry]))
    return UnsafeRawBufferPointer(start: ownBytes + (Int(cells[0]) + 2) * 4 + start, count: end - start)
  }

  /// The one character for two, if there is one. Most never come second.
  @inline(__always)
  func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    kind(second) & TextKinds.entangled == 0 ? nil : composed(first, second)
  }

  private func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if let syllable = Hangul.composite(first, second) { return syllable }
    var (low, high) = (0, Int(compositions[0]))
    while low < high {
      let middle = (low + high) / 2
      let row = compositions + 1 + middle * 3
      if (row[0], row[1]) == (first, second) { return row[2] }
      if (row[0], row[1]) < (first, second) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

/// Hangul syllables are computed, not listed (Unicode 3.12).
private enum Hangul {
  static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if first >= 0x1100, first < 0x1113, second >= 0x1161, second < 0x1176 {
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    }
    let isOpen = first >= 0xAC00 && first < 0xD7A4 && (first - 0xAC00) % 28 == 0
    return isOpen && second >= 0x11A8 && second < 0x11C3 ? first + (second - 0x11A8) + 1 : nil
  }
}

/// Typographic quotes and dashes, made plain.
@inline(__always)
func plainPunctuation(_ scalar: UInt32) -> UInt32 {
  guard scalar >= 0xAB, scalar <= 0xBB || scalar >= 0x02BC && scalar <= 0x301F else { return scalar }
  guard scalar <= 0x02BC || scalar >= 0x2010 else { return scalar }
  switch scalar {
  case 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0x02BC: return 0x27  // apostrophe
  case 0x201C...0x201F, 0x2033, 0x2036, 0x00AB, 0x00BB, 0x301D...0x301F: return 0x22  // quotation mark
  case 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B: return 0x2D  // hyphen-minus
  default: return scalar
  }
}
