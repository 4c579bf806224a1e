import DecisionModel

/// The words that comments give as facts, in their normal form: the same few come again and again.
struct GivenWords {
  /// So many are kept, and so many bytes of them; then all are forgotten.
  private static let most = 4096
  private static let mostBytes = 1 << 18

  struct Word: BitwiseCopyable {
    fileprivate let start: Int
    fileprivate let count: Int
    /// The channel of this name, by its place in the program; less than 0 where there is none.
    let channel: Int32
    let isPrivate: Bool
  }

  private let names: Names
  private let reader: UnsafeMutablePointer<TextReader>
  private var table = ByteTable()
  private var words = Pad<Word>(capacity: 64)
  private var normals = Pad<UInt8>(capacity: 512)

  /// - Parameter reader: Reads what is new.
  init(_ names: Names, _ reader: UnsafeMutablePointer<TextReader>) {
    self.names = names
    self.reader = reader
  }

  func free() {
    table.free()
    words.free()
    normals.free()
  }

  /// A word as it was written.
  @inline(__always)
  mutating func word(_ written: UnsafeRawBufferPointer) -> Word {
    if let number = table.number(of: written) { return words[number] }
    return add(written)
  }

  /// The normal form of a word, until the next one is added.
  func normal(_ word: Word) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: normals.base + word.start, count: word.count)
  }

  private mutating func add(_ written: UnsafeRawBufferPointer) -> Word {
    if table.count == Self.most || normals.count + table.size > Self.mostBytes { removeAll() }
    let normal = UnsafeRawBufferPointer(reader.pointee.normalForm(of: written))
    let channel = names.channels[Array(normal)].map { Int32($0) } ?? -1
    let word = Word(
      start: normals.count, count: normal.count, channel: channel, isPrivate: normal.elementsEqual("private".utf8))
    normals.append(normal)
    _ = table.add(written)
    words.append(word)
    return word
  }

  private mutating func removeAll() {
    table.removeAll()
    words.removeAll()
    normals.removeAll()
  }
}
