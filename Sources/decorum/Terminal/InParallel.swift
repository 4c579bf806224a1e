import Foundation
import Synchronization

/// What each of some things comes to, in their order, worked out on all cores.
func inParallel<Thing: Sendable, Result: Sendable>(
  _ things: [Thing], _ work: @Sendable (Thing) throws -> Result
) throws -> [Result] {
  let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: things.count) { number in
    let result = Swift.Result { try work(things[number]) }
    results.withLock { $0[number] = result }
  }
  return try results.withLock { results in try things.indices.compactMap { try results[$0]?.get() } }
}
