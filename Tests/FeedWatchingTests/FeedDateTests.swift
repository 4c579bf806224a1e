import DecisionModel
import FeedWatching
import Testing

@Suite("Dates of feeds") struct FeedDateTests {
  @Test(arguments: [
    ("2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z"),
    ("2026-12-01T10:00:00.25+01:00", "2026-12-01T09:00:00Z"),
    ("2026-12-01", "2026-12-01T00:00:00Z"),
    ("Tue, 01 Dec 2026 10:00:00 GMT", "2026-12-01T10:00:00Z"),
    ("Tue, 1 Dec 2026 10:00 +0530", "2026-12-01T04:30:00Z"),
    ("1 Dec 2026 10:00:00 -0500", "2026-12-01T15:00:00Z"),
    ("01 December 26 10:00:00 pst", "2026-12-01T18:00:00Z"),
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sun, 06 Nov 94 08:49:60 GMT", "1994-11-06T08:49:59Z"),
    ("Tue, 01 Dec 2026 10:00:00", "2026-12-01T10:00:00Z"),
    ("Tue, 01 Dec 2026 10:00:00 +02:00", "2026-12-01T08:00:00Z"),
    ("  Tue,01 Dec 2026 10:00:00 Z \n", "2026-12-01T10:00:00Z"),
  ]) func `a date is read`(_ written: String, _ meant: String) {
    #expect(instant(ofFeed: Array(written.utf8)) == Instant(meant))
  }

  @Test(arguments: [
    "", "yesterday", "32 Dec 2026 10:00 GMT", "1 Foo 2026 10:00 GMT", "1 Dec 2026 25:00 GMT", "1 Dec 2026",
    "1 Dec 2026 10:00 XYZ", "1 Dec 2026 10:00 +9999", "99999999999999999999 Dec 2026 10:00 GMT",
    "1 Dec 2026 10:00:00:00",
    "1 Dec 0 10:00 GMT", String(repeating: "1 ", count: 1000),
  ]) func `what is no date is none`(_ written: String) {
    #expect(instant(ofFeed: Array(written.utf8)) == nil)
  }
}
