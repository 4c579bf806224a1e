import DecisionModel
import Diagnostics
import PlaybookSyntax
import Testing
import YAMLSyntax

private let lengths: [(String, Double, Length.Unit)] = [
  ("60 minutes", 60, Length.Unit.minutes), ("1 minute", 1, .minutes), ("1 day", 1, .days), ("1.5 hours", 1.5, .hours),
  ("2 weeks", 2, .weeks),
  ("3 months", 3, .months), ("10k seconds", 10_000, .seconds), ("1 days", 1, .days), ("3 years", 36, .months),
  ("0.5 years", 6, .months),
]

@Test(arguments: lengths)
func `a length is a number and a unit`(_ text: String, _ count: Double, _ unit: Length.Unit) throws {
  let length = try scalar(text).length(working: false)
  #expect(length == Allowance(try #require(Length(count, unit))))
}

private let workingLengths: [(String, Double, Length.Unit)] = [
  ("2 working hours", 2, Length.Unit.hours), ("30 working minutes", 30, .minutes), ("1 working day", 1, .days),
]

@Test(arguments: workingLengths)
func `working time stands where a team answers`(_ text: String, _ count: Double, _ unit: Length.Unit) throws {
  #expect(try scalar(text).length(working: true) == Allowance(try #require(Length(count, unit)), isWorkingTime: true))
  #expect(throws: ValueTrouble.self) { try scalar(text).length(working: false) }
}

@Test(arguments: [
  "60", "minutes", "60 min", "60minutes", "an hour", "0 days", "-1 day", "1.5 months", "0.3 years", "1 day 2 hours",
  "2 working weeks", "30 working seconds", "1.5 working days", "working 2 days",
  "2 working", "1e3 days", "10M days", "∞ days",
])
func `what only looks like a length is none`(_ text: String) {
  #expect(throws: ValueTrouble.self) { try scalar(text).length(working: true) }
}

@Test(arguments: ["2026-12-01", "2024-02-29", "0001-01-01", "9999-12-31"]) func `a day is year, month and day`(
  _ text: String
) throws {
  #expect(try scalar(text).date().description == text)
}

@Test(arguments: [
  "2026-13-01", "2026-02-29", "2026-1-1", "26-12-01", "01.12.2026", "2026-12-01 10:00", "2026/12/01", "today",
  "２０２６-12-01",
])
func `what only looks like a day is none`(_ text: String) {
  #expect(throws: ValueTrouble.self) { try scalar(text).date() }
}

@Test(arguments: [
  ("2026-12-01 10:00", "2026-12-01T10:00:00Z"), ("2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z"),
  ("2026-12-01", "2026-12-01T00:00:00Z"),
  ("2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00Z"),
])
func `a time is a day with a clock, and perhaps an offset`(_ text: String, _ instant: String) throws {
  #expect(try scalar(text).moment().instant(in: .utc)?.description == instant)
}

@Test(arguments: ["10:00", "2026-12-01 25:00", "2026-12-01 10", "2026-12-01 10:00 pm", "now", "tomorrow"])
func `what only looks like a time is none`(_ text: String) {
  #expect(throws: ValueTrouble.self) { try scalar(text).moment() }
}

@Test func `hours are days and times`() throws {
  let hours = try scalar("Mon-Fri 08:00-20:00, Sat 09:00-17:00").hours()
  #expect(hours.stretches.map(\.days) == [[.monday, .tuesday, .wednesday, .thursday, .friday], [.saturday]])
  #expect(hours.stretches.map(\.opens) == [TimeOfDay("08:00"), TimeOfDay("09:00")])
  #expect(hours != .always)
}

@Test func `hours go over the week's end and over midnight`() throws {
  let hours = try scalar("Sat-Mon 22:00-06:00").hours()
  #expect(hours.stretches.map(\.days) == [[.saturday, .sunday, .monday]])
  #expect(hours.stretches.first?.closes == TimeOfDay("06:00"))
}

@Test(arguments: ["Monday 09:00-17:00", "tue 09:00-17:00", "daily 00:00-24:00", "always"])
func `days are written in several ways`(_ text: String) throws {
  _ = try scalar(text).hours()
}

@Test(arguments: [
  "Mon-Fri", "09:00-17:00", "Mon-Fri 9-17", "Mo-Fr 09:00-17:00", "Mon 09:00", "Mon 09:00-25:00", "Mon,Tue 09:00-17:00",
  "Mon- 09:00-17:00", "-Fri 09:00-17:00",
  "Mon-Fri-Sun 09:00-17:00", "Mon 09:00 - 17:00", "never", ",", "Mondey 09:00-17:00",
])
func `what only looks like hours is none`(_ text: String) {
  #expect(throws: ValueTrouble.self) { try scalar(text).hours() }
}

@Test func `a zone is told by its name`() throws {
  _ = try scalar("Europe/London").timeZone()
  _ = try scalar("UTC").timeZone()
  #expect(throws: ValueTrouble.self) { try scalar("GMT+1").timeZone() }
}

@Test func `a fact of type duration takes no months, which are of no one length`() {
  let read = { (text: String) in
    readValue(.scalar(scalar(text)), as: FactType.duration.givenShape, of: "account_age")
  }
  #expect(read("90 days").isEmpty)
  #expect(read("3 months").map(\.message) == ["how long `3 months` is depends on when it begins"])
  #expect(read("3 months").map(\.help) == ["write days: `90 days`"])
  #expect(read("soon").map(\.name.description) == ["invalid-length"])
}
