import Diagnostics
import PlaybookAnalysis
import PlaybookMigration
import TestSupport
import Testing

/// Nothing that stands in a file stops the import, and what comes of it is a playbook.
@Suite struct HostileConfigurationTests {
  @Test func `random bytes come to an end`() {
    var dice = SeededGenerator(seed: propertySeed("import of random bytes"))
    let signs = Array("abc:-#|>'\"[]{}~+()\\?*&!%@`, \n\t\r---\n{{}}".utf8) + [0, 0xC2, 0xA0, 0xFF, 0xE2, 0x80, 0xA8]
    for _ in 0..<(isLong ? 2_000 : 150) {
      let count = Int.random(in: 0..<400, using: &dice)
      let bytes = (0..<count).map { _ in signs.randomElement(using: &dice) ?? 0 }
      let migration = imported(bytes)
      #expect(Set(migration.rules.map(\.number)).count == migration.rules.count)
    }
  }

  /// Rules with a piece taken out, doubled or moved into another.
  @Test func `what comes of damaged rules has no errors`() throws {
    var dice = SeededGenerator(seed: propertySeed("import of damaged rules"))
    let rules =
      AutoModeratorKeyTests.checks.map { $0.rule + "\naction: remove" } + AutoModeratorKeyTests.deeds.map(\.rule)
    for _ in 0..<(isLong ? 1_000 : 60) {
      let chosen = (0..<4).compactMap { _ in rules.randomElement(using: &dice) }
      let whole = chosen.joined(separator: "\n---\n")
      let text = Bool.random(using: &dice) ? damaged(whole, &dice) : mixed(chosen, &dice)
      let migration = imported(text)
      let errors = try checked(migration).findings.filter { $0.severity == .error }
      #expect(errors.map(\.message) == [], "\(text)\n\n\(migration.playbook)")
    }
  }

  @Test func `values that nobody would write are refused, not obeyed`() throws {
    let long = String(repeating: "x", count: 5_000)
    let deep = String(repeating: "(", count: 3_000) + String(repeating: ")", count: 3_000)
    for value in [
      long, deep, "'" + long + " " + long + "'", "\"\\u202E\\u0000\\uFEFF\"", "[[a], {b: c}]", "{a: b}", "~", "''",
    ] {
      for key in [
        "title", "body (regex)", "set_flair", "comment", "message", "modmail", "action", "action_reason", "reports",
      ] {
        let migration = imported("# \(value.prefix(60))\ntype: submission\nset_nsfw: true\n\(key): \(value)\n")
        #expect(try checked(migration).findings.filter { $0.severity == .error }.map(\.message) == [], "\(key)")
      }
    }
  }

  @Test(.timeLimit(.minutes(2))) func `a large file and deep nesting come to an end`() {
    let nested = String(repeating: "a:\n ", count: 3_000)
    #expect(imported(nested).rules.count == 1)
    let brackets = "title: " + String(repeating: "[", count: 100_000)
    #expect(imported(brackets).rules.count == 1)
    let markers = String(repeating: "---\n", count: 400_000)
    #expect(imported(markers).rules.isEmpty)
    let tooLarge = [UInt8](repeating: UInt8(ascii: "#"), count: 4 * 1024 * 1024 + 1)
    #expect(imported(tooLarge).findings.count == 1)
  }

  private func damaged(_ text: String, _ dice: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &dice) where scalars.count > 8 {
      let place = Int.random(in: 0..<scalars.count - 4, using: &dice)
      let length = Int.random(in: 1...4, using: &dice)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: scalars.removeSubrange(place..<place + length)
      case 1: scalars.insert(contentsOf: scalars[place..<place + length], at: place)
      default: scalars[place] = "{}[]:#'\"\\*\u{202E}é😀\u{0}".unicodeScalars.randomElement(using: &dice) ?? "x"
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The lines of several rules as one.
  private func mixed(_ rules: [String], _ dice: inout SeededGenerator) -> String {
    let lines = rules.flatMap { $0.split(separator: "\n").map(String.init) }
    return lines.shuffled(using: &dice).joined(separator: "\n")
  }
}
