import DecisionModel
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("2026-12-01", 20_788, .tuesday), ("2026-11-22", 20_779, .sunday),
    ("2000-02-29", 11_016, .tuesday), ("1969-12-31", -1, .wednesday), ("0001-01-01", -719_162, .monday),
    ("9999-12-31", 2_932_896, .friday), ("1582-10-15", -141_427, .friday), ("1900-01-01", -25_567, .monday),
  ])
  func `a date is a day with a weekday`(text: String, dayNumber: Int, weekday: Weekday) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test func `every day of four hundred years follows the one before`() throws {
    var (year, month, day) = (1900, 1, 1)
    var date = try #require(CalendarDate(year: year, month: month, day: day))
    while year < 2301 {
      #expect(date.components == (year, month, day))
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      let tomorrow = date.adding(days: 1)
      #expect(tomorrow.weekday == date.weekday.next)
      date = tomorrow
      if CalendarDate(year: year, month: month, day: day + 1) != nil {
        day += 1
      } else {
        (month, day) = (month + 1, 1)
        if month > 12 { (year, month) = (year + 1, 1) }
      }
    }
    #expect(date.dayNumber - (CalendarDate("1901-01-01")?.dayNumber ?? 0) == 146_097)
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-11-31", "2026-00-10", "2026-13-10", "0000-01-01", "2026-1-1", "2026-12-01 ",
    "2026-12-1x", "20261201", "12026-12-01", "", "2026-12-01T10:00",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 3, "2026-04-30"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-12-31", 12, "2027-12-31"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-01-15", 0, "2026-01-15"), ("2026-05-31", -15, "2025-02-28"), ("9999-12-01", 1, "9999-12-31"),
    ("0001-01-20", -1, "0001-01-01"), ("2026-01-01", .max, "9999-12-31"), ("2026-01-01", .min, "0001-01-01"),
  ])
  func `months are of the calendar`(text: String, months: Int, result: String) {
    #expect(CalendarDate(text)?.adding(months: months).description == result)
  }

  @Test func `days stop at the ends of the calendar`() {
    #expect(CalendarDate("2026-12-31")?.adding(days: 1).description == "2027-01-01")
    #expect(CalendarDate("2026-03-01")?.adding(days: -1).description == "2026-02-28")
    #expect(CalendarDate.latest.adding(days: 1) == .latest)
    #expect(CalendarDate.latest.adding(days: .max) == .latest)
    #expect(CalendarDate.earliest.adding(days: .min) == .earliest)
    #expect(CalendarDate(dayNumber: .max) == .latest)
  }

  @Test(arguments: [
    ("00:00", 0, "00:00"), ("22:30", 81_000, "22:30"), ("22:30:15", 81_015, "22:30:15"),
    ("23:59:59", 86_399, "23:59:59"),
    ("08:00:00", 28_800, "08:00"),
  ])
  func `a time of day is read and printed`(text: String, seconds: Int, printed: String) throws {
    let time = try #require(TimeOfDay(text))
    #expect(time.secondsSinceMidnight == seconds)
    #expect(time.description == printed)
    #expect(TimeOfDay(hour: time.hour, minute: time.minute, second: time.second) == time)
  }

  @Test(arguments: [
    "24:00", "8:00", "08.00", "0800", "08", "08:0", "08:60", "08:00:60", "08:00:00.5", "-8:00", "08:00 ", "",
  ])
  func `what is no time of day is refused`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }
}
