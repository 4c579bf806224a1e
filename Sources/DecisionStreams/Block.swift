/// Some whole lines on their way through the stream: as they were read, and what was said of them.
///
/// A block is in one hand at a time: the reader's, a worker's or the writer's, who pass it on under a lock.
final class Block: @unchecked Sendable {
  /// What an emptied block may keep, so that a single huge line is not held for the rest of the run.
  private static let mostKept = 8 << 20

  /// Its place in the order of the input, from 0.
  var number = 0
  /// Where in the input its last line ends, in bytes.
  var end = 0
  /// What was read: the lines, and behind them what is left of the next one.
  var bytes: [UInt8]
  /// How many of the bytes are filled.
  var filled = 0
  /// Where each line stands without its end; nil for one that is too long.
  var lines: [Range<Int>?] = []
  private(set) var output: [UInt8] = []
  private(set) var notes = StreamNotes()

  private let size: Int

  /// - Parameter size: How many bytes it holds, unless a line needs more.
  init(size: Int) {
    self.size = size
    bytes = [UInt8](repeating: 0, count: size)
  }

  /// Whether there is room to read more.
  var hasRoom: Bool { filled < bytes.count }

  func empty() {
    if bytes.count > max(size, Block.mostKept) { bytes = [UInt8](repeating: 0, count: size) }
    if output.capacity > Block.mostKept { output = [] }
    filled = 0
    lines.removeAll(keepingCapacity: true)
    output.removeAll(keepingCapacity: true)
    notes = StreamNotes()
  }

  /// Appends bytes to what was read.
  func append(_ more: [UInt8]) {
    makeRoom(for: more.count)
    bytes.replaceSubrange(filled..<filled + more.count, with: more)
    filled += more.count
  }

  /// Doubles as often as it must, so that a long line is moved only a few times.
  func makeRoom(for count: Int) {
    if filled + count <= bytes.count { return }
    let size = max(bytes.count * 2, filled + count)
    bytes += repeatElement(0, count: size - bytes.count)
  }

  /// Has every line decided.
  func decide(by decider: inout some LineDecider) throws {
    // A property of a class is guarded at every access: so they are taken out meanwhile.
    var (written, told) = (output, notes)
    (output, notes) = ([], StreamNotes())
    try bytes.withUnsafeBytes { bytes in
      let lines = lines.map { line in
        line.map { StreamLine.whole(UnsafeRawBufferPointer(rebasing: bytes[$0])) } ?? .tooLong
      }
      try decider.decide(lines, into: &written, notes: &told)
    }
    (output, notes) = (written, told)
  }
}
