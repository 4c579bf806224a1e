import DecisionModel
import Diagnostics
import PlaybookAnalysis
import Testing

@Test func `every finding has a page, and every page a finding`() throws {
  let found = try namesInSources()
  #expect(found.subtracting(FindingPages.names).sorted() == [], "findings without a page")
  #expect(Set(FindingPages.names).subtracting(found).sorted() == [], "pages without a finding")
  #expect(Set(FindingPages.names).count == FindingPages.names.count)
}

@Test(arguments: FindingPages.names) func `a page has its four parts, in plain words`(_ name: String) throws {
  let page = try #require(FindingPage(name))
  #expect(page.parts.map(\.title) == ["Summary", "Avoid", "Prefer", "Why"])
  for part in ["Summary", "Why"] {
    let text = page[part]
    #expect(text.hasSuffix(".") && !text.contains("\n"), "\(part): \(text)")
    for word in ["parser", "scalar", "libyaml", "namespace", "token", "enum"] {
      #expect(!text.lowercased().contains(word))
    }
  }
  #expect(page["Summary"].count < 140)
}

/// What cannot be shown in a few lines, not without a disk or not without another finding; and `yaml-syntax`, which is told only where no other
/// finding fits.
private let untold: Set<String> = [
  "accepted-error", "ended-acceptance",
  "file-too-large", "imports-too-deep", "key-too-long", "nested-too-deep", "too-many-categories",
  "too-many-conditions",
  "too-many-findings", "too-many-terms",
  "unreadable-file", "yaml-syntax",
]

/// What is said of another tool's rules; `PlaybookMigrationTests` holds these pages to it.
private let ofImports: Set<String> = [
  "blank-placeholder", "converted-value", "empty-search", "foreign-expression", "idle-rule", "overwritten-rule-key",
  "single-reply", "standard-list", "unknown-rule-key", "unknown-rule-value", "untranslated-key",
]

@Test(arguments: FindingPages.names.filter { !untold.contains($0) && !ofImports.contains($0) })
func `what a page avoids gives the finding, and nothing else`(_ name: String) throws {
  let findings = try findings(inExample: try #require(FindingPage(name))["Avoid"], of: name)
  let severity = try #require(
    findings.first { $0.name.description == name }?.severity, "\(findings.map { "\($0.name): \($0.message)" })")
  let others = findings.filter {
    $0.name.description != name && ($0.severity == .error || severity == .warning && $0.severity == .warning)
  }
  #expect(others.map { "\($0.name): \($0.message)" } == [])
}

@Test(arguments: FindingPages.names.filter { !untold.contains($0) && !ofImports.contains($0) })
func `what a page prefers is without the finding, and without any error`(_ name: String) throws {
  let findings = try findings(inExample: try #require(FindingPage(name))["Prefer"], of: name)
  #expect(
    findings.filter { $0.name.description == name || $0.severity == .error }.map { "\($0.name): \($0.message)" } == [])
}

/// A page taken apart.
private struct FindingPage {
  let parts: [(title: String, text: String)]

  init?(_ name: String) {
    guard let page = FindingPages.page(of: name), page.hasPrefix("# \(name)\n") else { return nil }
    parts = page.split(separator: "\n## ").dropFirst().map { part in
      let title = part.prefix { $0 != "\n" }
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().filter {
        !$0.hasPrefix("```")
      }
      let text = lines.joined(separator: "\n")
      return (String(title), String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()))
    }
  }

  subscript(title: String) -> String { parts.first { $0.title == title }?.text ?? "" }
}

/// The findings of an example, with the rest of a playbook and the files that it needs around it.
private func findings(inExample example: String, of name: String) throws -> [Diagnostic] {
  let isWhole = example.contains("decorum: ") || name == "no-playbook"
  let text = isWhole ? example : completed(example)
  let base = """
    decorum: 1
    playbook: base
    categories: [{category: abuse, when: {text.says: fool}}, {category: other, when: otherwise}]
    """
  let files = ["words.yaml": "lexicons: {curses: [damn]}\n", "insults.txt": "idiot\n", "base.yaml": base]
  let day = CalendarDate("2026-12-01")
  return try analysed(bytes(of: text), with: files.mapValues { Array($0.utf8) }, on: day).findings
}

private func completed(_ example: String) -> String {
  let last = example.contains("categories:") ? "" : "\ncategories: [{category: other, when: otherwise}]\n"
  return "decorum: 1\nplaybook: harbour-coffee\n" + example + last
}

/// The text with `<U+200B>` and the like as the characters that they stand for, and `<FF>` as the byte.
private func bytes(of text: String) -> [UInt8] {
  let seen = text.replacing(/<U\+([0-9A-F]+)>/) { match in
    UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
  }
  let parts = seen.split(separator: "<FF>", omittingEmptySubsequences: false).map { Array($0.utf8) }
  return Array(parts.joined(separator: [0xFF]))
}
