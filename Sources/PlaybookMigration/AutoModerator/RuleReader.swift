import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Reads the sections of a configuration as rules.
///
/// AutoModerator refuses a configuration as a whole where one rule is no YAML; here the others come over.
struct RuleReader {
  /// So many sections are read at the most; a playbook has no more categories.
  static let mostSections = 10_000

  private let file: SourceFile
  private(set) var findings: [Diagnostic] = []
  /// The rules, and the places of the sections that are none.
  private(set) var rules: [AutoModeratorRule] = []
  private(set) var lost: [LostRule] = []

  /// A section, or an item of one, of which no rule could be made.
  struct LostRule {
    let number: Int
    let span: Span
  }

  init(_ file: SourceFile) {
    self.file = file
    guard file.bytes.count <= largestFile else {
      findings.append(.tooManyRules(file.span.beginning))
      return
    }
    let sections = Section.all(in: file).filter { !$0.isRemarksOnly }
    for section in sections.prefix(RuleReader.mostSections) { read(section) }
    if let first = sections.dropFirst(RuleReader.mostSections).first {
      findings.append(.tooManyRules(span(first.range)))
    }
  }

  private var nextNumber: Int { rules.count + lost.count + 1 }

  private func span(_ range: Range<Int>) -> Span { Span(file: file.id, start: range.lowerBound, end: range.upperBound) }

  private mutating func read(_ section: Section) {
    let (node, complaints) = parsed(section)
    let isDoubtful = complaints.contains { $0.severity == .error && !RuleReader.isStrictness($0, node) }
    findings += complaints.map { $0.asWarning(movedBy: section.range.lowerBound, in: file) }
    switch node?.moved(by: section.range.lowerBound) {
    case .mapping(let mapping)?: add(mapping, section.remarks, isDoubtful: isDoubtful)
    case .sequence(let list)? where list.items.contains { $0.isMapping }:
      findings.append(.listOfRules(list.span.firstLine(in: file)))
      for case .mapping(let mapping) in list.items {
        add(mapping.withTriggersBeside, mapping.name.map { [$0] } ?? [], isDoubtful: isDoubtful)
      }
    default:
      let place = (node.map { $0.span.moved(section.range.lowerBound) } ?? span(section.range)).firstLine(in: file)
      if complaints.isEmpty { findings.append(.noMapping(place)) }
      lost.append(LostRule(number: nextNumber, span: place))
    }
  }

  private mutating func add(_ mapping: YAMLMapping, _ remarks: [String], isDoubtful: Bool) {
    rules.append(
      AutoModeratorRule(
        number: nextNumber, span: mapping.firstKey, remarks: remarks,
        entries: AutoModeratorRule.entries(of: mapping).inTodaysWords, isDoubtful: isDoubtful))
  }

  /// Whether a finding is about our own strict reading alone, and everything was read all the same.
  private static func isStrictness(_ finding: Diagnostic, _ node: YAMLNode?) -> Bool {
    strictness.contains(finding.name.description) && node?.isReadable == true
  }

  /// The tree of a section and what is wrong with it, both counted from the section's beginning. What is merely outside
  /// of our own strict subset is no complaint: AutoModerator reads it.
  private func parsed(_ section: Section) -> (YAMLNode?, [Diagnostic]) {
    let part = SourceFile(id: file.id, name: file.name, bytes: Array(file.bytes[section.range]))
    var complaints: [Diagnostic] = []
    let node = parseYAML(part, keepingDuplicateKeys: true) { finding in
      if !RuleReader.tolerated.contains(finding.name.description) { complaints.append(finding) }
    }
    return (node, complaints)
  }

  private static let strictness: Set<String> = [
    "wrong-indentation", "yaml-tag", "yaml-anchor", "tab-character", "no-break-space",
  ]
  private static let tolerated: Set<String> = [
    "explicit-key", "empty-key", "hashtag-comment", "comment-without-space", "folded-comparison", "control-character",
    "hidden-line-break", "invisible-character", "bidi-control", "byte-order-mark", "split-number", "split-prose",
  ]
}

