import Testing

@testable import DecisionModel

@Suite struct ChecksumTests {
  private static let cases: [([UInt8], UInt32)] = [
    (Array("123456789".utf8), 0xE306_9283),
    (Array(repeating: 0, count: 32), 0x8A91_36AA),
    (Array(repeating: 0xFF, count: 32), 0x62A8_AB43),
    (Array(0..<32), 0x46DD_794E),
    ([], 0),
  ]

  /// RFC 3720, appendix B.4, and the check value of the catalogue of CRC algorithms.
  @Test(arguments: cases)
  func `CRC-32C is that of the RFC`(_ bytes: [UInt8], _ expected: UInt32) {
    #expect(bytes.withUnsafeBytes { CRC32C.of($0) } == expected)
  }

  @Test func `a checksum of parts is that of the whole`() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 37) }
    let whole = bytes.withUnsafeBytes { CRC32C.of($0) }
    for cut in 0...bytes.count {
      var checksum = CRC32C()
      bytes[..<cut].withUnsafeBytes { checksum.add($0) }
      bytes[cut...].withUnsafeBytes { checksum.add($0) }
      #expect(checksum.value == whole)
    }
  }

  @Test func `the processor's instruction and the tables say the same`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 151) }
    for count in 0...bytes.count {
      var checksum = CRC32C()
      bytes[..<count].withUnsafeBytes { checksum.addByTables($0) }
      #expect(checksum.value == bytes[..<count].withUnsafeBytes { CRC32C.of($0) })
    }
  }
}
