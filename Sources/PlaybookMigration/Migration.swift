public import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import YAMLSyntax

/// A configuration of another tool as a playbook, and what became of each of its rules.
public struct Migration: Sendable {
  /// The playbook; `decorum check` finds no error in it.
  public let playbook: String
  /// What did not come over, and what is worth knowing, in the order of the configuration.
  public let findings: [Diagnostic]
  public let rules: [MigratedRule]

  /// How many rules had an outcome.
  public func count(of outcome: MigratedRule.Outcome) -> Int { rules.count { $0.outcome == outcome } }

  /// `31 rules: 24 whole, 5 in part, 2 not at all`
  public var summary: String { MigratedRule.summary(of: rules.map(\.outcome)) }
}

extension MigratedRule {
  fileprivate static func summary(of outcomes: [Outcome]) -> String {
    let counts = Outcome.allCases.map { outcome in "\(outcomes.count { $0 == outcome }) \(outcome.rawValue)" }
    return "\(outcomes.count) \(outcomes.count == 1 ? "rule" : "rules"): \(counts.joined(separator: ", "))"
  }
}

/// How words of a rule are looked for.
public enum SearchStyle: Sendable {
  /// Whole words as phrases and lexicons, which people can read and add to.
  case words
  /// Everything as AutoModerator's regular expressions have it, to the letter.
  case exact
}

/// Takes Reddit AutoModerator's rules over into a playbook.
///
/// What each of them becomes is written down in `Documentation/Migration.md`. Nothing is left out silently: what has no
/// equal is a comment in the playbook and a finding.
///
/// - Parameters:
///   - name: the name of the playbook, of small letters, digits and hyphens.
public func importAutoModerator(_ file: SourceFile, named name: String, searches: SearchStyle = .words) -> Migration {
  var importing = AutoModeratorImport(file, named: name, searches: searches)
  return importing.migration()
}

private struct AutoModeratorImport {
  private let file: SourceFile
  private let reader: RuleReader
  private let name: String
  private let searches: SearchStyle
  private var declarations = Declarations()
  private var clauses: [DraftClause] = []
  private var findings: [Diagnostic]
  /// What is said of each rule, by its number.
  private var partial: Set<Int> = []
  private var lost: [(number: Int, span: Span, reason: String)] = []

  init(_ file: SourceFile, named name: String, searches: SearchStyle) {
    self.file = file
    self.name = Slug(name, joiner: "-", orElse: "our-community").text
    self.searches = searches
    reader = RuleReader(file)
    findings = reader.findings
    for taken in ["other", "known", "unknown", "none"] { _ = declarations.unused(taken, joiner: "-") }
  }

