import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A promise that some comment breaks.
struct BrokenPromise: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    if playbook.promises.isEmpty { return }
    let program = playbook.judge
    for (promise, verdict) in zip(playbook.promises, playbook.promiseVerdicts(by: program)) {
      switch verdict {
      case .kept: break
      case .broken(let breach): report(.broken(promise, BreachWords(breach, playbook, program)))
      case .undecided(let trouble): report(.undecided(promise, trouble))
      }
    }
  }
}

/// What is said of a comment that breaks a promise.
private struct BreachWords {
  let breach: PromiseBreach
  let playbook: Playbook
  let program: DecisionProgram

  init(_ breach: PromiseBreach, _ playbook: Playbook, _ program: DecisionProgram) {
    self.breach = breach
    self.playbook = playbook
    self.program = program
  }

  private var decision: Decision { breach.witness.decision }

  /// What is wrong with the decision.
  var reason: String {
    switch breach.commitment {
    case .answer: missing(["reply", "message"], "the answer") ?? lateness
    case .always(let action): missing([action], "`\(action.shown)`") ?? "`\(action.shown)` is not done"
    case .never(let action): ordered(action)
    case .before(let action, let first): "\(ordered(action)), and `\(first.shown)` was not done before"
    }
  }

  var witness: String {
    let escalations = decision.escalations
    let held = escalations.isEmpty ? "" : ", and \(escalations.listed) \(escalations.count == 1 ? "holds" : "hold")"
    return "\(breach.witness.written(in: program)) is `\((decision.category ?? "").shown)`\(held)"
  }

  var help: String {
    switch breach.commitment {
    case .answer where isHeld, .always where isHeld:
      "take what is held out of the promise with `unless: {escalation: …}`, or let nobody hold it"
    case .answer(let most) where isLate: "give the answer no more than \(most), or promise more time"
    case .answer: "answer by a plan that nobody has to choose, or narrow the promise"
    case .always(let action): "order `\(action.shown)` wherever it is promised, or narrow the promise"
    case .never(let action): "leave `\(action.shown)` out of what is done, or narrow the promise"
    case .before(_, let first): "let the rung need one that shows `\(first.shown)`, or narrow the promise"
    }
  }

  /// The definitions that made the decision what it is.
  var related: [Diagnostic.Related] {
    let categories = playbook.activeCategories.filter { $0.definition.name.isExactly(decision.category ?? "") }
    let holding = isHeld ? playbook.activeEscalations.filter(holds) : []
    let late = isLate ? playbook.responses.filter { $0.definition.name.isExactly(decision.reply?.plan ?? "") } : []
    let places =
      categories.map { ($0.definition.nameSpan, "the comment's category") }
      + holding.map { ($0.definition.nameSpan, "holds what speaks") }
      + late.map { ($0.reply?.withinSpan ?? $0.definition.nameSpan, "the time of the answer") }
    return places.map { Diagnostic.Related(span: $0, label: $1) }
  }

  // MARK: What is wrong

  /// Those of the actions that are ordered.
  private func ordered(among names: [String]) -> [DecidedAction] {
    decision.actions.filter { action in names.contains(where: action.action.isExactly) }
  }

  private var promised: [DecidedAction] {
    switch breach.commitment {
    case .answer: ordered(among: ["reply", "message"])
    case .always(let action): ordered(among: [action])
    case .never, .before: []
    }
  }

  private var isHeld: Bool { promised.contains { !$0.heldBy.isEmpty } }
  private var isLate: Bool { !promised.isEmpty && promised.contains { $0.heldBy.isEmpty && $0.awaiting.isEmpty } }

  private func holds(_ escalation: Escalation) -> Bool {
    escalation.holdsReply && decision.escalations.contains(where: escalation.definition.name.isExactly)
  }

  /// Why nothing of some actions is sure to be done; nil where it is.
  private func missing(_ names: [String], _ what: String) -> String? {
    let found = ordered(among: names)
    if let held = found.first(where: { !$0.heldBy.isEmpty }) { return "\(what) is held by \(held.heldBy.listed)" }
    if let waiting = found.first(where: { !$0.awaiting.isEmpty }) {
      return "\(what) waits for \(waiting.awaiting.listed)"
    }
    if !found.isEmpty { return nil }
    if let lacking = decision.unavailable.first(where: { lack in names.contains(where: lack.action.isExactly) }) {
      return "`\(lacking.action)` cannot be done on \(channel)"
    }
    let isChoice = decision.may.contains { choice in names.contains(where: choice.action.isExactly) }
    return isChoice ? "\(what) is left to a person's judgement" : "\(what) is not ordered"
  }

  private var channel: String {
    let place = program.facts.firstIndex { $0.name == "post.channel" }
    guard case .words(let words) = place.flatMap({ breach.witness.comment.facts[$0] }), let word = words.first else {
      return "the channel"
    }
    return "`\(String(decoding: word.written, as: UTF8.self).shown)`"
  }

  private func ordered(_ action: String) -> String {
    ordered(among: [action]).isEmpty
      ? "`\(action.shown)` is left to a person's judgement" : "`\(action.shown)` is ordered"
  }

  private var lateness: String {
    guard let due = decision.reply?.due ?? promised.compactMap(\.due).min() else { return "the answer has no deadline" }
    let plan = program.plans.first { $0.name.isExactly(decision.reply?.plan ?? "") }
    guard breach.witness.isTimed else {
      return "the answer may take \(plan?.within?.description ?? "longer")"
    }
    return "posted on \(spoken(breach.start)), the answer is due on \(spoken(due))"
  }

  /// `Friday 2026-12-04 16:58`
  private func spoken(_ instant: Instant) -> String {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let local = program.zone.localTime(at: instant)
    return "\(days[local.date.weekday.rawValue - 1]) \(local)"
  }
}

extension Diagnostic {
  fileprivate static func broken(_ promise: Promise, _ words: BreachWords) -> Diagnostic {
    Diagnostic(
      "broken-promise", .warning, "`\(promise.definition.name.shown)` is broken: \(words.reason)",
      at: promise.definition.nameSpan, related: words.related, witness: words.witness, help: words.help)
  }

  fileprivate static func undecided(_ promise: Promise, _ trouble: String) -> Diagnostic {
    Diagnostic(
      "undecided-policy", .note, "whether `\(promise.definition.name.shown)` is kept is not decided: \(trouble)",
      at: promise.definition.nameSpan)
  }
}
