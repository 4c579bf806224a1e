import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Holds every test of a fact, and every fact that a test gives, to the type of the fact.
struct FactResolution {
  private(set) var names: NameResolution
  private(set) var findings = Findings()
  private let loaded: LoadedPlaybook
  private let zone: ZoneTable

  init(_ names: NameResolution, _ loaded: LoadedPlaybook, zone: ZoneTable) {
    self.names = names
    self.loaded = loaded
    self.zone = zone
  }

  mutating func check(_ part: LoadedPlaybook.Part) {
    for use in part.syntax.factTests where !use.value.hasUnreadable { checkTest(use, showsNotes: part.isOwn) }
    for use in part.syntax.givenFacts where !use.value.hasUnreadable { checkGiven(use) }
  }

  private mutating func checkTest(_ use: FactUse, showsNotes: Bool) {
    guard let type = names.factType(use.fact.text) else { return reportUnknown(use) }
    if use.value.isEmpty { return findings.reportWithinReason(.emptyValue(use.value, of: use.fact.shown)) }
    for finding in findingsOfTest(use.value, of: use.fact, type) where showsNotes || finding.severity != .note {
      findings.reportWithinReason(finding)
    }
  }

  private func findingsOfTest(_ test: YAMLNode, of fact: YAMLScalar, _ type: FactType) -> [Diagnostic] {
    if type == .text, test.mapping != nil { return readValue(test, as: .form(.textTest), of: fact.shown) }
    do throws(ValueTrouble) {
      return try test.factTest(of: type, in: zone).signs.map { .comparisonSign($0) }
    } catch {
      return [error.diagnostic]
    }
  }

  private mutating func checkGiven(_ use: FactUse) {
    guard let type = names.factType(use.fact.text) else { return reportUnknown(use) }
    for finding in readValue(use.value, as: type.givenShape, of: use.fact.shown) {
      findings.reportWithinReason(finding)
    }
  }

  private mutating func reportUnknown(_ use: FactUse) {
    // A name that is declared with a broken type has its finding there.
    guard names.names.place(of: use.fact.text, in: .fact) == nil else { return }
    let known = ConditionKey.all.map(\.name) + names.known(in: .fact)
    let meant = meant(by: use, among: known)
    if let meant { names.markFactUsed(meant) }
    guard !loaded.mayHide(.fact) else { return }
    let certain = meant.flatMap { certainly($0, by: use.fact.text, among: known) }
    findings.reportWithinReason(.unknownCondition(use.fact, certain: certain, help: help(with: use, meant: meant)))
  }

  /// The fact or condition that was probably meant; where a mapping stands, the fact of its first key.
  private mutating func meant(by use: FactUse, among known: [String]) -> String? {
    let key = use.fact.text
    let inner = use.value.mapping.flatMap { mapping in
      names.known(in: .fact).first { $0.isExactly("\(key).\(mapping.firstKeyText)") }
    }
    return inner ?? names.meant(by: key, among: known)
  }

  private func help(with use: FactUse, meant: String?) -> String {
    let key = use.fact.text
    if let meant { return "write `\(meant)`\(names.shortPlace(of: meant, in: .fact))" }
    return key.utf8.contains(UInt8(ascii: "."))
      ? "declare it under `facts`" : "write a key such as `text.says`, or declare a fact of that name under `facts`"
  }
}

extension YAMLMapping {
  fileprivate var firstKeyText: String { entries.first?.key.shown ?? "" }
}

extension Diagnostic {
  fileprivate static func unknownCondition(_ key: YAMLScalar, certain: String?, help: String) -> Diagnostic {
    Diagnostic(
      "unknown-condition", .error, "there is no condition or fact `\(key.shown)`", at: key.span, help: help,
      fix: certain.flatMap { Fix(of: key.text, at: key.span, replacement: $0) })
  }
}
