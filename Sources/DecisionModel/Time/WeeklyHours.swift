/// Hours of a week in which a team works, by the clocks of a zone.
public struct WeeklyHours: Hashable, Sendable {
  /// Some days from one time of day to another; where the end is not later than the beginning, into the next day.
  public struct Stretch: Hashable, Sendable {
    public let days: [Weekday]
    public let opens: TimeOfDay
    public let closes: TimeOfDay

    public init(days: [Weekday], opens: TimeOfDay, closes: TimeOfDay) {
      self.days = days
      self.opens = opens
      self.closes = closes
    }
  }

  public let stretches: [Stretch]

  public init(_ stretches: [Stretch]) { self.stretches = stretches }

  /// Every day from midnight to midnight.
  public static let always = WeeklyHours([
    Stretch(days: Weekday.allCases, opens: .midnight, closes: .midnight)
  ])
}

extension WeeklyHours {
  public static let secondsOfWeek = 7 * 86_400

  /// The stretches of a day in seconds from its midnight, in the order in which they open. They belong to the day on
  /// which they open, also where they end on the next one.
  func spans(on day: Weekday) -> [Range<Int>] {
    stretches.filter { $0.days.contains(day) }.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// When somebody works in a week whose clocks are not changed: in seconds from its Monday's midnight, in order and
  /// apart from one another. What runs over the week's end stands at its beginning.
  var openSpans: [Range<Int>] {
    let spans = Weekday.allCases.flatMap { day in
      self.spans(on: day).map { $0.shifted(by: (day.rawValue - 1) * 86_400) }
    }
    return spans.flatMap(\.withinWeek).sorted { $0.lowerBound < $1.lowerBound }.joinedWhereTheyMeet
  }

  /// When nobody works who keeps one of these hours, in the same seconds as `openSpans`.
  public static func gaps(between hours: [WeeklyHours]) -> [Range<Int>] {
    let open = WeeklyHours(hours.flatMap(\.stretches)).openSpans
    let ends = [0] + open.map(\.upperBound)
    let beginnings = open.map(\.lowerBound) + [secondsOfWeek]
    return zip(ends, beginnings).filter { $0 < $1 }.map { $0..<$1 }
  }
}

extension WeeklyHours.Stretch {
  fileprivate var span: Range<Int> {
    let (from, to) = (opens.secondsSinceMidnight, closes.secondsSinceMidnight)
    return from..<(to > from ? to : to + 86_400)
  }
}

extension Range<Int> {
  fileprivate func shifted(by seconds: Int) -> Range { lowerBound + seconds..<upperBound + seconds }

  fileprivate var withinWeek: [Range] {
    let week = WeeklyHours.secondsOfWeek
    return upperBound <= week ? [self] : [lowerBound..<week, 0..<upperBound - week]
  }
}

extension [Range<Int>] {
  /// Ranges in the order of their beginnings, those made one that overlap or touch.
  fileprivate var joinedWhereTheyMeet: [Range<Int>] {
    reduce(into: []) { joined, next in
      if let last = joined.last, next.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, next.upperBound)
      } else {
        joined.append(next)
      }
    }
  }
}
