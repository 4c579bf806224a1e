import DecisionModel

extension Instant {
  /// Reads the form that machines write, `2026-12-01T10:00:00Z`; nil for every other, which `WrittenTime` may know.
  init?(plain text: UnsafeRawBufferPointer) {
    guard text.count == 20, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A,
      text[19] == 0x5A, let year = Self.number(text, 0..<4), let month = Self.number(text, 5..<7),
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
}
