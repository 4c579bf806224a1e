import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct HostileInputTests {
  private static let samples = [
    "a: |\n  b\n\n  c\nd: >-\n  e\n  f\n", "a: [b, 'c d', \"e\n  f\"]\ng: {h: 1, i: [2, 3]}\n",
    "- a: 1\n  b:\n  - x\n  - y: z\n- 'it''s'\n",
    "when:\n  - text.score: {anger: at least 3}\n  - {text.capitals: more than 60%}\n",
    "say: [\"Thank you, {author.name}. [what]\"] # yes\n",
    "ä: “ö” 👩‍🚒\n\u{A0}b: c\n", "a: > 5\nb: @c\nd: *e\n", "%YAML 1.2\n---\na: &b c\n...\n", "a: \"b\n",
  ]
  private static let pieces =
    Array(" \n\t:-[]{},#\"'|>+&*!%@`?\\ab2<=.\r".utf8).map { [$0] }
    + ["- ", ": ", "\n  ", "---\n", "\u{2028}", "\u{200B}", "\u{FEFF}", "é", "👍", "\u{A0}", "{{"].map { Array($0.utf8) }
    + [[0xFF], [0x00], [0xC0, 0xAF]]

  @Test func `random bytes end in a tree or findings, all within the file`() {
    var random = SeededGenerator(seed: propertySeed("random bytes"))
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSound(bytes)
    }
  }

  @Test func `random signs of YAML end in a tree or findings, all within the file`() {
    var random = SeededGenerator(seed: propertySeed("random signs"))
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...40, using: &random)
      expectSound((0..<count).flatMap { _ in HostileInputTests.pieces.randomElement(using: &random) ?? [] })
    }
  }

  @Test func `mutations of good and bad files end in a tree or findings, all within the file`() {
    var random = SeededGenerator(seed: propertySeed("mutations"))
    for _ in 0..<2_000 {
      var bytes = Array((HostileInputTests.samples.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random) }
      expectSound(bytes)
    }
  }

  @Test(
    .enabled(if: SharedData.isPresent, "skipped: ../shared/data is absent"),
    arguments: SharedData.files(in: "yaml/evil", withExtension: "yaml"))
  func `an evil file ends in a tree or findings`(name: String) throws {
    expectSound(try #require(SharedData.bytes(of: "yaml/evil/\(name)")))
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes.insert(contentsOf: HostileInputTests.pieces.randomElement(using: &random) ?? [], at: place)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...4, using: &random)))
    default:
      bytes.insert(contentsOf: bytes.prefix(place).suffix(8), at: Int.random(in: 0...bytes.count, using: &random))
    }
  }

  /// Nothing traps, every place lies within the file, every finding can be printed in whole lines, and reading again says
  /// the same.
  private func expectSound(_ bytes: [UInt8]) {
    let reading = Reading(bytes)
    var files = SourceFiles()
    files.add(name: "playbook.yaml", bytes: bytes)
    let renderer = TerminalRenderer(files: files)
    for finding in reading.findings {
      #expect(finding.span.end <= bytes.count, "\(bytes)")
      #expect(renderer.render(finding).utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(bytes)")
    }
    if let tree = reading.tree { #expect(isWithin(tree, 0, bytes.count), "\(bytes)") }
    #expect(Reading(bytes).findings == reading.findings, "\(bytes)")
  }

  private func isWithin(_ node: YAMLNode, _ start: Int, _ end: Int) -> Bool {
    let span = node.span
    guard start <= span.start, span.end <= end else { return false }
    switch node {
    case .scalar: return true
    case .sequence(let sequence): return sequence.items.allSatisfy { isWithin($0, span.start, span.end) }
    case .mapping(let mapping):
      return mapping.entries.allSatisfy {
        isWithin(.scalar($0.key), span.start, span.end) && isWithin($0.value, span.start, span.end)
      }
    }
  }
}
