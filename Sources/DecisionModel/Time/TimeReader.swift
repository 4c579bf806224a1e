/// A cursor over a date or a time in ISO 8601. Each part is nil where it does not stand as it must.
struct TimeReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: [UInt8]) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Moves past the next byte if it is one of these.
  mutating func skip(oneOf bytes: StaticString) -> Bool {
    guard let next = rest.first, bytes.withUTF8Buffer({ $0.contains(next) }) else { return false }
    rest.removeFirst()
    return true
  }

  /// `2026-12-01`.
  mutating func date() -> CalendarDate? {
    guard let year = number(ofDigits: 4), skip(oneOf: "-"), let month = number(ofDigits: 2), skip(oneOf: "-"),
      let day = number(ofDigits: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `10:00` or `10:00:00`, and whether the seconds were written.
  mutating func time() -> (time: TimeOfDay, hasSeconds: Bool)? {
    guard let hour = number(ofDigits: 2), skip(oneOf: ":"), let minute = number(ofDigits: 2) else { return nil }
    let hasSeconds = skip(oneOf: ":")
    guard let second = hasSeconds ? number(ofDigits: 2) : 0 else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: second).map { ($0, hasSeconds) }
  }

  /// A time whose seconds may have a fraction, which is cut off.
  mutating func timeWithFraction() -> TimeOfDay? {
    guard let (time, hasSeconds) = time() else { return nil }
    if hasSeconds && skip(oneOf: ".,") {
      let digits = rest.prefix(while: TimeReader.isDigit).count
      guard digits > 0 else { return nil }
      rest.removeFirst(digits)
    }
    return time
  }

  /// `Z`, `+01:00`, `+0100` or `+01`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if skip(oneOf: "Zz") { return 0 }
    let isWest = rest.first == UInt8(ascii: "-")
    guard skip(oneOf: "+-"), let hours = number(ofDigits: 2), hours < 24 else { return nil }
    guard !isAtEnd else { return (isWest ? -1 : 1) * hours * 3600 }
    _ = skip(oneOf: ":")
    guard let minutes = number(ofDigits: 2), minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// The number of just so many digits.
  private mutating func number(ofDigits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(TimeReader.isDigit) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
