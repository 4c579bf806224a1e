import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Rungs that a ladder has twice, or that something names and no ladder has.
struct RungNames: FileCheck {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    let ladders = playbook.parts.flatMap { $0.syntax.root.entries("ladders") }.map(LadderInFile.init)
    for ladder in ladders {
      checkNames(of: ladder, report)
      checkNeeds(of: ladder, report)
    }
    if playbook.isIncomplete { return }
    let names = NamedRungs(
      ladders, declared: playbook.parts.flatMap { $0.syntax.root.entries("actions") }.map(\.key.text))
    for root in playbook.parts.map(\.syntax.root) {
      names.checkUses(in: root.mappings("categories"), report)
      names.checkPromises(root.entries("promises"), report)
      names.checkTests(root.mappings("tests"), report)
    }
  }

  private func checkNames(of ladder: LadderInFile, _ report: (Diagnostic) -> Void) {
    var places: [[UInt8]: Span] = [:]
    for name in ladder.rungs.compactMap({ $0.scalar("rung") }) {
      if let first = places[Array(name.text.utf8)] { report(.rungTwice(name, first)) }
      places[Array(name.text.utf8)] = places[Array(name.text.utf8)] ?? name.span
    }
  }

  /// A rung can need only one that comes before it.
  private func checkNeeds(of ladder: LadderInFile, _ report: (Diagnostic) -> Void) {
    for (index, rung) in ladder.rungs.enumerated() {
      guard let needed = rung.scalar("needs") else { continue }
      let earlier = ladder.rungs[..<index].compactMap { $0.text("rung") }
      if !earlier.contains(where: needed.text.isExactly) { report(.noEarlierRung(needed, of: rung, earlier: earlier)) }
    }
  }
}

private struct LadderInFile {
  let name: String
  let rungs: [YAMLMapping]

  init(_ entry: YAMLMapping.Entry) {
    name = entry.key.text
    rungs = entry.value.mapping?.mappings("rungs") ?? []
  }

  var rungNames: [String] { rungs.compactMap { $0.text("rung") } }
}

/// The rungs of all ladders and the actions, to hold names to.
private struct NamedRungs {
  let ladders: [LadderInFile]
  /// What can have been done: rungs and actions.
  let deeds: [String]

  init(_ ladders: [LadderInFile], declared actions: [String]) {
    self.ladders = ladders
    deeds = ladders.flatMap(\.rungNames) + ActionDefinition.builtIn.map(\.name) + actions
  }

  func checkUses(in categories: [YAMLMapping], _ report: (Diagnostic) -> Void) {
    for use in categories.compactMap({ $0.mapping("ladder") }) {
      if let ladder = use.text("use"), let rung = use.scalar("no_lower_than") { check(rung, on: ladder, report) }
    }
  }

  func checkPromises(_ promises: [YAMLMapping.Entry], _ report: (Diagnostic) -> Void) {
    for entry in promises.flatMap({ $0.value.mapping?.entries("before") ?? [] }) {
      if let first = entry.value.scalar { checkDeed(first, report) }
    }
  }

  func checkTests(_ tests: [YAMLMapping], _ report: (Diagnostic) -> Void) {
    for step in tests.flatMap({ [$0] + $0.mappings("steps") }) {
      if let done = step.scalar("done") { checkDeed(done, report) }
      for entry in step.mapping("expect")?.entries("ladders") ?? [] {
        if let rung = entry.value.scalar, !rung.text.isExactly("none") { check(rung, on: entry.key.text, report) }
      }
      for entry in step.mapping("comment")?.entries("history") ?? [] {
        for rung in entry.value.mapping?.scalars("done") ?? [] { check(rung, on: entry.key.text, report) }
      }
    }
  }

  private func check(_ rung: YAMLScalar, on ladder: String, _ report: (Diagnostic) -> Void) {
    guard let ladder = ladders.first(where: { $0.name.isExactly(ladder) }) else { return }
    let known = ladder.rungNames
    if !rung.isUnreadable, !known.contains(where: rung.text.isExactly) {
      report(.unknownRung(rung, ladder.name, known: known))
    }
  }

  private func checkDeed(_ deed: YAMLScalar, _ report: (Diagnostic) -> Void) {
    if !deed.isUnreadable, !deeds.contains(where: deed.text.isExactly) { report(.unknownDeed(deed, known: deeds)) }
  }
}

extension Diagnostic {
  fileprivate static func rungTwice(_ name: YAMLScalar, _ first: Span) -> Diagnostic {
    Diagnostic(
      "defined-twice", .error, "the rung `\(name.shown)` is defined twice", at: name.span, label: "here again",
      related: [.init(span: first, label: "defined here")], help: "give one of them another name")
  }

  fileprivate static func noEarlierRung(_ needed: YAMLScalar, of rung: YAMLMapping, earlier: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-rung", .error, "no rung `\(needed.shown)` comes before `\(rung.scalar("rung")?.shown ?? "this one")`",
      at: needed.span,
      help: nearest(to: needed.text, among: earlier).map { "write `\($0)`" }
        ?? (earlier.isEmpty ? "leave `needs` out of the first rung" : "write one of \(earlier.listed)"))
  }

  fileprivate static func unknownRung(_ rung: YAMLScalar, _ ladder: String, known: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-rung", .error, "the ladder `\(ladder.shown)` has no rung `\(rung.shown)`", at: rung.span,
      help: nearest(to: rung.text, among: known).map { "write `\($0)`" } ?? "write one of \(known.listed)")
  }

  fileprivate static func unknownDeed(_ name: YAMLScalar, known: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-rung", .error, "`\(name.shown)` is neither a rung nor an action", at: name.span,
      help: nearest(to: name.text, among: known).map { "write `\($0)`" } ?? "write one of \(known.listed)")
  }
}
