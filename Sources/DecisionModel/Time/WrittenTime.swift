/// A point in time as somebody wrote it: a date, perhaps a time of day, perhaps an offset from UTC.
///
/// Understood is ISO 8601 with the liberties of RFC 3339: `2026-12-01`, `2026-12-01 10:00`, `2026-12-01T10:00:00Z`,
/// `2026-12-01t10:00:00.25+01:00`. Date and time are parted by `T` or one space; seconds may be left out, and so may
/// their fraction, which is cut off; an offset is `Z`, `+01:00`, `+0100` or `+01`. Years run from 0001 to 9999, hours
/// from 00 to 23, seconds from 00 to 59 (a leap second, `23:59:60`, is not understood).
public struct WrittenTime: Hashable, Sendable {
  public let date: CalendarDate
  /// Nil where only a date was written.
  public let time: TimeOfDay?
  /// Seconds east of UTC; nil where no offset was written. Only a time of day has one.
  public let offset: Int?

  /// Reads the whole of a text; nil if it is nothing of the kind.
  public init?(_ text: String) { self.init(Array(text.utf8)) }

  /// Reads the whole of a text in UTF-8; nil if it is nothing of the kind.
  public init?(_ text: [UInt8]) {
    var reader = TimeReader(text)
    guard let date = reader.date() else { return nil }
    var (time, offset): (TimeOfDay?, Int?)
    if reader.skip(oneOf: "Tt ") {
      time = reader.timeWithFraction()
      guard time != nil else { return nil }
      offset = reader.isAtEnd ? nil : reader.offset()
    }
    guard reader.isAtEnd else { return nil }
    (self.date, self.time, self.offset) = (date, time, offset)
  }

  /// The local time that was written, where no offset was; a date alone is the midnight with which it begins.
  public var localTime: LocalTime? {
    offset == nil ? LocalTime(date: date, time: time ?? .midnight) : nil
  }

  /// The instant that was meant, if an offset was written; nil if it is not in the years 0001 to 9999 of UTC.
  public var instant: Instant? {
    guard let offset, let time else { return nil }
    let seconds = LocalTime(date: date, time: time).clockSeconds - Int64(offset)
    let instant = Instant(seconds: seconds)
    return instant.seconds == seconds ? instant : nil
  }

  /// The instant that was meant, in this zone where no offset was written.
  public func instant(in zone: ZoneTable) -> Instant? {
    localTime.map { zone.instant(of: $0) } ?? instant
  }
}

extension Instant {
  /// Reads a date and time with its offset (see `WrittenTime`): `2026-12-01T10:00:00Z`. Nil for anything else.
  public init?(_ text: String) { self.init(Array(text.utf8)) }

  public init?(_ text: [UInt8]) {
    guard let instant = WrittenTime(text)?.instant else { return nil }
    self = instant
  }
}

extension CalendarDate {
  /// Reads `2026-12-01`; nil for anything else, and for days that the calendar does not have.
  public init?(_ text: String) { self.init(Array(text.utf8)) }

  public init?(_ text: [UInt8]) {
    var reader = TimeReader(text)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }
}

extension TimeOfDay {
  /// Reads `22:30` or `22:30:15`; nil for anything else.
  public init?(_ text: String) { self.init(Array(text.utf8)) }

  public init?(_ text: [UInt8]) {
    var reader = TimeReader(text)
    guard let time = reader.time()?.time, reader.isAtEnd else { return nil }
    self = time
  }
}
