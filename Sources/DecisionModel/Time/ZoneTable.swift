/// A time zone: by how much its clocks differ from UTC, and since when.
public struct ZoneTable: Hashable, Sendable {
  /// A change of the clocks: from this instant on they differ from UTC by `offset`.
  public struct Change: Hashable, Sendable {
    public let from: Instant
    /// Seconds east of UTC.
    public let offset: Int

    public init(from: Instant, offset: Int) {
      self.from = from
      self.offset = offset
    }
  }

  /// The name in the tz database: `Europe/London`.
  public let name: String
  /// The offset before the first change, in seconds east of UTC.
  public let firstOffset: Int
  /// The changes in the order of time.
  public let changes: [Change]
  /// What happens every year after the last change; where there is nothing, the last offset holds.
  public let lastRule: DaylightRule?

  /// UTC itself.
  public static let utc = ZoneTable(unchecked: "UTC", firstOffset: 0, changes: [], lastRule: nil)

  /// A zone; nil if the changes are not in the order of time, or an offset is a day or more.
  public init?(name: String, firstOffset: Int, changes: [Change] = [], lastRule: DaylightRule? = nil) {
    guard ZoneTable.isOffset(firstOffset), changes.allSatisfy({ ZoneTable.isOffset($0.offset) }),
      zip(changes, changes.dropFirst()).allSatisfy({ $0.from < $1.from })
    else { return nil }
    self.init(unchecked: name, firstOffset: firstOffset, changes: changes, lastRule: lastRule)
  }

  private init(unchecked name: String, firstOffset: Int, changes: [Change], lastRule: DaylightRule?) {
    self.name = name
    self.firstOffset = firstOffset
    self.changes = changes
    self.lastRule = lastRule
  }

  static func isOffset(_ seconds: Int) -> Bool { abs(Double(seconds)) < 86_400 }
}

extension ZoneTable {
  /// The difference between the zone's clocks and UTC at an instant, in seconds east of UTC.
  public func offset(at instant: Instant) -> Int { stretch(at: instant.seconds).offset }

  /// What calendar and clock show in the zone at an instant.
  public func localTime(at instant: Instant) -> LocalTime {
    LocalTime(clockSeconds: instant.seconds + Int64(offset(at: instant)))
  }

  /// The instant at which calendar and clock show a local time: the first one, where the clocks are set back and show
  /// it twice; where they are set forward and skip it, the instant at which they are.
  ///
  /// All three are one thing: the first instant at which the clocks show that time or a later one. (Nowhere are clocks
  /// set forward and back again within as many hours as they skip.)
  public func instant(of local: LocalTime) -> Instant {
    let shown = local.clockSeconds
    // Offsets are less than a day, so a day before its face value every clock showed an earlier time.
    var start = shown - 86_400
    while true {
      let stretch = stretch(at: start)
      let candidate = max(start, shown - Int64(stretch.offset))
      guard let end = stretch.end, candidate >= end else { return Instant(seconds: candidate) }
      start = end
    }
  }

  /// The instant after another one at which the clocks next may be changed; nil where they are not any more.
  func nextChange(after instant: Instant) -> Instant? {
    stretch(at: instant.seconds).end.map { Instant(seconds: $0) }
  }

  /// The offset at some seconds since 1970, and the instant in seconds at which it next may change.
  private func stretch(at seconds: Int64) -> (offset: Int, end: Int64?) {
    let next = indexOfChange(after: seconds)
    if next < changes.count {
      return (next == 0 ? firstOffset : changes[next - 1].offset, changes[next].from.seconds)
    }
    if let lastRule { return lastRule.stretch(at: seconds) }
    return (changes.last?.offset ?? firstOffset, nil)
  }

  /// The index of the first change that is later, by bisection.
  private func indexOfChange(after seconds: Int64) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].from.seconds <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
