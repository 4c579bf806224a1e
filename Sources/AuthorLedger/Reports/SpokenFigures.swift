/// A length of time in a few letters, its two largest units, cut off: `45 s`, `12 min`, `1 h 20 min`, `2 d 3 h`.
public func shortTime(seconds: Int64) -> String {
  let units: [(size: UInt64, name: String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
  let whole = seconds.magnitude
  guard let first = units.firstIndex(where: { whole >= $0.size }) else { return "0 s" }
  let (large, small) = (units[first], first + 1 < units.count ? units[first + 1] : nil)
  let head = "\(whole / large.size) \(large.name)"
  // Seconds beside minutes say nothing to anybody.
  guard let small, small.size > 1, case let rest = whole % large.size / small.size, rest > 0 else { return head }
  return "\(head) \(rest) \(small.name)"
}

/// A share in whole percent, cut off, so that only all is 100 %: `83 %`.
public func shortShare(_ share: Double) -> String { "\(Int(share * 100 + 1e-9)) %" }
