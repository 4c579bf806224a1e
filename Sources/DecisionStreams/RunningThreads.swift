import Foundation

/// Threads that do the same work, and whoever waits for their end.
final class RunningThreads: @unchecked Sendable {
  /// As much as the first thread of a process has.
  private static let stackSize = 8 << 20

  private let ended = NSCondition()
  private var count: Int

  init(count: Int, named name: String, _ work: @escaping @Sendable () -> Void) {
    self.count = count
    for _ in 0..<count {
      let thread = Thread { [self] in
        work()
        ended.withLock {
          self.count -= 1
          ended.broadcast()
        }
      }
      thread.name = name
      thread.stackSize = RunningThreads.stackSize
      thread.start()
    }
  }

  /// Waits until all have ended, or as many seconds.
  func haveEnded(within seconds: Double) -> Bool {
    let last = Date(timeIntervalSinceNow: seconds)
    return ended.withLock {
      while count > 0 && ended.wait(until: last) {}
      return count == 0
    }
  }
}
