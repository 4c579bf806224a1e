import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// Two categories, escalations or signals that differ in name alone: the same comments meet them, and the same follows.
struct RenamedCopy: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let program = proofs.program
    let categories = program.categories.indices.filter { program.categories[$0].clause != nil }
    for group in grouped(categories, by: { program.categories[$0].orders }) {
      for (copy, original) in copies(among: group.map { .category($0) }, group, &proofs) {
        let (own, first) = (playbook.activeCategories[copy].definition, playbook.activeCategories[original].definition)
        let witness = proofs.comment(meeting: .category(copy), .category(original))
        if let witness { report(.copy("category", own, of: first, witness)) }
      }
    }
    for group in grouped(Array(program.escalations.indices), by: { program.escalations[$0].orders }) {
      for (copy, original) in copies(among: group.map { .escalation($0) }, group, &proofs) {
        let (own, first) = (
          playbook.activeEscalations[copy].definition, playbook.activeEscalations[original].definition
        )
        let witness = proofs.comment(meeting: .escalation(copy), .escalation(original))
        if let witness { report(.copy("escalation", own, of: first, witness)) }
      }
    }
    reportSignals(of: playbook, &proofs, report)
  }

  private func reportSignals(
    of playbook: Playbook, _ proofs: inout PolicyProofs, _ report: (Diagnostic) -> Void
  ) {
    // In the order of the text: the first is the original. One that only names another says itself what it is.
    let signals = playbook.signals.filter {
      proofs.asks(signal: $0.definition.name) && !playbook.takesFromLibrary($0.definition) && !$0.clause.isAnotherName
    }.map(\.definition).sorted { ($0.span.file, $0.span.start) < ($1.span.file, $1.span.start) }
    let copies = zip(signals, proofs.copies(amongSignals: signals.map(\.name)))
      .compactMap { copy, earlier in earlier.map { (copy: copy, original: signals[$0]) } }
    // All are added before the first is asked about: what judges comments is made anew after each that is added.
    let clauses = copies.map { pair in
      [pair.copy, pair.original].map { proofs.add(Clause(when: .signal($0.name))) }
    }
    for (pair, clauses) in zip(copies, clauses) {
      if let witness = proofs.comment(meeting: clauses[0], clauses[1]) {
        report(.copy("signal", pair.copy, of: pair.original, witness))
      }
    }
  }

  private func grouped<Key: Hashable>(_ places: [Int], by key: (Int) -> Key) -> [[Int]] {
    Dictionary(grouping: places, by: key).values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private func copies(
    among clauses: [PolicyClause], _ places: [Int], _ proofs: inout PolicyProofs
  ) -> [(copy: Int, original: Int)] {
    zip(places, proofs.copies(among: clauses)).compactMap { place, earlier in earlier.map { (place, places[$0]) } }
  }
}

extension PolicyProofs {
  fileprivate mutating func comment(meeting one: PolicyClause, _ other: PolicyClause) -> String? {
    guard case .possible(let witness) = answer(PolicyQuestion(holding: [one, other])) else { return nil }
    return witness.written(in: program)
  }
}

extension Clause {
  /// Whether it is a signal, and no more than that.
  fileprivate var isAnotherName: Bool { if case .signal = when { unless == nil } else { false } }
}

/// What a clause orders, whatever it is called.
private struct ClauseOrders: Hashable {
  var plan: String?
  var must: [ActionOrder]
  var may: [ActionOrder]
  var wordings: [[UInt8]]
  var ladder: String?
  var strikes = 1
  var noLowerThan: String?
  var levels: [LevelRule] = []
  var holdsReply = false
}

extension CategoryRule {
  fileprivate var orders: ClauseOrders {
    ClauseOrders(
      plan: plan, must: must, may: may, wordings: wordings.map { Array($0.written.utf8) }, ladder: ladder,
      strikes: strikes, noLowerThan: noLowerThan)
  }
}

extension EscalationRule {
  fileprivate var orders: ClauseOrders {
    ClauseOrders(
      plan: plan, must: must, may: may, wordings: wordings.map { Array($0.written.utf8) }, levels: levels,
      holdsReply: holdsReply)
  }
}

extension Diagnostic {
  fileprivate static func copy(
    _ kind: String, _ copy: Definition, of original: Definition, _ comment: String
  ) -> Diagnostic {
    let (name, first) = (copy.name.shown, original.name.shown)
    return Diagnostic(
      "renamed-copy", .warning, "the \(kind) `\(name)` is `\(first)` by another name", at: copy.nameSpan,
      label: "the same comments meet it, and the same follows",
      related: [.init(span: original.nameSpan, label: "as for this one")],
      witness: "\(comment) meets `\(first)` and `\(name)`, as every comment does that meets one of them",
      help: "leave one of them out, or write what tells them apart")
  }
}
