import DecisionModel
import Testing
import ZoneData

/// Our tables against Python's reading of the same database, which `Scripts/make-zone-tables.py` has written down.
struct ZoneSampleTests {
  @Test func `every zone has the offsets that Python finds`() throws {
    let lines = ZoneSamples.fingerprints.words
    #expect(lines.map { $0[0] } == ZoneData.names)
    let instants = Self.sampledInstants
    for line in lines {
      let zone = try #require(ZoneData.zone(named: line[0]))
      #expect(fingerprint(of: zone, at: instants) == UInt64(line[1]), "\(line[0])")
    }
  }

  @Test(arguments: ZoneSamples.changes.words)
  func `the clocks change when Python finds that they do`(line: [String]) throws {
    let zone = try #require(ZoneData.zone(named: line[0]))
    #expect(line.count == 21)
    var before = zone.offset(at: Instant(seconds: 1_767_225_600))
    for word in line.dropFirst() {
      let numbers = word.split(separator: ":").compactMap { Int64($0) }
      let (change, offset) = (Instant(seconds: try #require(numbers.first)), Int(try #require(numbers.last)))
      #expect(zone.offset(at: change.adding(seconds: -1)) == before)
      #expect(zone.offset(at: change) == offset)
      before = offset
    }
  }

  /// The instants from 1970 to 2400 at which the script has looked.
  private static var sampledInstants: [Instant] {
    var state: UInt64 = 1
    return (0..<400).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Instant(seconds: Int64((state >> 20) % 13_569_465_600))
    }
  }

  private func fingerprint(of zone: ZoneTable, at instants: [Instant]) -> UInt64 {
    instants.reduce(14_695_981_039_346_656_037) { hash, instant in
      (hash ^ UInt64(bitPattern: Int64(zone.offset(at: instant)))) &* 1_099_511_628_211
    }
  }
}

extension StaticString {
  /// The words of every line.
  fileprivate var words: [[String]] {
    description.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }
}
