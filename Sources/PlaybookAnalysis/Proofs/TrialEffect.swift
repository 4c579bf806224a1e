import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// What a clause on trial would do if it were in force: a comment that would be decided otherwise, or that there is none.
struct TrialEffect: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    for trial in playbook.clausesOnTrial {
      switch proofs.answer(trial.question) {
      case .possible(let witness):
        guard let effect = playbook.effect(of: trial, on: witness.comment) else { continue }
        report(.effect(trial.kind, trial.definition, "\(witness.written(in: proofs.program)) \(effect)"))
      case .impossible(let core):
        let takers = core.failing.compactMap { playbook.activeCategory($0) }
        report(.noEffect(trial, by: takers, takers.isEmpty ? nil : proofs.taken(trial)))
      case .notDecided: continue
      }
    }
    for place in playbook.ladders.indices where playbook.ladders[place].status == .shadow {
      reportLadder(place, playbook, &proofs, report)
    }
  }

  /// A ladder has an effect where a comment takes a rung that orders something.
  private func reportLadder(
    _ place: Int, _ playbook: Playbook, _ proofs: inout PolicyProofs, _ report: (Diagnostic) -> Void
  ) {
    let (definition, name) = (playbook.ladders[place].definition, playbook.ladders[place].definition.name)
    var active = playbook
    active.ladders[place].status = .active
    guard let now = try? Oracle(playbook.judge, digest: "sha256:now"),
      let then = try? Oracle(active.judge, digest: "sha256:trial"),
      let rule = then.program.ladders.firstIndex(where: { $0.name.isExactly(name) })
    else { return }
    for (category, rank) in zip(playbook.activeCategories, 0...) where category.ladder?.isExactly(name) ?? false {
      guard case .possible(let witness) = proofs.answer(.category(rank)) else { continue }
      let ordering = then.program.ladders[rule].rungs.filter { !$0.must.isEmpty || !$0.may.isEmpty }
      for strikes in ordering.compactMap(\.strikes) {
        var comment = witness.comment
        // Of somebody who is not known nothing is remembered.
        if let author = then.program.facts.firstIndex(where: { $0.name.isExactly("author.id") }) {
          comment.facts[author] = .bytes(Array("bob".utf8))
        }
        comment.histories[rule] = LadderHistory(strikes: strikes - 1, doneAllOf: then.program.ladders[rule])
        guard let effect = Effect(now.decide(comment), then.decide(comment)) else { continue }
        let shown = Witness(comment: comment, decision: witness.decision, isTimed: witness.isTimed)
        return report(.effect("ladder", definition, "\(shown.written(in: then.program)) \(effect)"))
      }
    }
  }
}

/// A category or an escalation on trial, and the comments for which it would count.
private struct TrialClause {
  let kind: String
  let definition: Definition
  let question: PolicyQuestion
  /// The clause by itself.
  let clause: PolicyClause
  /// The playbook in which it is in force.
  let active: Playbook
}

extension Playbook {
  fileprivate var clausesOnTrial: [TrialClause] {
    var trials: [TrialClause] = []
    // Clauses on trial stand in the program as they stand here: categories, then escalations.
    for (place, category) in categories.enumerated() where category.status == .shadow && category.clause != nil {
      let clause = PolicyClause.shadow(trials.count)
      let above = categories[..<place].count { $0.status == .active }
      var active = self
      active.categories[place].status = .active
      trials.append(
        TrialClause(
          kind: "category", definition: category.definition,
          question: PolicyQuestion(holding: [clause], failing: (0..<above).map { .category($0) }), clause: clause,
          active: active))
    }
    for (place, escalation) in escalations.enumerated() where escalation.status == .shadow {
      let clause = PolicyClause.shadow(trials.count)
      var active = self
      active.escalations[place].status = .active
      trials.append(
        TrialClause(
          kind: "escalation", definition: escalation.definition, question: PolicyQuestion(holding: [clause]),
          clause: clause, active: active))
    }
    return trials
  }

  fileprivate func effect(of trial: TrialClause, on comment: Comment) -> Effect? {
    guard let now = try? Oracle(judge, digest: "sha256:now"),
      let then = try? Oracle(trial.active.judge, digest: "sha256:trial")
    else { return nil }
    return Effect(now.decide(comment), then.decide(comment))
  }

  fileprivate func activeCategory(_ clause: PolicyClause) -> Category? {
    if case .category(let place) = clause { activeCategories[place] } else { nil }
  }
}

/// How a comment is decided, and how it would be.
private struct Effect: CustomStringConvertible {
  let description: String

  /// Nil where nothing would be otherwise.
  init?(_ now: Decision, _ then: Decision) {
    let isMoved = now.category != then.category
    guard isMoved || now.escalations != then.escalations || !now.summary.utf8.elementsEqual(then.summary.utf8) else {
      return nil
    }
    let (from, to) = (now.category?.shown ?? "", then.category?.shown ?? "")
    description =
      isMoved
      ? "is `\(from)` now: \"\(now.summary)\" It would be `\(to)`: \"\(then.summary)\""
      : "is decided so now: \"\(now.summary)\" It would be so: \"\(then.summary)\""
  }
}

extension PolicyProofs {
  /// A comment that meets the condition of a category on trial, and is taken before it.
  fileprivate mutating func taken(_ trial: TrialClause) -> String? {
    guard case .possible(let witness) = answer(PolicyQuestion(holding: [trial.clause])) else { return nil }
    let (name, taker) = (trial.definition.name.shown, witness.decision.category?.shown ?? "")
    return "\(witness.written(in: program)) is `\(taker)`; it meets the condition of `\(name)` too"
  }
}

extension Diagnostic {
  fileprivate static func effect(_ kind: String, _ definition: Definition, _ witness: String) -> Diagnostic {
    Diagnostic(
      "trial-effect", .note, "the \(kind) `\(definition.name.shown)` on trial would change decisions",
      at: definition.nameSpan, witness: witness)
  }

  fileprivate static func noEffect(_ trial: TrialClause, by takers: [Category], _ witness: String?) -> Diagnostic {
    let name = trial.definition.name.shown
    let first = takers.first?.definition.name.shown
    return Diagnostic(
      "trial-without-effect", .warning, "the \(trial.kind) `\(name)` on trial would change no decision",
      at: trial.definition.nameSpan,
      label: first == nil ? "no comment meets its condition" : "everything that it takes is taken before it",
      related: takers.map { .init(span: $0.definition.nameSpan, label: "by this one, at least in part") },
      witness: witness,
      help: first.map { "move `\(name)` before `\($0)`, or leave it out" }
        ?? "take away what contradicts the rest, or leave the \(trial.kind) out")
  }
}
