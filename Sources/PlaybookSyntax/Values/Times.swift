public import DecisionModel
import Diagnostics
public import YAMLSyntax
import ZoneData

/// Reads a length of time: a number and a unit, `60 minutes`, `1 day`, `1.5 hours`. A year is twelve months.
public func readLength(_ text: some StringProtocol) -> Length? {
  readAllowance(text, working: false)?.length
}

/// Reads `2 hours`, and where working time makes sense `2 working days`.
private func readAllowance(_ text: some StringProtocol, working: Bool) -> Allowance? {
  let words = text.split(separator: " ")
  let isWorking = working && words.count == 3 && words[1] == "working"
  guard words.count == 2 || isWorking, let count = readNumber(words[0]), count <= 1_000_000,
    let (unit, units) = unit(of: words[words.count - 1]), let length = Length(count * units, unit)
  else { return nil }
  guard !isWorking || [.minutes, .hours, .days].contains(unit) else { return nil }
  return Allowance(length, isWorkingTime: isWorking)
}

/// A unit of the model, and how many of them the word means.
private func unit(of word: some StringProtocol) -> (Length.Unit, Double)? {
  if word == "year" || word == "years" { return (.months, 12) }
  return Length.Unit(word: String(word)).map { ($0, 1) }
}

extension Length {
  /// Whether it is the shorter one, months being thirty days.
  fileprivate func isShorter(than other: Length) -> Bool {
    let days = { (length: Length) in length.seconds.map(Double.init) ?? length.count * 30 * 86_400 }
    return days(self) < days(other)
  }
}

extension Allowance {
  /// Working days end with a day, so that a part of one would end nowhere.
  fileprivate var isPartOfWorkingDay: Bool {
    isWorkingTime && length.unit == .days && length.count.truncatingRemainder(dividingBy: 1) != 0
  }
}

extension YAMLScalar {
  /// The length of time that the scalar is.
  public func length(working: Bool) throws(ValueTrouble) -> Allowance {
    if let allowance = readAllowance(text, working: working), allowance.length.count > 0 {
      if allowance.isPartOfWorkingDay {
        throw ValueTrouble(
          "invalid-length", "working days are whole", at: span,
          help: "write whole days, or hours such as `4 working hours`")
      }
      return allowance
    }
    if !working, let allowance = readAllowance(text, working: true), allowance.isWorkingTime {
      throw ValueTrouble(
        "invalid-length", "working time does not count here", at: span, help: "write plain time: `\(allowance.length)`")
    }
    let units = "`30 minutes`, `2 hours`, `7 days`" + (working ? ", `1 working day`" : ", `3 months`")
    throw ValueTrouble(
      "invalid-length", "`\(shown)` is no length of time", at: span, help: "write a number and a unit: \(units)")
  }

  /// How long an action lasts: `7 days`, or `between 30 and 90 days`, from which a person picks.
  public func actionLength() throws(ValueTrouble) -> ActionDuration {
    let words = text.split(separator: " ")
    guard words.first == "between" else { return .exactly(try length(working: false).length) }
    guard let and = words.firstIndex(of: "and"), let unit = words.last,
      let last = readLength(words[(and + 1)...].joined(separator: " ")),
      let first = readLength((words[1..<and] + (and == 2 ? [unit] : [])).joined(separator: " ")),
      first.count > 0, first.isShorter(than: last)
    else {
      throw ValueTrouble(
        "invalid-length", "`\(shown)` is no range of lengths", at: span,
        help: "write the shorter length first: `between 30 and 90 days`")
    }
    return .between(first, last)
  }

  /// A length of time that does not depend on the calendar.
  func duration() throws(ValueTrouble) {
    guard try length(working: false).length.seconds == nil else { return }
    throw ValueTrouble(
      "invalid-length", "how long `\(shown)` is depends on when it begins", at: span, help: "write days: `90 days`")
  }

  /// The day that the scalar is.
  public func date() throws(ValueTrouble) -> CalendarDate {
    if let date = CalendarDate(text) { return date }
    throw ValueTrouble(
      "invalid-date", "`\(shown)` is no day of the calendar", at: span, help: "write year, month and day: `2026-12-01`")
  }

  /// The time that the scalar is; in the playbook's zone, unless it carries an offset.
  public func moment() throws(ValueTrouble) -> WrittenTime {
    if let time = WrittenTime(text) { return time }
    throw ValueTrouble(
      "invalid-time", "`\(shown)` is no time", at: span, help: "write `2026-12-01 10:00`, or `2026-12-01T10:00:00Z`")
  }

  /// The time zone that the scalar names.
  public func timeZone() throws(ValueTrouble) -> ZoneTable {
    if let zone = ZoneData.zone(named: text) { return zone }
    throw ValueTrouble(
      "unknown-time-zone", "there is no time zone `\(shown)`", at: span,
      help: nearest(to: text, among: ZoneData.names).map { "write `\($0)`" }
        ?? "write a name of the tz database, such as `Europe/London`")
  }
}