extension AutoModeratorRule {
  /// The keys of a rule and those of its groups, side by side. A name in place of the group `author` is its `name`.
  fileprivate static func entries(of mapping: YAMLMapping) -> [Entry] {
    mapping.entries.flatMap { entry -> [Entry] in
      let key = entry.key.text.lowercased()
      guard let group = Group(rawValue: key.hasPrefix("~") ? String(key.dropFirst()) : key), group != .item else {
        return [Entry(group: .item, key: key, keySpan: entry.key.span, value: entry.value)]
      }
      let isNegated = key.hasPrefix("~")
      guard case .mapping(let inner) = entry.value, !isNegated else {
        return [Entry(group: group, key: isNegated ? "~name" : "name", keySpan: entry.key.span, value: entry.value)]
      }
      return inner.entries.map {
        Entry(group: group, key: $0.key.text.lowercased(), keySpan: $0.key.span, value: $0.value)
      }
    }
  }
}

extension YAMLMapping {
  fileprivate var firstKey: Span { entries.first?.key.span ?? span.beginning }
}

extension YAMLMapping {
  /// What people write who take rules for a list: `- name: …`, and the checks under `triggers`.
  fileprivate var withTriggersBeside: YAMLMapping {
    let flat = entries.flatMap { entry -> [Entry] in
      if entry.key.text == "name" { return [] }
      if entry.key.text == "triggers", case .mapping(let inner) = entry.value { return inner.entries }
      return [entry]
    }
    return YAMLMapping(entries: flat, isFlow: isFlow, span: span)
  }

  fileprivate var name: String? { self["name"]?.writtenText }
}

extension YAMLNode {
  fileprivate var isMapping: Bool {
    if case .mapping = self { true } else { false }
  }

  fileprivate var isReadable: Bool {
    switch self {
    case .scalar(let scalar): !scalar.isUnreadable
    case .sequence(let list): list.items.allSatisfy(\.isReadable)
    case .mapping(let mapping): mapping.entries.allSatisfy { !$0.key.isUnreadable && $0.value.isReadable }
    }
  }

  /// The node with the spans that it has in the whole file.
  fileprivate func moved(by offset: Int) -> YAMLNode {
    switch self {
    case .scalar(let scalar): .scalar(scalar.moved(by: offset))
    case .sequence(let list):
      .sequence(
        YAMLSequence(items: list.items.map { $0.moved(by: offset) }, isFlow: list.isFlow, span: list.span.moved(offset))
      )
    case .mapping(let mapping):
      .mapping(
        YAMLMapping(
          entries: mapping.entries.map {
            YAMLMapping.Entry(key: $0.key.moved(by: offset), value: $0.value.moved(by: offset))
          }, isFlow: mapping.isFlow, span: mapping.span.moved(offset)))
    }
  }
}

extension YAMLScalar {
  fileprivate func moved(by offset: Int) -> YAMLScalar {
    YAMLScalar(text: text, style: style, span: span.moved(offset), isUnreadable: isUnreadable)
  }
}

extension Span {
  fileprivate func moved(_ offset: Int) -> Span { Span(file: file, start: start + offset, end: end + offset) }

  /// The part of a span that stands on its first line with text.
  func firstLine(in file: SourceFile) -> Span {
    let blanks = file.bytes[min(start, file.bytes.count)..<min(end, file.bytes.count)].prefix {
      [0x20, 0x09, 0x0A, 0x0D].contains($0)
    }.count
    let begin = min(start + blanks, end)
    let line = file.line(at: file.lineIndex(of: begin))
    return Span(file: self.file, start: begin, end: max(begin, min(end, line.end)))
  }
}

extension Diagnostic {
  /// What is wrong with the YAML of a rule is no error of the import: the rest comes over.
  fileprivate func asWarning(movedBy offset: Int, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      name, severity == .error ? .warning : severity, message, at: span.moved(offset), label: label,
      related: related.map { Related(span: $0.span.moved(offset), label: $0.label) }, help: help)
  }
}
