import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Holds every test of a fact, and every fact that a test gives, to the type of the fact.
struct FactResolution {
  let names: NameResolution
  let files: SourceFiles
  let zone: ZoneTable
  /// Whether facts may be declared in something that could not be read.
  let isIncomplete: Bool
  private(set) var findings = Findings()

  init(_ names: NameResolution, files: SourceFiles, zone: ZoneTable, isIncomplete: Bool) {
    self.names = names
    self.files = files
    self.zone = zone
    self.isIncomplete = isIncomplete
  }

  mutating func check(_ syntax: FileSyntax) {
    for use in syntax.factTests { checkTest(use) }
    for use in syntax.givenFacts { checkGiven(use) }
  }

  private mutating func checkTest(_ use: FactUse) {
    guard let type = names.factType(use.fact.text) else { return reportUnknown(use.fact) }
    if isEmpty(use.value) { return findings.report(.emptyTest(use)) }
    do throws(ValueTrouble) {
      for fix in try use.value.factTest(of: type, in: zone).signs { findings.report(.comparisonSign(fix)) }
    } catch {
      findings.report(error.diagnostic)
    }
  }

  private mutating func checkGiven(_ use: FactUse) {
    guard let type = names.factType(use.fact.text) else { return reportUnknown(use.fact) }
    for finding in readValue(use.value, as: type.givenShape, of: use.fact.text) { findings.report(finding) }
  }

  private func isEmpty(_ node: YAMLNode) -> Bool {
    switch node {
    case .scalar(let scalar): scalar.text.isEmpty
    case .sequence(let sequence): sequence.items.isEmpty
    case .mapping(let mapping): mapping.entries.isEmpty
    }
  }

  private mutating func reportUnknown(_ key: YAMLScalar) {
    // A name that is declared with a broken type has its finding there.
    guard !names.names.isDefined(key.text, in: .fact), !isIncomplete else { return }
    let facts = names.names.names(in: .fact)
    let known = ConditionKey.all.map(\.name) + facts
    var help = key.text.contains(".") ? "declare it under `facts`" : "write a key such as `text.says`, or declare a fact"
    if let meant = nearest(to: key.text, among: known) {
      let place = names.names.entry(meant, in: .fact).map { " (\(files.shortLocation(of: $0.span)))" } ?? ""
      help = "write `\(meant)`\(place)"
    }
    findings.report(.unknownCondition(key, help: help))
  }
}

extension Diagnostic {
  fileprivate static func emptyTest(_ use: FactUse) -> Diagnostic {
    Diagnostic(
      "empty-value", .error, "`\(use.fact.shown)` is empty", at: use.value.span,
      help: "write its test, or leave `\(use.fact.shown)` out")
  }

  fileprivate static func unknownCondition(_ key: YAMLScalar, help: String) -> Diagnostic {
    Diagnostic(
      "unknown-condition", .error, "there is no condition or fact `\(key.shown)`", at: key.span, help: help)
  }
}
