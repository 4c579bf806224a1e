import DecisionModel

// The form in which machines write instants: `2026-12-01T10:00:00Z`.
extension Instant {
  static let plainLength = 20

  /// Reads that form; nil for every other, which `WrittenTime` may know.
  init?(plain text: UnsafeRawBufferPointer) {
    guard text.count == Self.plainLength, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54, text[13] == 0x3A,
      text[16] == 0x3A, text[19] == 0x5A, let year = Self.number(text, 0..<4), let month = Self.number(text, 5..<7),
      let day = Self.number(text, 8..<10), let hour = Self.number(text, 11..<13),
      let minute = Self.number(text, 14..<16), let second = Self.number(text, 17..<19),
      let date = CalendarDate(year: year, month: month, day: day),
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    self.init(seconds: Int64(date.dayNumber * 86_400 + time.secondsSinceMidnight))
  }

  private static func number(_ text: UnsafeRawBufferPointer, _ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      guard text[place] >= 0x30, text[place] <= 0x39 else { return nil }
      number = number * 10 + Int(text[place] - 0x30)
    }
    return number
  }

  /// Writes the numbers of that form over those of another instant.
  func overwrite(plain text: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
    let second = (Int(seconds) % 86_400 + 86_400) % 86_400
    let (year, month, day) = CalendarDate(dayNumber: (Int(seconds) - second) / 86_400).components
    let numbers = [
      (0, year / 100), (2, year % 100), (5, month), (8, day), (11, second / 3600), (14, second / 60 % 60),
      (17, second % 60),
    ]
    for (offset, number) in numbers {
      text[place + offset] = UInt8(truncatingIfNeeded: 0x30 + number / 10)
      text[place + offset + 1] = UInt8(truncatingIfNeeded: 0x30 + number % 10)
    }
  }
}
