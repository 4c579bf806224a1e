import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookMigration
import TestSupport
import Testing

/// Whole configurations: their order, what is said of them, and what their pages show.
@Suite struct AutoModeratorImportTests {
  /// `decorum import automoderator Configurations/NAME.yaml` makes each golden; read it when it changes.
  @Test(arguments: ["small-community", "word-lists"])
  func `a configuration becomes the playbook that was reviewed`(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Configurations")
    let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).yaml")))
    let migration = imported(bytes, as: name)
    let golden = folder.appending(path: "\(name).playbook.yaml")
    let text = migration.playbook.replacing("config.yaml", with: "\(name).yaml")
    if ProcessInfo.processInfo.environment["DECORUM_GOLDENS"] == "1" { try Data(text.utf8).write(to: golden) }
    #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    #expect(try checked(migration).findings.filter { $0.severity != .note }.map(\.message) == [])
  }

  @Test func `what removes comes first, by priority, then as it stands`() {
    let migration = imported(
      """
      # first
      title: aaaa
      action: report
      ---
      # second
      title: bbbb
      action: remove
      ---
      # third
      title: cccc
      action: filter
      priority: 5
      ---
      # fourth
      title: dddd
      set_nsfw: true
      priority: 1
      """)
    let names = migration.playbook.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
    #expect(
      names == [
        "category: third", "category: second", "category: other", "escalation: fourth", "escalation: first",
      ])
    #expect(migration.rules.map(\.clause) == ["first", "second", "third", "fourth"])
    #expect(migration.summary == "4 rules: 4 whole, 0 in part, 0 not at all")
  }

  @Test(
    arguments: [
      ("0️⃣title: x", ["idle-rule"]), ("0️⃣action: remove", ["idle-rule"]), ("0️⃣a sentence", ["idle-rule"]),
      ("0️⃣type: comment\ntitle: abc\naction: report", ["idle-rule"]),
      ("0️⃣is_top_level: true\ntitle: abc\naction: report", ["idle-rule"]),
      ("type: submission\n0️⃣tittle: abc\naction: report", ["unknown-rule-key"]),
      ("type: submission\n0️⃣title (contains): abc\naction: report", ["unknown-rule-key"]),
      ("type: 0️⃣posts\ntitle: abc\naction: report", ["unknown-rule-value"]),
      ("title: abc\naction: 0️⃣ban", ["unknown-rule-value"]),
      ("author:\n  account_age: 0️⃣soon\naction: report", ["unknown-rule-value"]),
      ("0️⃣title: abc\ntitle: bcd\naction: report", ["overwritten-rule-key"]),
      ("type: submission\n0️⃣title: []\naction: report", ["empty-search"]),
      ("title (regex): 0️⃣a(?=b)\naction: report", ["foreign-expression"]),
      ("title: abc\n0️⃣set_flair: '{{match}}'", ["untranslated-key"]),
      ("title: abc\n0️⃣comment: You said {{match-2}}", ["blank-placeholder"]),
      ("title: [0️⃣yes]\naction: report", ["converted-value"]),
      (
        "title: [0️⃣010, 1️⃣0x1f, 2️⃣1_000, 3️⃣4:20, 4️⃣1.10, 5️⃣+5]\naction: report",
        Array(repeating: "converted-value", count: 6)
      ),
      ("title: [12, -7, 08, 0, 1.1, 1.2.3.4, 2020-01-01, 1e3, 0xyz, 4:99, x10, '010', 1_a]\naction: report", []),
      ("type: submission\n0️⃣title: ''\naction: report", ["empty-search"]),
      ("author:\n  account_age: < 5\n0️⃣satisfy_any_threshold: true\naction: report", ["unknown-rule-key"]),
      (
        "type: comment\nparent_submission:\n  title: abc\n  0️⃣priority: 5\naction: report", ["unknown-rule-key"]
      ),
      (
        "type: comment\nparent_submission:\n  title: abc\n  0️⃣crosspost_id: abc\naction: report", ["unknown-rule-key"]
      ),
      ("type: comment\nbody_longer_than: 5\n0️⃣ignore_blockquotes: true\naction: report", ["untranslated-key"]),
      (
        "type: comment\nparent_submission:\n  body: abc\n  0️⃣ignore_blockquotes: true\naction: report",
        ["untranslated-key"]
      ),
      ("title: abc\naction: report\nset_suggested_sort: 0️⃣sideways", ["unknown-rule-value"]),
      (
        "type: comment\nuser_conditions:\n  must_satisfy: any\n  account_age: < 2\n  0️⃣rank: < moderator\naction: report",
        ["unknown-rule-key"]
      ),
      ("standard: 0️⃣video hosting sites\naction: report", ["standard-list"]),
      ("title: abc\ncomment: a\n---\n0️⃣title: bcd\ncomment: b", ["single-reply"]),
      ("type: comment\nbody: abc\ncomment: a\n---\ntype: submission\ntitle: bcd\ncomment: b", []),
      ("# only a remark\n---\n\n---\ntitle: abc\naction: report # and why\n", []),
    ] as [(String, [Diagnostic.Name])])
  func `a finding stands where the trouble is`(_ text: String, _ names: [Diagnostic.Name]) {
    let promised = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.offset, $0.element) })
    #expect(differences(in: text, from: promised) { imported($0).findings } == [])
  }

  @Test func `a check that cannot be read puts the rule on trial`() {
    let migration = imported("type: submission\ntittle: abc\naction: remove")
    #expect(migration.playbook.contains("    status: shadow\n"))
    #expect(migration.rules.map(\.outcome) == [.inPart])
    #expect(migration.playbook.contains("# config.yaml:2:1: AutoModerator has no `tittle` here: tittle"))
  }

  @Test func `where quoted lines would be counted, the rule is on trial`() {
    let migration = imported("type: comment\nbody_longer_than: 5\nignore_blockquotes: true\naction: remove")
    #expect(migration.playbook.contains("    status: shadow\n"))
    #expect(migration.rules.map(\.outcome) == [.inPart])
  }

  @Test func `a line that begins with three hyphens parts two rules, whatever follows`() {
    let migration = imported(
      "title: abc\naction: report\n--- # more\ntitle: bcd\naction: report\n---# others\ntitle: cde\naction: report\n"
        + "----------\n# only words\n---\ncomment: |\n  ---\n  no line of its own\ntitle: def\n")
    #expect(migration.rules.map(\.outcome) == [.whole, .whole, .whole, .whole])
    #expect(migration.findings.map(\.message) == [])
  }

  @Test(
    arguments: [
      ("# Filter - Users\n## joe - Attacks others", "Filter - Users"),
      ("# Spam\n# Filter for users\naction_reason: Filter for users [{{match}}]", "Filter for users"),
      ("# Of the whole page\n\n# Only of this rule", "Only of this rule"),
      ("#-----\n# Twitter filter\n#-----\n", "Twitter filter"),
      ("# /u/joe writes too much", "u/joe writes too much"),
      ("# type: comment\n# action: remove\n# Taken out", "Taken out"),
      ("action_reason: 'Other languages (French) [{{match}}], [{{match-title}}]'", "Other languages (French)"),
      ("action_reason: Remove {{author}}, a bot", "Remove , a bot"),
      ("title: |\n  spoilers\n  all of them\n", "Title spoilers all of them"),
    ])
  func `a title is what stands nearest to the rule`(_ lines: String, _ title: String) throws {
    let migration = imported("\(lines)\nbody: abc\naction: report")
    #expect(migration.playbook.contains("    title: \"\(title)\"\n"), "\(migration.playbook)")
    #expect(try checked(migration).findings.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func `a rule that does nothing is a comment`() {
    let migration = imported("title: abc\n---\ntitle: bcd\naction: report")
    #expect(migration.rules.map(\.outcome) == [.notAtAll, .whole])
    #expect(migration.playbook.contains("# Not taken over: rule 1 (config.yaml:1:1)"))
    #expect(migration.playbook.contains("#   title: abc\n"))
  }

  /// The pages show AutoModerator's own language, so that they are read by the import.
  @Test(
    arguments: [
      "blank-placeholder", "converted-value", "empty-search", "foreign-expression", "idle-rule",
      "overwritten-rule-key", "single-reply", "standard-list", "unknown-rule-key", "unknown-rule-value",
      "untranslated-key",
    ])
  func `what a page avoids gives the finding, and what it prefers does not`(_ name: String) throws {
    let page = try #require(FindingPages.page(of: name))
    let examples = page.split(separator: "```yaml\n").dropFirst().compactMap { $0.split(separator: "\n```").first }
    #expect(examples.count == 2)
    let found = examples.map { example in
      imported(completed(String(example), of: name)).findings.map(\.name.description)
    }
    #expect(found.first?.contains(name) == true, "\(found)")
    #expect(found.last == [])
  }

  /// The example with the rest of its rule.
  private func completed(_ example: String, of name: String) -> String {
    if name == "idle-rule" { return example }
    let isAsking = ["type: ", "title", "domain", "standard"].contains { example.contains($0) }
    let isActing = ["comment:", "set_flair:"].contains { example.contains($0) }
    return example + (isAsking && name != "unknown-rule-key" ? "" : "\ntype: submission")
      + (isActing ? "" : "\naction: report")
  }
}
