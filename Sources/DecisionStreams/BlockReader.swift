import Foundation

/// Cuts an input into blocks of whole lines.
///
/// LF ends a line, and CR before it belongs to the end; what follows the last LF is a line, too. A byte order mark at
/// the very beginning is passed over. A line that is too long is dropped while it is read.
struct BlockReader {
  /// How large blocks are.
  struct Sizes {
    /// In bytes, unless one line is longer.
    var block = 256 << 10
    /// In lines, so that a block of empty ones does not make a hundred times its size of decisions.
    var lines = 4096
    /// The longest line that is kept, in bytes without its end.
    var longestLine: Int
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let input: OpenFile
  private let sizes: Sizes
  /// What was read behind the last line that was handed out.
  private var rest: [UInt8] = []
  private var isDropping = false
  private var isAtBeginning = true
  private var isAtEnd = false
  private var countRead = 0

  init(_ input: OpenFile, _ sizes: Sizes) {
    self.input = input
    self.sizes = sizes
  }

  /// Where in the input the lines end that were handed out, in bytes.
  var place: Int { countRead - rest.count }

  /// Fills an empty block with what is at hand, at least with one line, for which it waits.
  ///
  /// - Parameter most: How many lines it is given at most.
  /// - Returns: Whether there was a line.
  mutating func read(into block: Block, atMost most: Int = .max) throws -> Bool {
    let most = min(most, sizes.lines)
    block.append(rest)
    var start = try passOverMark(in: block)
    var searched = start
    repeat {
      cut(block, &start, &searched, most)
    } while wantsMore(block, most) ? try fill(block) : false
    if isAtEnd, block.lines.count < most, isDropping || start < block.filled {
      add(start..<block.filled, to: block)
      start = block.filled
    }
    rest.removeAll(keepingCapacity: rest.capacity <= sizes.block)
    rest += block.bytes[start..<block.filled]
    block.end = place
    return !block.lines.isEmpty
  }

  /// Adds the lines that are whole.
  private mutating func cut(_ block: Block, _ start: inout Int, _ searched: inout Int, _ most: Int) {
    while block.lines.count < most, let end = lineEnd(in: block, from: searched) {
      add(start..<end, to: block)
      start = end + 1
      searched = start
    }
    if block.lines.count == most { return }
    // One byte more may be the CR of its end.
    if block.filled - start > sizes.longestLine + 1 { isDropping = true }
    if isDropping { block.filled = start }
    searched = block.filled
  }

  private func lineEnd(in block: Block, from start: Int) -> Int? {
    block.bytes.withUnsafeBytes { bytes in
      guard start < block.filled, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, block.filled - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func add(_ line: Range<Int>, to block: Block) {
    let hasReturn = !line.isEmpty && block.bytes[line.upperBound - 1] == 0x0D
    let line = hasReturn ? line.lowerBound..<line.upperBound - 1 : line
    block.lines.append(isDropping || line.count > sizes.longestLine ? nil : line)
    isDropping = false
  }

  /// A block waits for its first line; for others only as long as they are at hand.
  private func wantsMore(_ block: Block, _ most: Int) -> Bool {
    if isAtEnd { return false }
    return block.lines.isEmpty || (block.lines.count < most && block.hasRoom && input.hasInputAtHand)
  }

  private mutating func fill(_ block: Block) throws -> Bool {
    if !block.hasRoom { block.makeRoom(for: sizes.block) }
    let count = try block.read(input)
    countRead += count
    if count == 0 { isAtEnd = true }
    return count > 0
  }

  /// Passes over a byte order mark, for which it waits only as long as what has come could be one.
  private mutating func passOverMark(in block: Block) throws -> Int {
    guard isAtBeginning else { return 0 }
    isAtBeginning = false
    let mark = BlockReader.byteOrderMark
    while block.filled < mark.count, mark.starts(with: block.bytes[..<block.filled]), try fill(block) {}
    return block.bytes[..<block.filled].starts(with: mark) ? mark.count : 0
  }
}

extension Block {
  /// Reads behind what is there, once.
  fileprivate func read(_ input: OpenFile) throws -> Int {
    let count = try bytes.withUnsafeMutableBytes {
      try input.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
    }
    filled += count
    return count
  }
}
