public import DecisionModel

/// The instant that a feed or a header of HTTP means, however it writes it.
///
/// Understood are RFC 3339 as Atom has it (`2026-12-01T10:00:00+01:00`) and the dates of RFC 822 and 5322 as RSS and
/// HTTP have them: `Tue, 01 Dec 2026 10:00:00 GMT`, with or without a weekday and seconds, years of two digits as RFC 5322
/// reads them, zones of North America by their names. A date without a zone is taken as UTC.
public func instant(ofFeed text: [UInt8]) -> Instant? {
  let text = Array(text.trimmed)
  guard text.count <= 64 else { return nil }
  if let written = WrittenTime(text) { return written.instant ?? utc(written) }
  return MailDate(text)?.instant
}

private func utc(_ written: WrittenTime) -> Instant? {
  WrittenTime("\(written.date)T\(written.time ?? .midnight)Z")?.instant
}

/// A date as letters and HTTP have it.
private struct MailDate {
  let instant: Instant

  init?(_ text: [UInt8]) {
    var parts = text.split { $0.isBlank || $0 == UInt8(ascii: ",") }[...]
    if let first = parts.first, first.allSatisfy(\.isLetter) { parts = parts.dropFirst() }
    guard parts.count >= 4, let day = MailDate.number(parts.removeFirst(), digits: 1...2),
      let month = MailDate.month(parts.removeFirst()), let year = MailDate.year(parts.removeFirst()),
      let date = CalendarDate(year: year, month: month, day: day),
      let time = MailDate.time(parts.removeFirst()),
      let offset = parts.isEmpty ? 0 : MailDate.offset(parts.removeFirst())
    else { return nil }
    instant = Instant(seconds: Int64(date.dayNumber) * 86_400 + Int64(time) - Int64(offset))
  }

  private static func number(_ text: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.count), text.allSatisfy(\.isDigit) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ text: ArraySlice<UInt8>) -> Int? {
    let name = text.prefix(3).smallLetters
    return months.firstIndex { $0.utf8.elementsEqual(name) }.map { $0 + 1 }
  }

  private static func year(_ text: ArraySlice<UInt8>) -> Int? {
    guard let year = number(text, digits: 2...4) else { return nil }
    return text.count == 4 ? year : text.count == 3 || year >= 50 ? 1900 + year : 2000 + year
  }

  /// Seconds since midnight; a leap second is the one before it.
  private static func time(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = text.split(separator: UInt8(ascii: ":")).map { number($0, digits: 1...2) }
    guard 2...3 ~= parts.count, let hour = parts[0], let minute = parts[1], let second = parts.count == 3 ? parts[2] : 0
    else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: min(second, 59))?.secondsSinceMidnight
  }

  /// Hours east of Greenwich.
  private static let zones = [
    "gmt": 0, "ut": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
  ]

  /// Seconds east of Greenwich.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      let name = text.smallLetters
      return zones.first { $0.key.utf8.elementsEqual(name) }.map { $0.value * 3600 }
    }
    guard let digits = number(text.dropFirst().filter { $0 != UInt8(ascii: ":") }[...], digits: 4...4),
      digits % 100 < 60, digits / 100 < 24
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (digits / 100 * 60 + digits % 100) * 60
  }
}
