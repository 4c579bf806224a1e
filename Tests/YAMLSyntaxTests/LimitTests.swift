import Diagnostics
import Testing
import YAMLSyntax

@Suite struct LimitTests {
  private static let mostBytes = 4 * 1024 * 1024

  @Test func `a file of four mebibytes is read and one byte more is not`() {
    let comment = [UInt8](repeating: UInt8(ascii: "#"), count: LimitTests.mostBytes - 5)
    #expect(Reading(Array("a: b\n".utf8) + comment).names == [])
    let larger = Reading(Array("a: b\n".utf8) + comment + [0x23])
    #expect(larger.names == ["file-too-large"])
    #expect(larger.tree == nil)
  }

  @Test(
    arguments: [
      { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
      { String(repeating: "{a: ", count: $0 - 1) + "{}" + String(repeating: "}", count: $0 - 1) },
      { String(repeating: "- ", count: $0) + "a" },
      { depth in (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined() },
      { "a: " + String(repeating: "[", count: $0 - 1) + String(repeating: "]", count: $0 - 1) },
    ] as [@Sendable (Int) -> String])
  func `collections stand 64 deep and no deeper`(nested: @Sendable (Int) -> String) {
    #expect(Reading(nested(64)).names == [])
    #expect(Reading(nested(65)).names == ["nested-too-deep"])
    #expect(Reading(nested(300)).names == ["nested-too-deep"])
  }

  @Test(arguments: [
    "[", "{", "- ", "a: ", "[{", "? ", "x", "x ", "x\n ", "'", "\"", "\"a\" ", "[a,", "{a,", "[#a\n", "a: [\n",
    "k: \"\n", "-\n",
    "!", "&", "*", "%", "%\n", ": ", ":", "|\n", ">\n", " ", "\n", "\t", "#", "---\n", "...\n", ",", "]", "}", "@", "`",
    "\\", "\u{2028}",
    "a\r", "- *a\n", "a: b\n", "“", "\u{A0}", "\u{200B}", "e\u{301}", " a\n", "a\n ",
  ])
  func `16 kibibytes of one sign end in a tree or findings`(sign: String) {
    let text = String(repeating: sign, count: 16_384 / sign.utf8.count)
    for reading in [Reading(text), Reading("k: " + text), Reading("k: [" + text)] {
      #expect(reading.tree != nil || !reading.findings.isEmpty || text.allSatisfy { " \n#".contains($0) })
      #expect(reading.findings.count <= 101)
    }
  }

  @Test func `a file of nothing but mistakes lists a hundred of them`() {
    let reading = Reading(String(repeating: "- *a\n", count: 500))
    #expect(reading.findings.count == 101)
    #expect(reading.names.last == "too-many-findings")
    #expect(Reading(String(repeating: "- *a\n", count: 100)).findings.count == 100)
  }

  @Test func `a key has 1,024 characters at the most`() {
    #expect(Reading(String(repeating: "k", count: 1000) + ": a").names == [])
    #expect(Reading(String(repeating: "k", count: 1100) + ": a").names == ["key-too-long"])
  }
}
