import DecisionModel
import TestSupport
import Testing

struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("2026-12-01T10:00:00Z", 1_796_119_200),
      ("2026-12-01 10:00:00Z", 1_796_119_200),
      ("2026-12-01t10:00:00z", 1_796_119_200),
      ("2026-12-01T10:00Z", 1_796_119_200),
      ("2026-12-01T10:00:00+00:00", 1_796_119_200),
      ("2026-12-01T10:00:00-00:00", 1_796_119_200),
      ("2026-12-01T11:00:00+01:00", 1_796_119_200),
      ("2026-12-01T11:00:00+0100", 1_796_119_200),
      ("2026-12-01T11:00:00+01", 1_796_119_200),
      ("2026-12-01T11:00+01", 1_796_119_200),
      ("2026-12-01T15:30:00+05:30", 1_796_119_200),
      ("2026-11-30T23:00:00-11:00", 1_796_119_200),
      ("2026-12-02T09:59:00+23:59", 1_796_119_200),
      ("2026-12-01T10:00:00.9Z", 1_796_119_200),
      ("2026-12-01T10:00:00,999999999999999999999999+00:00", 1_796_119_200),
      ("2024-02-29T00:00:00Z", 1_709_164_800),
      ("2000-02-29T23:59:59Z", 951_868_799),
      ("1969-12-31T23:59:59Z", -1),
      ("1969-12-31T23:59:59.5Z", -1),
      ("1900-03-01T00:00:00Z", -2_203_891_200),
      ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("9999-12-31T23:59:59+00:01", 253_402_300_739),
    ] as [(String, Int64)])
  func `a date and time with its offset is an instant`(text: String, seconds: Int64) {
    #expect(Instant(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2026", "2026-12", "2026-12-01", "2026-12-01T10:00", "2026-12-01 10:00:00", "20261201T100000Z", "2026-W49-2",
    "2026-335T10:00:00Z", "2026-12-01T10Z", "2026-12-01T10:00:00", "2026-12-01T1000Z", "2026-12-01T10:00:0Z",
    "2026-12-01  10:00:00Z", "2026-12-01\n10:00:00Z", "2026-12-01_10:00:00Z", " 2026-12-01T10:00:00Z",
    "2026-12-01T10:00:00Z ", "2026-12-01T10:00:00Z\n", "2026-12-01T10:00:00 Z", "2026-12-01T10:00:00 +01:00",
    "2026-12-01T10:00:00ZZ", "2026-12-01T10:00:00Z+01:00", "2026-12-01T10:00:00+1", "2026-12-01T10:00:00+1:00",
    "2026-12-01T10:00:00+01:0", "2026-12-01T10:00:00+01:", "2026-12-01T10:00:00+24:00", "2026-12-01T10:00:00+01:60",
    "2026-12-01T10:00:00+01:00:00", "2026-12-01T10:00:00+", "2026-12-01T10:00:00.Z", "2026-12-01T10:00:00.",
    "2026-12-01T10:00.5Z",
    "2026-12-01T10:00:00.5", "2026-12-01T24:00:00Z", "2026-12-01T25:00:00Z", "2026-12-01T10:60:00Z",
    "2026-12-01T23:59:60Z",
    "2026-12-01T10:00:61Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-02-30T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "-001-01-01T00:00:00Z", "-2026-12-01T10:00:00Z", "+2026-12-01T10:00:00Z", "10000-01-01T00:00:00Z",
    "999-01-01T00:00:00Z", "26-12-01T10:00:00Z", "2026-1-1T10:00:00Z", "2026/12/01T10:00:00Z", "01-12-2026T10:00:00Z",
    "2/24/2015 11:35", "tomorrow", "1796119200", "２０２６-12-01T10:00:00Z", "2026-12-01T10:00:00−01:00",
    "2026–12–01T10:00:00Z",
    "2026-12-01T10:00:00\u{0}Z", "2026-12-0aT10:00:00Z", "2026-12-+1T10:00:00Z", "0001-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
  ])
  func `anything else is not`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `an instant is printed in UTC to the second`() {
    #expect(Instant(seconds: 1_796_203_800).description == "2026-12-02T09:30:00Z")
    #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
    #expect(Instant.earliest.description == "0001-01-01T00:00:00Z")
    #expect(Instant.latest.description == "9999-12-31T23:59:59Z")
  }

  @Test func `what is printed reads back`() {
    var random = SeededGenerator(seed: propertySeed("instants read back"))
    for _ in 0..<5000 {
      let seconds = Int64.random(in: Instant.earliest.seconds...Instant.latest.seconds, using: &random)
      let instant = Instant(seconds: seconds)
      #expect(instant.seconds == seconds)
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test func `arithmetic stops at the ends of time`() {
    #expect(Instant(seconds: .max) == .latest)
    #expect(Instant(seconds: .min) == .earliest)
    #expect(Instant.latest.adding(seconds: 1) == .latest)
    #expect(Instant.latest.adding(seconds: .max) == .latest)
    #expect(Instant.earliest.adding(seconds: .min) == .earliest)
    #expect(Instant(seconds: 10).adding(seconds: -20) == Instant(seconds: -10))
    #expect(Instant.latest.seconds(since: .earliest) == 315_537_897_599)
  }

  @Test func `a written time without offset is meant in the zone`() throws {
    let zone = try #require(ZoneTable(name: "Test/East", firstOffset: 7200))
    let written = try #require(WrittenTime("2026-12-01 10:00"))
    #expect(written.offset == nil)
    #expect(written.instant == nil)
    #expect(written.instant(in: zone) == Instant("2026-12-01T08:00:00Z"))
    #expect(WrittenTime("2026-12-01")?.instant(in: zone) == Instant("2026-11-30T22:00:00Z"))
    #expect(WrittenTime("2026-12-01")?.time == nil)
    #expect(WrittenTime("2026-12-01T10:00:00-05:00")?.instant(in: zone) == Instant("2026-12-01T15:00:00Z"))
    #expect(WrittenTime("9999-12-31T23:59:59-05:00")?.instant(in: zone) == nil)
    #expect(WrittenTime("2026-12-01Z") == nil)
    #expect(WrittenTime("2026-12-01T") == nil)
  }
}
