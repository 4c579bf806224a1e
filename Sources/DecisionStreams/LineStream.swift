import Foundation

/// Lines in, lines out: as many as came in, in their order, by several workers, in memory that does not grow.
public struct LineStream: Sendable {
  public let input: OpenFile
  public let output: OpenFile
  /// How many lines are decided side by side.
  public var workers: Int
  /// What an earlier run left in the output, to go on behind it.
  public var earlier: EarlierOutput?
  var sizes: BlockReader.Sizes

  /// - Parameter longestLine: In bytes without its end; of a longer one nothing is kept.
  public init(from input: OpenFile, to output: OpenFile, workers: Int, longestLine: Int) {
    self.input = input
    self.output = output
    self.workers = max(1, workers)
    sizes = BlockReader.Sizes(longestLine: longestLine)
  }

  /// Decides every line.
  ///
  /// - Parameters:
  ///   - decider: Makes what decides, once for each worker.
  ///   - watch: Is shown how far it is, four times a second and at the end.
  /// - Throws: What kept it from reaching the end of the input. What stands in the output then are decisions from the
  ///   first on, the last of which may be cut.
  public func run<Decider: LineDecider>(
    by decider: @escaping @Sendable () -> Decider, watch: (StreamProgress) -> Void
  ) throws -> StreamProgress {
    let ring = try ring()
    let running = RunningThreads(count: workers, named: "decorum worker") {
      var decider = decider()
      while let block = ring.read() {
        do { try block.decide(by: &decider) } catch { return ring.stop(because: error) }
        ring.write(block)
      }
    }
    while !running.haveEnded(within: 0.25) { watch(ring.written) }
    let progress = ring.written
    watch(progress)
    if let failure = ring.failure { throw failure }
    return progress
  }

  /// Two blocks for each worker: one is decided while the other waits for its turn to be written.
  private func ring() throws -> BlockRing {
    var reader = BlockReader(input, sizes)
    if let earlier { try earlier.goOn(in: output, reading: &reader, Block(size: sizes.block)) }
    let blocks = (0..<workers * 2).map { _ in Block(size: sizes.block) }
    return BlockRing(reader, output, blocks: blocks, skipped: earlier?.lines ?? 0)
  }
}
