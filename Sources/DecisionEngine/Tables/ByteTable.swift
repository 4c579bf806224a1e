import DecisionModel

/// Texts, numbered as they come, and found again by their bytes. Who owns it frees it.
///
/// It is open addressing with linear probing; whoever fills it with what strangers wrote bounds `count`, so that texts
/// of one hash cost no more than a walk over so many.
struct ByteTable {
  private struct Entry: BitwiseCopyable {
    let hash: UInt64
    let start: Int
    let count: Int
  }

  /// One more than the number of a text, or 0; a power of two of them, at most half of them taken.
  private var slots = Pad<UInt32>(capacity: 64)
  private var entries = Pad<Entry>(capacity: 32)
  private var bytes = Pad<UInt8>(capacity: 512)

  init() { slots.fill(64, with: 0) }

  func free() {
    slots.free()
    entries.free()
    bytes.free()
  }

  /// How many texts there are.
  var count: Int { entries.count }
  /// How many bytes they have together.
  var size: Int { bytes.count }

  mutating func removeAll() {
    slots.fill(slots.count, with: 0)
    entries.removeAll()
    bytes.removeAll()
  }

  /// The number of a text; nil where it is not there.
  @inline(__always)
  func number(of text: UnsafeRawBufferPointer) -> Int? { number(of: text, hash: ByteHash.hash(of: text)) }

  /// The number of a text whose `ByteHash` is known.
  @inline(__always)
  func number(of text: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if entries[number].hash == hash, isSame(entries[number], text) { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Adds a text that is not there, and says its number.
  mutating func add(_ text: UnsafeRawBufferPointer) -> Int {
    if (entries.count + 1) * 2 > slots.count { grow() }
    let entry = Entry(hash: ByteHash.hash(of: text), start: bytes.count, count: text.count)
    bytes.append(text)
    entries.append(entry)
    place(entries.count - 1)
    return entries.count - 1
  }

  /// The bytes of a text.
  func text(_ number: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes.base + entries[number].start, count: entries[number].count)
  }

  private mutating func grow() {
    slots.fill(slots.count * 2, with: 0)
    for number in 0..<entries.count { place(number) }
  }

  private func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: entries[number].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }

  @inline(__always)
  private func isSame(_ entry: Entry, _ text: UnsafeRawBufferPointer) -> Bool {
    guard entry.count == text.count else { return false }
    let own = UnsafeRawPointer(bytes.base + entry.start)
    return ByteHash.areAlike(own, text.baseAddress ?? own, text.count)
  }
}

extension Pad<UInt8> {
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    let before = count
    setCount(before + bytes.count)
    UnsafeMutableRawPointer(base + before).copyMemory(from: start, byteCount: bytes.count)
  }
}
