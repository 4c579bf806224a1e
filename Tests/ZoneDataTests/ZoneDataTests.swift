import DecisionModel
import Testing
import ZoneData

struct ZoneDataTests {
  /// Local times whose instant is known, some skipped and some repeated by the clocks. The instants are worked out by
  /// hand from the laws of the places, not from the tables.
  @Test(arguments: [
    // London: forward at 01:00 UTC on 29 March 2026, back at 01:00 UTC on 25 October.
    ("Europe/London", "2026-03-29 00:59:59", "2026-03-29T00:59:59Z"),
    ("Europe/London", "2026-03-29 01:00", "2026-03-29T01:00:00Z"),
    ("Europe/London", "2026-03-29 01:30", "2026-03-29T01:00:00Z"),
    ("Europe/London", "2026-03-29 02:00", "2026-03-29T01:00:00Z"),
    ("Europe/London", "2026-03-29 02:30", "2026-03-29T01:30:00Z"),
    ("Europe/London", "2026-10-25 00:59:59", "2026-10-24T23:59:59Z"),
    ("Europe/London", "2026-10-25 01:00", "2026-10-25T00:00:00Z"),
    ("Europe/London", "2026-10-25 01:59:59", "2026-10-25T00:59:59Z"),
    ("Europe/London", "2026-10-25 02:00", "2026-10-25T02:00:00Z"),
    ("Europe/London", "2026-12-01 10:00", "2026-12-01T10:00:00Z"),
    ("Europe/London", "1971-06-01 12:00", "1971-06-01T11:00:00Z"),
    ("Europe/London", "1971-01-01 12:00", "1971-01-01T11:00:00Z"),
    ("Europe/London", "2999-07-01 12:00", "2999-07-01T11:00:00Z"),
    // New York: forward at 02:00 on 8 March 2026, back at 02:00 on 1 November; before 2007 in April and October.
    ("America/New_York", "2026-03-08 01:59:59", "2026-03-08T06:59:59Z"),
    ("America/New_York", "2026-03-08 02:30", "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-03-08 03:00", "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z"),
    ("America/New_York", "2026-11-01 02:00", "2026-11-01T07:00:00Z"),
    ("America/New_York", "2006-04-01 12:00", "2006-04-01T17:00:00Z"),
    ("America/New_York", "2006-04-03 12:00", "2006-04-03T16:00:00Z"),
    // Lord Howe: half an hour, forward at 02:00 on 4 October 2026, back at 02:00 on 5 April.
    ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:30:00Z"),
    ("Australia/Lord_Howe", "2026-10-04 02:30", "2026-10-03T15:30:00Z"),
    ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z"),
    ("Australia/Lord_Howe", "2026-04-05 02:00", "2026-04-04T15:30:00Z"),
    // Casablanca: an hour back during Ramadan, 2026 from 15 February 03:00 to 22 March 02:00; fixed beyond 2087.
    ("Africa/Casablanca", "2026-02-15 02:30", "2026-02-15T01:30:00Z"),
    ("Africa/Casablanca", "2026-02-15 03:00", "2026-02-15T03:00:00Z"),
    ("Africa/Casablanca", "2026-03-22 02:30", "2026-03-22T02:00:00Z"),
    ("Africa/Casablanca", "2026-06-01 12:00", "2026-06-01T11:00:00Z"),
    ("Africa/Casablanca", "2200-06-01 12:00", "2200-06-01T11:00:00Z"),
    // Kolkata: never.
    ("Asia/Kolkata", "2026-03-29 01:30", "2026-03-28T20:00:00Z"),
    ("Asia/Kolkata", "1970-01-01 05:30", "1970-01-01T00:00:00Z"),
    // Apia: 30 December 2011 did not take place; no daylight time since 2021.
    ("Pacific/Apia", "2011-12-29 23:59:59", "2011-12-30T09:59:59Z"),
    ("Pacific/Apia", "2011-12-30 00:00", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-31 00:00", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2026-01-01 00:00", "2025-12-31T11:00:00Z"),
    // Dublin, where winter time is the exception; Nuuk, whose clocks change on Saturday evening.
    ("Europe/Dublin", "2026-07-01 12:00", "2026-07-01T11:00:00Z"),
    ("Europe/Dublin", "2026-12-01 12:00", "2026-12-01T12:00:00Z"),
    ("America/Nuuk", "2030-03-30 23:30", "2030-03-31T01:00:00Z"),
    ("America/Nuuk", "2030-10-26 23:30", "2030-10-27T00:30:00Z"),
  ])
  func `a local time means an instant`(zone: String, local: String, instant: String) throws {
    let table = try #require(ZoneData.zone(named: zone))
    #expect(WrittenTime(local)?.instant(in: table)?.description == instant)
  }

  @Test(arguments: [
    "Europe/Lundon", "europe/london", "", " ", "Europe", "Europe/London ", "Europe/London\n", "rule", "=", "Z",
    "Factory", "posix/Europe/London", "Asia/\u{212A}arachi", "\u{FFFF}", "0",
  ])
  func `a name that the database does not have is no zone`(name: String) {
    #expect(ZoneData.zone(named: name) == nil)
  }

  @Test func `every name is a zone and stands once, in order`() throws {
    #expect(ZoneData.names.count > 550)
    for (one, other) in zip(ZoneData.names, ZoneData.names.dropFirst()) {
      #expect(one.utf8.lexicographicallyPrecedes(other.utf8))
    }
    for name in ZoneData.names {
      #expect(ZoneData.zone(named: name)?.name == name)
    }
    for name in ["UTC", "Etc/UTC", "GB", "US/Pacific", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "EST5EDT"] {
      #expect(ZoneData.names.contains(name))
    }
    #expect(ZoneData.release == "2025b")
  }

  @Test func `an older name shows the same time`() throws {
    for (older, newer) in [
      ("GB", "Europe/London"), ("Asia/Calcutta", "Asia/Kolkata"), ("US/Eastern", "America/New_York"),
    ] {
      let (one, other) = (try #require(ZoneData.zone(named: older)), try #require(ZoneData.zone(named: newer)))
      #expect(one.changes == other.changes)
      #expect(one.lastRule == other.lastRule)
      #expect(one.firstOffset == other.firstOffset)
    }
  }
}
