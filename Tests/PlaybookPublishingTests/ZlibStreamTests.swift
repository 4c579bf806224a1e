import TestSupport
import Testing

@testable import PlaybookPublishing

struct ZlibStreamTests {
  private static let cases: [(String, [UInt8])] = [
    ("nothing", []), ("one byte", [7]), ("two bytes", [7, 7]), ("three bytes", [1, 2, 3]),
    ("one stretch", Array(repeating: 0, count: 100_000)), ("a pair again and again", (0..<999).map { UInt8($0 % 2) }),
    ("all bytes", (0...255).map { UInt8($0) }),
    ("a stretch as far as the window", Array(0..<40) + Array(repeating: 99, count: 32_728) + Array(0..<40)),
    ("a stretch beyond it", Array(0..<40) + Array(repeating: 99, count: 32_729) + Array(0..<40)),
    // Each next byte is twice as frequent, so that the best code would have more than 15 bits.
    ("frequencies that grow", (0..<18).flatMap { Array(repeating: UInt8($0), count: 1 << $0) }),
  ]

  @Test(arguments: cases) func `what was compressed is unpacked again`(_ name: String, bytes: [UInt8]) {
    #expect(inflated(zlibStream(bytes)) == bytes, "\(name)")
  }

  @Test func `random bytes with stretches that come again are unpacked again`() {
    let seed = propertySeed("zlib")
    var dice = Dice(seed: seed)
    for _ in 0..<40 {
      var bytes: [UInt8] = []
      for _ in 0..<(dice.next() % 60) {
        let values = 1 + dice.next() % 255
        let start = bytes.isEmpty ? 0 : Int(dice.next() % UInt64(bytes.count))
        bytes += bytes[start...].prefix(Int(dice.next() % 700))
        bytes += (0..<dice.next() % 200).map { _ in UInt8(dice.next() % values) }
      }
      #expect(inflated(zlibStream(bytes)) == bytes, "seed \(seed)")
    }
  }

  @Test func `what comes again takes little`() {
    let text = Array(repeating: Array("A complaint is a present. ".utf8), count: 1000).flatMap { $0 }
    #expect(zlibStream(text).count < text.count / 100)
  }
}
