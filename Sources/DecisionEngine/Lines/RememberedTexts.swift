import DecisionModel

/// What was written before, by all on which it depends: a list of numbers. Who owns it frees it.
struct RememberedTexts {
  /// So many texts are kept, and so many bytes of them and their keys; then all are forgotten.
  private static let most = 1 << 14
  private static let mostBytes = 16 << 20

  private var keys = ByteTable()
  /// Where each text ends among the bytes; the first stands after 0.
  private var ends = Pad<Int>(capacity: 64)
  private var bytes = Pad<UInt8>(capacity: 4096)

  init() { ends.append(0) }

  func free() {
    keys.free()
    ends.free()
    bytes.free()
  }

  /// The text of a key, until the next one is remembered.
  @inline(__always)
  func text(for key: Pad<Int32>) -> UnsafeRawBufferPointer? {
    guard let number = keys.number(of: UnsafeRawBufferPointer(key.elements)) else { return nil }
    return UnsafeRawBufferPointer(start: bytes.base + ends[number], count: ends[number + 1] - ends[number])
  }

  /// Keeps the text of a key that has none.
  mutating func remember(_ text: some Collection<UInt8>, for key: Pad<Int32>) {
    if keys.count == Self.most || keys.size + bytes.count + text.count > Self.mostBytes { removeAll() }
    _ = keys.add(UnsafeRawBufferPointer(key.elements))
    for byte in text { bytes.append(byte) }
    ends.append(bytes.count)
  }

  private mutating func removeAll() {
    keys.removeAll()
    ends.removeAll()
    ends.append(0)
    bytes.removeAll()
  }
}
