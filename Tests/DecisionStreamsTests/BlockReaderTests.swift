import Foundation
import TestSupport
import Testing

@testable import DecisionStreams

/// Which lines an input has, however it is cut into blocks.
@Suite struct BlockReaderTests {
  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n", [""]), ("\n\n", ["", ""]),
      ("a\n\n", ["a", ""]),
      ("a\r\nb\r\n", ["a", "b"]), ("a\r", ["a"]), ("\r\n", [""]), ("a\r\r\n", ["a\r"]), ("a\rb\n", ["a\rb"]),
      ("\r", [""]),
      ("\u{FEFF}a\nb\n", ["a", "b"]), ("\u{FEFF}", []), ("\u{FEFF}\n", [""]), ("\u{FEFF}\u{FEFF}a", ["\u{FEFF}a"]),
      ("a\n\u{FEFF}b", ["a", "\u{FEFF}b"]), ("12345678\n", ["12345678"]), ("12345678\r\n", ["12345678"]),
      ("123456789\nb", [nil, "b"]), ("123456789", [nil]), ("123456789\r\n", [nil]), ("12345678\r", ["12345678"]),
      ("a\n12345678901234567890123456789\n\nb\n", ["a", nil, "", "b"]),
      ("1234567890\n1234567890\nab", [nil, nil, "ab"]), ("12345678\r\r\n", [nil]),
    ] as [(String, [String?])])
  func `an input has these lines`(_ input: String, _ expected: [String?]) throws {
    for block in 1...24 {
      for lines in 1...4 {
        #expect(
          try Self.lines(of: Array(input.utf8), block: block, lines: lines)
            == expected.map { $0.map { Array($0.utf8) } })
      }
    }
  }

  @Test func `random bytes have the lines that splitting gives`() throws {
    var dice = SeededGenerator(seed: propertySeed("lines of random bytes"))
    for _ in 0..<300 {
      let bytes: [UInt8] = (0..<Int.random(in: 0...200, using: &dice)).map { _ in
        [0x0A, 0x0D, 0x61, 0xEF, 0xBB, 0xBF, 0x00, 0xFF][Int.random(in: 0..<8, using: &dice)]
      }
      let found = try Self.lines(
        of: bytes, block: Int.random(in: 1...64, using: &dice), lines: Int.random(in: 1...9, using: &dice))
      #expect(found == Self.split(bytes), "\(bytes)")
    }
  }

  @Test func `an input that comes piece by piece has the same lines, and none waits for the next`() throws {
    let pipe = Pipe()
    var reader = BlockReader(try OpenFile(ofPipe: pipe), BlockReader.Sizes(longestLine: 8))
    let block = Block(size: 16)
    for (piece, lines) in [("ab\n", 1), ("c", 0), ("\nd\ne", 2), ("f\n", 1)] {
      try pipe.fileHandleForWriting.write(contentsOf: Data(piece.utf8))
      if lines == 0 { continue }
      block.empty()
      #expect(try reader.read(into: block))
      #expect(block.lines.count == lines, "\(piece)")
    }
  }

  @Test func `of a line that is too long nothing is kept`() throws {
    let file = try TemporaryFile(Array(repeating: 0x61, count: 1 << 20) + [0x0A, 0x62])
    var reader = BlockReader(try OpenFile(reading: file.path), BlockReader.Sizes(block: 1024, longestLine: 4000))
    let block = Block(size: 1024)
    #expect(try reader.read(into: block))
    #expect(block.bytes.count <= 16 << 10)
    #expect(block.lines == [nil, block.filled - 1..<block.filled])
  }

  private static func lines(of input: [UInt8], block: Int, lines: Int) throws -> [[UInt8]?] {
    let file = try TemporaryFile(input)
    let sizes = BlockReader.Sizes(block: block, lines: lines, longestLine: 8)
    var reader = BlockReader(try OpenFile(reading: file.path), sizes)
    var found: [[UInt8]?] = []
    let block = Block(size: block)
    while try reader.read(into: block) {
      #expect(block.lines.count <= lines)
      found += block.lines.map { line in line.map { Array(block.bytes[$0]) } }
      block.empty()
    }
    #expect(reader.place == input.count)
    return found
  }

  /// The same, as simply as it can be said.
  private static func split(_ input: [UInt8]) -> [[UInt8]?] {
    let input = input.starts(with: [0xEF, 0xBB, 0xBF]) ? input.dropFirst(3) : input[...]
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }.map { $0.count > 8 ? nil : Array($0) }
  }
}
