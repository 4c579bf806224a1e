import DecisionModel

/// Reads a text: folded, split into words, measured. It keeps its memory from text to text.
struct TextReader: ~Copyable {
  /// The longest text that is read, in bytes.
  static let longest = 65_536

  let tables: CharacterTables
  let matching: MatchingRule
  let measuresAsked: UInt32

  /// The text as written, as far as it is read: it lives as long as its reader asks for it.
  private(set) var written: UnsafePointer<UInt8>
  private(set) var length = 0
  private(set) var wasCut = false

  /// Folded characters in UTF-8; what stood in a link is `FoldedCharacter.mask`. Zeros stand behind it.
  var folded = Pad<UInt8>(capacity: 4096)
  var words = WordList()
  var links = Pad<Link>(capacity: 16)
  var measures = Measures()
  /// Whether the text is all ASCII, so that bytes, scalars and folded bytes stand in the same places.
  var isASCII = false
  /// Whether it was read character by character; then what stands below is filled.
  var isReadWhole = false

  var scalars = Pad<UInt32>(capacity: 1024)
  var folder: Folder
  /// For every folded byte, the span of its character in the text as written.
  var spanStarts = Pad<UInt32>(capacity: 1024)
  var spanEnds = Pad<UInt32>(capacity: 1024)
  var kinds = Pad<UInt16>(capacity: 1024)
  var offsets = Pad<UInt32>(capacity: 1024)
  var quick = QuickPads()

  init(_ tables: CharacterTables, _ matching: MatchingRule, measuresAsked: UInt32) {
    self.tables = tables
    self.matching = matching
    self.measuresAsked = measuresAsked
    folder = Folder(tables, ignoresAccents: matching.ignoresAccents)
    written = UnsafePointer(folded.base)
  }

  deinit {
    folded.free()
    words.free()
    links.free()
    scalars.free()
    folder.free()
    spanStarts.free()
    spanEnds.free()
    kinds.free()
    offsets.free()
    quick.free()
  }

  /// Begins with a text; what is beyond `longest` is cut off.
  mutating func begin(_ text: UnsafePointer<UInt8>, _ count: Int) {
    written = text
    length = UTF8Reading.cut(text, count, at: Self.longest)
    wasCut = length < count
    isReadWhole = false
  }
}

extension TextReader {
  /// Reads the text character by character, whatever it holds.
  mutating func readWhole() {
    readScalars()
    links.removeAll()
    LinkFinder(text: scalars.elements, tables: tables).find(into: &links)
    readFolded()
    readWords()
    measures = Measures()
    measure()
    isReadWhole = true
    isASCII = false
  }

  mutating func readScalars() { readScalars(of: written, length) }

  mutating func readScalars(of bytes: UnsafePointer<UInt8>, _ count: Int) {
    scalars.removeAll()
    var place = 0
    while place < count {
      let (scalar, size) = UTF8Reading.scalar(bytes + place, count - place)
      scalars.append(scalar)
      place += size
    }
  }

  private mutating func readFolded() {
    folder.fold(scalars.elements)
    if matching.ignoresQuotes { folder.maskQuotes() }
    folder.mask(links)
    let count = folder.characters.count
    folded.setCount(count * 4)
    spanStarts.setCount(count * 4)
    spanEnds.setCount(count * 4)
    offsets.setCount(count + 1)
    var end = 0
    for place in 0..<count {
      let character = folder.characters[place]
      offsets[place] = UInt32(truncatingIfNeeded: end)
      let start = end
      end &+= UTF8Reading.write(character.scalar, to: folded.base + end)
      for byte in start..<end {
        spanStarts[byte] = character.start
        spanEnds[byte] = character.end
      }
    }
    offsets[count] = UInt32(truncatingIfNeeded: end)
    folded.setCount(end)
    spanStarts.setCount(end)
    spanEnds.setCount(end)
    pad()
  }

  /// Puts zeros behind the folded text, so that four bytes may be read at its last one.
  mutating func pad() {
    folded.reserve(folded.count + 64)
    for place in folded.count..<folded.count + 8 { folded.base[place] = 0 }
  }

  /// The place of folded bytes in the text as written, in scalars.
  mutating func place(_ start: Int, _ end: Int) -> Range<Int> {
    guard start < end else { return 0..<0 }
    if isASCII { return start..<end }
    if !isReadWhole { readWhole() }
    return Int(spanStarts[start])..<Int(spanEnds[end - 1])
  }

  /// A part of the text as written, in UTF-8; ill-formed bytes are U+FFFD.
  mutating func excerpt(_ range: Range<Int>) -> [UInt8] {
    if isASCII { return Array(UnsafeBufferPointer(start: written + range.lowerBound, count: range.count)) }
    if !isReadWhole { readWhole() }
    var bytes: [UInt8] = []
    for scalar in scalars.elements[range.clamped(to: 0..<scalars.count)] {
      let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
    return bytes
  }
}
