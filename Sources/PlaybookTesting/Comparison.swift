import DecisionModel
import Diagnostics
import PlaybookModel

extension TestBench {
  /// What a decision has otherwise than expected; what the expectation does not name is not compared.
  func mismatches(of decision: Decision, with expected: Expectation, postedAt posted: Instant) -> [Mismatch] {
    if let trouble = trouble(decision, at: expected.span) { return trouble }
    var comparison = Comparison(expected, program, posted: posted)
    comparison.word("category", expected.category, decision.category)
    comparison.word("stance", expected.stance, decision.stance.rawValue)
    comparison.set("also", expected.also, decision.also)
    comparison.actions("actions", expected.actions, decision.actions)
    comparison.actions("may", expected.may, decision.may)
    comparison.set("escalations", expected.escalations, decision.escalations)
    comparison.set("assumed", expected.assumed, decision.assumed)
    comparison.set("ask", expected.ask, asked(decision, expected.ask ?? []))
    comparison.set("steps", expected.steps, decision.reply?.steps.map(\.step) ?? [])
    if expected.ladders?.isEmpty == true { comparison.set("ladders", [], decision.ladders.map(\.ladder)) }
    for (ladder, rung) in (expected.ladders ?? [:]).sorted(by: { $0.key < $1.key }) {
      let standing = decision.ladders.first { $0.ladder == ladder }
      comparison.word("ladders \(ladder)", rung, standing?.rung)
    }
    for (lexicon, terms) in (expected.found ?? [:]).sorted(by: { $0.key < $1.key }) {
      comparison.set("found \(lexicon)", terms == ["none"] ? [] : terms, decision.terms(of: lexicon))
    }
    comparison.set("unavailable", expected.unavailable, decision.unavailable.map(\.action))
    comparison.set("shadow", expected.shadow, decision.shadow.map(\.place.anchor))
    comparison.followUps(expected.followUps, decision.followUps)
    comparison.reply(expected.reply, decision.reply)
    return comparison.mismatches
  }

  /// What an event leaves to be done, held against what is expected of it; nothing else is known of an event.
  func mismatches(of followUps: [FollowUp], with expected: Expectation, postedAt posted: Instant) -> [Mismatch] {
    var comparison = Comparison(expected, program, posted: posted)
    comparison.followUps(expected.followUps, followUps)
    return comparison.mismatches
  }

  /// A comment that could not be judged answers no expectation.
  func trouble(_ decision: Decision, at span: Span) -> [Mismatch]? {
    decision.trouble.map { [Mismatch(what: "comment", expected: "a comment that can be read", actual: $0, span: span)] }
  }

  /// The questions by the names of their facts, or by their words where the test gives words.
  private func asked(_ decision: Decision, _ expected: [String]) -> [String] {
    decision.ask.map { question in
      if let words = question.question, expected.contains(words) { return words }
      return question.fact
    }
  }
}

/// What is otherwise than an expectation has it.
struct Comparison {
  private let span: Span
  private let posted: Instant
  private let zone: ZoneTable
  private(set) var mismatches: [Mismatch] = []

  /// - Parameter posted: The instant from which lengths of time count.
  init(_ expected: Expectation, _ program: DecisionProgram, posted: Instant = Instant(seconds: 0)) {
    span = expected.span
    self.posted = posted
    zone = program.zone
  }

  mutating func word(_ what: String, _ expected: String?, _ actual: String?) {
    guard let expected, expected != actual ?? "none" else { return }
    add(what, expected, actual ?? "none")
  }

  mutating func set(_ what: String, _ expected: [String]?, _ actual: [String]) {
    guard let expected, Set(expected) != Set(actual) else { return }
    add(what, listed(expected), listed(actual))
  }

  /// The names are compared as a set; of each action, what is named of it.
  mutating func actions(_ what: String, _ expected: [Expectation.Action]?, _ actual: [DecidedAction]) {
    set(what, expected?.map(\.name), actual.map(\.action))
    for wanted in expected ?? [] {
      let found = actual.filter { $0.action == wanted.name }
      guard let action = found.first(where: { $0.team == wanted.team }) ?? found.first else { continue }
      compare("\(what) \(wanted.name)", wanted, action)
    }
  }

  private mutating func compare(_ what: String, _ expected: Expectation.Action, _ actual: DecidedAction) {
    word("\(what) team", expected.team, actual.team)
    word("\(what) for", expected.duration?.description, actual.duration?.description)
    word("\(what) say", expected.say, actual.say)
    set("\(what) approval", expected.awaiting, actual.awaiting)
    set("\(what) held_by", expected.heldBy, actual.heldBy)
    time("\(what) due", expected.due, actual.due)
  }

  mutating func reply(_ expected: Expectation.ExpectedReply?, _ actual: DecidedReply?) {
    switch (expected, actual) {
    case (nil, _), (.some(.none), nil): break
    case (.some(.none), .some(let reply)): add("reply", "none", reply.plan)
    case (.some(.some), nil): add("reply", "a reply", "none")
    case (.some(.some(let wanted)), .some(let reply)):
      word("reply plan", wanted.plan, reply.plan)
      word("reply owner", wanted.owner, reply.owner)
      word("reply in", wanted.place, reply.place.rawValue)
      set("reply held_by", wanted.heldBy, reply.heldBy)
      time("reply due", wanted.due, reply.due)
      time("reply not_before", wanted.notBefore, reply.notBefore)
    }
  }

  /// Those that are named are compared; no name at all means that there are none.
  mutating func followUps(_ expected: [String: Expectation.ExpectedTime]?, _ actual: [FollowUp]) {
    guard let expected else { return }
    if expected.isEmpty { set("follow_ups", [], actual.map(\.name)) }
    for (name, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      guard let followUp = actual.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        add("follow_ups", name, listed(actual.map(\.name)))
        continue
      }
      time("follow_ups \(name)", wanted, followUp.due)
    }
  }

  private mutating func time(_ what: String, _ expected: Expectation.ExpectedTime?, _ actual: Instant?) {
    let wanted: Instant? =
      switch expected {
      case nil: actual
      case .unknown: nil
      case .at(let instant): instant
      case .after(let length): length.ending(from: posted, in: zone)
      }
    guard wanted != actual else { return }
    add(what, wanted?.description ?? "unknown", actual?.description ?? "unknown")
  }

  mutating func add(_ what: String, _ expected: String, _ actual: String) {
    mismatches.append(Mismatch(what: what, expected: expected, actual: actual, span: span))
  }

  private func listed(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}

extension DecidedAction {
  /// The team that is told, or that takes over first.
  fileprivate var team: String? { to ?? levels.first?.team }
}

extension Decision {
  /// The distinct terms of a lexicon that the decision found, in the order of the text.
  fileprivate func terms(of lexicon: String) -> [String] {
    var terms: [String] = []
    for case .term(lexicon, let term, _) in because.flatMap(\.found) where !terms.contains(term) { terms.append(term) }
    return terms
  }
}
