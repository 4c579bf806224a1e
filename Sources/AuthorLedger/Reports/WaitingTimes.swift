/// Times that people waited, counted so that millions of them take little memory: up to 1,023 seconds each is kept as it
/// is, longer ones are rounded down by less than 0.2 %.
public struct WaitingTimes: Hashable, Sendable {
  private var counts: [Int64: Int] = [:]
  public private(set) var count = 0

  public init() {}

  /// Adds a time in seconds; what is negative is none.
  public mutating func add(seconds: Int64) {
    counts[WaitingTimes.rounded(max(0, seconds)), default: 0] += 1
    count += 1
  }

  public mutating func add(_ others: WaitingTimes) {
    counts.merge(others.counts, uniquingKeysWith: +)
    count += others.count
  }

  /// The percentile by the nearest rank, in seconds: the least time which so many of a hundred do not exceed. Nil where
  /// nobody waited.
  public func percentile(_ percent: Int) -> Int64? {
    let rank = max(1, (count * percent + 99) / 100)
    var passed = 0
    for (seconds, count) in counts.sorted(by: { $0.key < $1.key }) {
      passed += count
      if passed >= rank { return seconds }
    }
    return nil
  }

  /// The ten highest binary digits of a time; the others are 0.
  static func rounded(_ seconds: Int64) -> Int64 {
    let width = Int64.bitWidth - seconds.leadingZeroBitCount
    return width <= 10 ? seconds : (seconds >> (width - 10)) << (width - 10)
  }
}
