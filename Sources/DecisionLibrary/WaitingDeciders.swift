import DecisionEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The deciders of a program that have nothing to decide: as many as threads have decided at once, so that a call needs no
/// new memory for its own. The lock is held only while one is taken or given back.
final class WaitingDeciders: @unchecked Sendable {
  private let engine: Engine
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var waiting: [Decider] = []
  /// More than so many are let go: a burst of threads should not hold memory for good.
  private static let most = 64

  init(of engine: Engine) {
    self.engine = engine
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Does something with a decider that nobody else has meanwhile.
  func withDecider<Result>(_ work: (Decider) throws -> Result) rethrows -> Result {
    let decider = locked { waiting.popLast() } ?? Decider(engine)
    defer { locked { if waiting.count < Self.most { waiting.append(decider) } } }
    return try work(decider)
  }

  private func locked<Result>(_ work: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return work()
  }
}
