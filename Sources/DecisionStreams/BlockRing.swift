import Foundation

/// The blocks of a stream, which go round: a worker that is free reads the next one, decides it, and hands it back to be
/// written in the order of the input.
///
/// There are only so many blocks, so that a slow reader of the output in the end stops the reading of the input.
final class BlockRing: @unchecked Sendable {
  // Under the lock `reading`.
  private let reading = NSLock()
  private var reader: BlockReader
  private var countRead = 0

  // Under the lock of `state`, which is signalled when a block becomes free.
  private let state = NSCondition()
  private var free: [Block]
  private var decided: [Int: Block] = [:]
  private var countWritten = 0
  private var isWriting = false
  private var isStopped = false
  private var problem: (any Error)?
  private var progress: StreamProgress

  private let output: OpenFile

  init(_ reader: BlockReader, _ output: OpenFile, blocks: [Block], skipped: Int) {
    self.reader = reader
    self.output = output
    free = blocks
    progress = StreamProgress(skipped: skipped, bytes: reader.place)
  }

  /// How far the writing is.
  var written: StreamProgress { state.withLock { progress } }

  /// What ended the stream before its input did.
  var failure: (any Error)? { state.withLock { problem } }

  /// The next lines of the input; waits for a block that is free. Nil at the end.
  func read() -> Block? {
    reading.withLock {
      guard let block = takeFree() else { return nil }
      do {
        guard try reader.read(into: block) else { return nil }
      } catch {
        state.withLock { stop(error) }
        return nil
      }
      block.number = countRead
      countRead += 1
      return block
    }
  }

  private func takeFree() -> Block? {
    state.withLock {
      while free.isEmpty && !isStopped { state.wait() }
      let block = isStopped ? nil : free.popLast()
      block?.empty()
      return block
    }
  }

  /// Takes a decided block, and writes all whose turn it is, unless somebody else is at it.
  func write(_ block: Block) {
    state.lock()
    defer { state.unlock() }
    decided[block.number] = block
    if isWriting { return }
    isWriting = true
    while !isStopped, let next = decided.removeValue(forKey: countWritten) { writeNext(next) }
    isWriting = false
  }

  /// Writes a block. The lock is given up meanwhile.
  private func writeNext(_ block: Block) {
    state.unlock()
    var problem: (any Error)?
    do {
      try block.output.withUnsafeBytes { try output.write($0) }
    } catch {
      problem = error
    }
    state.lock()
    if let problem { return stop(problem) }
    countWritten += 1
    progress.add(block)
    free.append(block)
    state.signal()
  }

  /// Ends the stream before its input does.
  func stop(because problem: any Error) { state.withLock { stop(problem) } }

  private func stop(_ problem: any Error) {
    isStopped = true
    self.problem = self.problem ?? problem
    state.broadcast()
  }
}
