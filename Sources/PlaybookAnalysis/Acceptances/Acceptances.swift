import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// The findings that a playbook accepts in place, each with a reason.
///
/// An acceptance is about findings of its name that lie within the definition in which it stands (the terms of a lexicon's
/// file included), or at the top of a file within that file. Warnings and notes can be accepted; an error stays one.
struct Acceptances {
  private struct Acceptance {
    let name: YAMLScalar
    let until: CalendarDate?
    /// Where the findings stand that it is about.
    let places: [Span]
    let isOwn: Bool

    func isAbout(_ finding: Diagnostic) -> Bool { places.contains { $0.holds(finding.span) } }
    func hasRunOut(on today: CalendarDate?) -> Bool { zip(until, today).map { $0 < $1 } ?? false }
  }

  private var acceptances: [Acceptance] = []
  /// By the bytes of the finding's name.
  private var byName: [[UInt8]: [Int]] = [:]

  init(of loaded: LoadedPlaybook) {
    for part in loaded.parts {
      add(part.syntax.root, within: [loaded.files.whole(part.file)], isOwn: part.isOwn)
      for entry in part.syntax.root.entries where Form.playbook[entry.key.text]?.shape.holdsAcceptances ?? false {
        if let mapping = entry.value.mapping {
          for definition in mapping.entries { add(definition, of: loaded, isOwn: part.isOwn) }
        } else {
          for item in entry.value.items.compactMap(\.mapping) { add(item, within: [item.span], isOwn: part.isOwn) }
        }
      }
    }
  }

  private mutating func add(_ entry: YAMLMapping.Entry, of loaded: LoadedPlaybook, isOwn: Bool) {
    guard let mapping = entry.value.mapping else { return }
    let list = mapping.scalar("file").flatMap { loaded.wordLists[$0.span]?.lines.first?.span.file }
    add(
      mapping, within: [entry.span] + [list.map { loaded.files.whole(loaded.files[$0]) }].compactMap { $0 },
      isOwn: isOwn)
  }

  private mutating func add(_ definition: YAMLMapping, within places: [Span], isOwn: Bool) {
    for item in definition.mappings("accept") {
      guard let name = item.scalar("finding"), !name.isUnreadable else { continue }
      byName[Array(name.text.utf8), default: []].append(acceptances.count)
      acceptances.append(
        Acceptance(name: name, until: try? item.scalar("until")?.date(), places: places, isOwn: isOwn))
    }
  }

  // MARK: Judging

  /// The findings that stay, with what is wrong with the acceptances, and those that are accepted.
  func judge(_ findings: [Diagnostic], today: CalendarDate?) -> (reported: [Diagnostic], accepted: [Diagnostic]) {
    var (reported, accepted): ([Diagnostic], [Diagnostic]) = ([], [])
    var needed: Set<Int> = []
    for finding in findings {
      let about = (byName[Array(finding.name.description.utf8)] ?? []).filter { acceptances[$0].isAbout(finding) }
      needed.formUnion(about)
      let holds = about.contains { !acceptances[$0].hasRunOut(on: today) }
      if holds, finding.severity != .error { accepted.append(finding) } else { reported.append(finding) }
      if finding.severity == .error { reported += about.map { .acceptedError(acceptances[$0].name) } }
    }
    // With an error in the playbook, not all is found that could be accepted.
    let isAllFound = !findings.contains { $0.severity == .error }
    for (place, acceptance) in acceptances.enumerated() where acceptance.isOwn {
      if !FindingPages.names.contains(where: acceptance.name.text.isExactly) {
        reported.append(.unknownFinding(acceptance.name))
      } else if !needed.contains(place) {
        if isAllFound { reported.append(.needlessAcceptance(acceptance.name)) }
      } else if acceptance.hasRunOut(on: today) {
        reported.append(.endedAcceptance(acceptance.name, acceptance.until))
      }
    }
    return (reported, accepted)
  }
}

/// Both, or nil where one is missing.
private func zip<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
  one.flatMap { one in other.map { (one, $0) } }
}

extension Shape {
  /// Whether what stands here says which findings about it are accepted.
  fileprivate var holdsAcceptances: Bool {
    switch self {
    case .form(let form), .clause(let form): form[Key.accept.name] != nil
    case .list(let item): item.holdsAcceptances
    case .entries(_, let values): values.holdsAcceptances
    case .either(let shapes): shapes.contains(where: \.holdsAcceptances)
    default: false
    }
  }
}

extension SourceFiles {
  fileprivate func whole(_ file: SourceFile) -> Span { Span(file: file.id, start: 0, end: file.bytes.count) }
}

extension Span {
  fileprivate func holds(_ other: Span) -> Bool { file == other.file && start <= other.start && other.end <= end }
}

extension Diagnostic {
  fileprivate static func unknownFinding(_ name: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "unknown-finding", .error, "there is no finding `\(name.shown)`", at: name.span,
      help: nearest(to: name.text, among: FindingPages.names).map { "write `\($0)`" }
        ?? "write the name that stands in brackets where the finding is shown")
  }

  fileprivate static func acceptedError(_ name: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "accepted-error", .error, "`\(name.shown)` is an error here, and errors cannot be accepted", at: name.span,
      help: "mend it, and leave the acceptance out")
  }

  fileprivate static func needlessAcceptance(_ name: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "needless-acceptance", .warning, "there is no `\(name.shown)` here to accept", at: name.span,
      help: "leave the acceptance out")
  }

  fileprivate static func endedAcceptance(_ name: YAMLScalar, _ until: CalendarDate?) -> Diagnostic {
    Diagnostic(
      "ended-acceptance", .warning,
      "the acceptance of `\(name.shown)` ended on \(until?.description ?? "its last day")",
      at: name.span, help: "mend what was accepted, or agree on a later `until`")
  }
}
