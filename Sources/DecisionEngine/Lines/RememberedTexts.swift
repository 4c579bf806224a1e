import DecisionModel

/// What was written before, by all on which it depends: a list of numbers. Who owns it frees it.
///
/// Instants that are always so long after the start are left open, so that comments of different times share a text.
struct RememberedTexts {
  /// So many texts are kept, and so many bytes of them and their keys; then all are forgotten.
  private static let most = 1 << 14
  private static let mostBytes = 16 << 20

  /// An instant in a text.
  struct Deadline: BitwiseCopyable {
    let place: Int
    /// How long after the start it is, in seconds.
    let seconds: Int64
  }

  struct Text {
    let bytes: UnsafeRawBufferPointer
    let deadlines: UnsafeBufferPointer<Deadline>
  }

  private struct End: BitwiseCopyable {
    let bytes: Int
    let deadlines: Int
  }

  private var keys = ByteTable()
  /// Where each text ends; the first stands after 0.
  private var ends = Pad<End>(capacity: 64)
  private var bytes = Pad<UInt8>(capacity: 4096)
  private var deadlines = Pad<Deadline>(capacity: 64)

  init() { ends.append(End(bytes: 0, deadlines: 0)) }

  func free() {
    keys.free()
    ends.free()
    bytes.free()
    deadlines.free()
  }

  /// The text of a key, until the next one is remembered.
  @inline(__always)
  func text(for key: Pad<Int32>) -> Text? {
    guard let number = keys.number(of: UnsafeRawBufferPointer(key.elements)) else { return nil }
    let (start, end) = (ends[number], ends[number &+ 1])
    return Text(
      bytes: UnsafeRawBufferPointer(start: bytes.base + start.bytes, count: end.bytes - start.bytes),
      deadlines: UnsafeBufferPointer(
        start: deadlines.base + start.deadlines, count: end.deadlines - start.deadlines))
  }

  /// Keeps the text of a key that has none.
  ///
  /// - Parameter start: Where deadlines are left open, the instant from which they count.
  mutating func remember(_ text: [UInt8], for key: Pad<Int32>, openFrom start: Instant?) {
    guard let open = start.map({ Self.deadlines(in: text, from: $0) }) ?? [] else { return }
    if keys.count == Self.most || keys.size + bytes.count + text.count > Self.mostBytes { removeAll() }
    _ = keys.add(UnsafeRawBufferPointer(key.elements))
    text.withUnsafeBytes { bytes.append($0) }
    for deadline in open { deadlines.append(deadline) }
    ends.append(End(bytes: bytes.count, deadlines: deadlines.count))
  }

  private mutating func removeAll() {
    keys.removeAll()
    ends.removeAll()
    ends.append(End(bytes: 0, deadlines: 0))
    bytes.removeAll()
    deadlines.removeAll()
  }

  /// What is due in a text; nil where something is written otherwise than machines write instants.
  ///
  /// Quotes within a string are escaped, so that this key stands nowhere but where something is due.
  private static func deadlines(in text: [UInt8], from start: Instant) -> [Deadline]? {
    let key = Array("\"due\":\"".utf8)
    var deadlines: [Deadline] = []
    for place in text.indices where text[place...].starts(with: key) {
      let (first, last) = (place + key.count, place + key.count + Instant.plainLength)
      guard last <= text.count,
        let instant = text[first..<last].withUnsafeBytes({ Instant(plain: $0) })
      else { return nil }
      deadlines.append(Deadline(place: first, seconds: instant.seconds(since: start)))
    }
    return deadlines
  }
}