  mutating func migration() -> Migration {
    for rule in reader.rules { translate(rule) }
    for rule in reader.lost { lost.append((rule.number, rule.span, "it could not be read")) }
    noteSharedReplies()
    let text = checkedText()
    return Migration(
      playbook: text,
      findings: findings.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) },
      rules: rules)
  }

  private mutating func translate(_ rule: AutoModeratorRule) {
    let title = RuleTitle(rule)
    var named = declarations
    let name = named.unused(Slug(title.text, joiner: "-", orElse: "rule-\(rule.number)").text, joiner: "-")
    var translation = RuleTranslation(
      rule, named: name, prefersPhrases: searches == .words, named)
    guard var clause = translation.clause(titled: title) else {
      findings += translation.findings
      lost.append((rule.number, rule.span, translation.findings.last?.message ?? "it does nothing"))
      return
    }
    declarations = translation.declarations
    findings += translation.findings
    if translation.isInPart { partial.insert(rule.number) }
    clause.remarks = translation.findings.filter { $0.severity == .warning }.map { remark($0) }
    if clause.isInShadow {
      clause.remarks.append("On trial until somebody has looked: take out `status: shadow` then.")
    }
    clauses.append(clause)
  }

  private func remark(_ finding: Diagnostic) -> String {
    let place = file.place(of: finding.span.start)
    let text = file.text(of: finding.span.part(from: 0, length: 300)).onOneLine
    return "\(fileName):\(place): \(finding.message): \(text)"
  }

  /// AutoModerator answers for each rule that holds; a decision answers once.
  private mutating func noteSharedReplies() {
    let speaking = clauses.filter { !$0.removes && !$0.isInShadow && $0.orders.say != nil }
    for (index, clause) in speaking.enumerated() {
      guard let other = speaking[..<index].first(where: { !$0.excludes(clause) }) else { continue }
      findings.append(.oneReply(clause.rule, beside: other.name))
    }
  }

  private var fileName: String { file.name.split(separator: "/").last.map(String.init) ?? file.name }

  // MARK: The playbook

  private var rules: [MigratedRule] {
    let gone = lost.map { MigratedRule(number: $0.number, span: $0.span, outcome: .notAtAll, clause: nil) }
    let come = clauses.map { clause in
      MigratedRule(
        number: clause.rule.number, span: clause.rule.span,
        outcome: partial.contains(clause.rule.number) ? .inPart : .whole, clause: clause.name)
    }
    return (gone + come).sorted { $0.number < $1.number }
  }

  private var draft: DraftPlaybook {
    DraftPlaybook(
      name: name, source: fileName, clauses: clauses, declarations: declarations,
      summary: MigratedRule.summary(of: rules.map(\.outcome)) + ".",
      lost: lost.sorted { $0.number < $1.number }.flatMap(remarks))
  }

  /// A rule of which nothing came over, as it was written.
  private func remarks(_ rule: (number: Int, span: Span, reason: String)) -> [String] {
    let from = file.lineIndex(of: rule.span.start)
    let end = file.lineStarts[from...].dropFirst().firstIndex { file.bytes[$0...].prefix(3).elementsEqual("---".utf8) }
    let lines = (from..<min(end ?? file.lineStarts.count, from + 12)).map { file.text(of: file.line(at: $0)) }
    return ["Not taken over: rule \(rule.number) (\(fileName):\(file.place(of: rule.span.start))), \(rule.reason)."]
      + lines.map { "  " + String(String.UnicodeScalarView($0.unicodeScalars.prefix(200))) }
  }

  /// The text of the playbook, when the compiler has looked at it: an example that is none is left out, and so is a
  /// clause that holds an error after all.
  private mutating func checkedText() -> String {
    var text = draft.text
    for _ in 0..<8 {
      guard let analysis = try? checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", text)]) else { break }
      let file = analysis.files[SourceFile.ID(0)]
      let wrong = analysis.findings.filter {
        $0.span.file == file.id && ($0.severity == .error || $0.name == "misjudged-example")
      }
      if wrong.isEmpty { break }
      let places = ClausePlaces(in: file, of: clauses.map(\.name))
      let named = wrong.compactMap { finding in places.clause(at: finding.span.start).map { ($0, finding) } }
      guard !named.isEmpty else { break }
      for (name, finding) in named { mend(name, finding) }
      text = draft.text
    }
    return text
  }

  private mutating func mend(_ name: String, _ finding: Diagnostic) {
    guard let index = clauses.firstIndex(where: { $0.name == name }) else { return }
    if finding.name == "misjudged-example" || clauses[index].showsExample && clauses[index].removes {
      clauses[index].showsExample = false
      return
    }
    let rule = clauses.remove(at: index).rule
    findings.append(
      .withoutEqual(
        AutoModeratorRule.Entry(
          group: .item, key: "", keySpan: rule.span,
          value: .scalar(YAMLScalar(text: "", style: .plain, span: rule.span))),
        "this rule cannot be said in a playbook: \(finding.message)", help: "write it in the playbook yourself"))
    lost.append((rule.number, rule.span, finding.message))
  }
}

/// Where the clauses of a written playbook begin.
private struct ClausePlaces {
  private var starts: [(offset: Int, name: String)] = []

  init(in file: SourceFile, of names: [String]) {
    var wanted: [[UInt8]: String] = [:]
    for name in names {
      wanted[Array("  - category: \(name)".utf8)] = name
      wanted[Array("  - escalation: \(name)".utf8)] = name
    }
    for index in file.lineStarts.indices {
      let line = file.line(at: index)
      if let name = wanted[Array(file.bytes[line.start..<line.end])] { starts.append((line.start, name)) }
    }
  }

  func clause(at offset: Int) -> String? { starts.last { $0.offset <= offset }?.name }
}

extension DraftClause {
  /// Whether no comment can meet both: they are for different kinds of posts.
  fileprivate func excludes(_ other: DraftClause) -> Bool {
    guard let one = condition.type, let another = other.condition.type, one != another else { return false }
    return one == "comment" || another == "comment" || [one, another].allSatisfy { $0 == "text" || $0 == "link" }
  }
}

extension DraftCondition {
  /// The one type that it asks for.
  fileprivate var type: String? {
    switch self {
    case .test("reddit.type", .word(let word), _): word
    case .all(let parts): parts.lazy.compactMap(\.type).first
    default: nil
    }
  }
}
