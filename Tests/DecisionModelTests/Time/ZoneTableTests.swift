import DecisionModel
import TestSupport
import Testing

/// Zones as values; those of real places are in `ZoneDataTests`.
struct ZoneTableTests {
  @Test func `before the first change the first offset holds and after the last one the last`() throws {
    let zone = try #require(
      ZoneTable(
        name: "Test/Twice", firstOffset: 1800,
        changes: [.init(from: Instant(seconds: 1000), offset: 3600), .init(from: Instant(seconds: 9000), offset: 0)]))
    #expect(zone.offset(at: .earliest) == 1800)
    #expect(zone.offset(at: Instant(seconds: 999)) == 1800)
    #expect(zone.offset(at: Instant(seconds: 1000)) == 3600)
    #expect(zone.offset(at: Instant(seconds: 8999)) == 3600)
    #expect(zone.offset(at: Instant(seconds: 9000)) == 0)
    #expect(zone.offset(at: .latest) == 0)
  }

  @Test func `a local time is the first instant at which the clocks have come so far`() throws {
    var random = SeededGenerator(seed: propertySeed("local times"))
    for _ in 0..<40 {
      let zone = try ZoneTable.random(using: &random)
      for _ in 0..<50 {
        let seconds = Int64.random(in: -200_000...2_500_000, using: &random)
        let local = zone.localTime(at: Instant(seconds: seconds))
        let first = zone.instant(of: local)
        #expect(first.seconds <= seconds)
        #expect(zone.localTime(at: first) == local)
        let wanted = LocalTime(date: local.date, time: .noon)
        let found = zone.instant(of: wanted)
        #expect(zone.localTime(at: found) >= wanted)
        for earlier in stride(from: Int64(1), to: 200_000, by: 397) {
          #expect(zone.localTime(at: found.adding(seconds: -earlier)) < wanted)
        }
      }
    }
  }

  @Test func `at the ends of time nothing traps`() throws {
    for offset in [-86_399, 0, 86_399] {
      let zone = try #require(ZoneTable(name: "Test/Far", firstOffset: offset))
      for instant in [Instant.earliest, .latest] {
        let local = zone.localTime(at: instant)
        #expect(local.date.year == (instant == .latest ? 9999 : 1))
        #expect(abs(zone.instant(of: local).seconds(since: instant)) < 86_400)
      }
    }
    let rule = try LengthTests.london()
    #expect(rule.offset(at: .latest) == 0)
    #expect(rule.offset(at: .earliest) == 0)
    #expect(rule.instant(of: LocalTime(date: .latest, time: .midnight)).description == "9999-12-31T00:00:00Z")
  }

  @Test func `a table that is out of order or out of bounds is refused`() {
    let (early, late) = (Instant(seconds: 0), Instant(seconds: 9))
    #expect(ZoneTable(name: "", firstOffset: 86_400) == nil)
    #expect(ZoneTable(name: "", firstOffset: .min) == nil)
    #expect(ZoneTable(name: "", firstOffset: 0, changes: [.init(from: early, offset: -86_400)]) == nil)
    #expect(
      ZoneTable(name: "", firstOffset: 0, changes: [.init(from: late, offset: 0), .init(from: early, offset: 0)]) == nil
    )
    #expect(
      ZoneTable(name: "", firstOffset: 0, changes: [.init(from: late, offset: 0), .init(from: late, offset: 0)]) == nil)
    #expect(DaylightRule.Turn(month: 13, week: 1, weekday: .sunday, time: 0) == nil)
    #expect(DaylightRule.Turn(month: 1, week: 6, weekday: .sunday, time: 0) == nil)
    #expect(DaylightRule.Turn(month: 1, week: 1, weekday: .sunday, time: 168 * 3600) == nil)
  }

  @Test func `a zone that was stored reads back, and a broken one does not`() throws {
    var random = SeededGenerator(seed: propertySeed("stored zones"))
    for zone in [ZoneTable.utc, try LengthTests.london(), try .random(using: &random), try .random(using: &random)] {
      #expect(Stored(zone).reread() == zone)
    }
    var late = Stored(try ZoneTable.random(using: &random))
    late.write { $0.numbers.swapAt(0, 1) }
    #expect(late.reread(as: ZoneTable.self) == nil)
    var far = Stored(ZoneTable.utc)
    far.write { $0.cells[1] = 86_400 }
    #expect(far.reread(as: ZoneTable.self) == nil)
  }

  @Test func `lengths, dates and times that were stored read back, and broken ones do not`() throws {
    let length = try #require(Length(1.5, .hours))
    #expect(Stored(length).reread() == length)
    #expect(Stored(CalendarDate.latest).reread() == CalendarDate.latest)
    #expect(Stored(Instant.earliest).reread() == Instant.earliest)
    for (count, unit) in [(-1.0, UInt32(3)), (1.5, 5), (1, 6)] {
      var broken = Stored(length)
      broken.write { ($0.numbers[0], $0.cells[1]) = (count, unit) }
      #expect(broken.reread(as: Length.self) == nil)
    }
    var beyond = Stored(TimeOfDay.noon)
    beyond.write { $0.cells[0] = 86_400 }
    #expect(beyond.reread(as: TimeOfDay.self) == nil)
  }
}

extension ZoneTable {
  /// A zone whose clocks change wildly, by up to 27 hours, but stay for at least two days each time.
  static func random(using random: inout SeededGenerator) throws -> ZoneTable {
    let changes = (0..<8).map { number in
      let start = Int64(number) * 259_200 + Int64.random(in: 0...86_400, using: &random)
      return Change(from: Instant(seconds: start), offset: Int.random(in: -50_000...50_000, using: &random))
    }
    return try #require(ZoneTable(name: "Test/Random", firstOffset: 0, changes: changes))
  }
}
