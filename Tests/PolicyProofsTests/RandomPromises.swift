import DecisionModel
import DecisionOracle
import PolicyProofs
import TestSupport

/// A random policy that orders things, with promises and with comments that tell all of it apart.
struct RandomPromises: CustomStringConvertible {
  private(set) var program: DecisionProgram
  private(set) var promises: [PromiseRule] = []
  private(set) var comments: [Comment] = []
  private var generator: SeededGenerator
  /// By promise: whether its conditions hold, where they ask for no category and no escalation.
  private var scopes: [String: Oracle] = [:]

  private static let actions = ["capture", "hide", "remove", "block", "warn", "message"]
  private static let hour = Length(1, .hours) ?? .zero

  init(seed: UInt64) {
    let policy = RandomPolicy(seed: seed)
    program = policy.program
    generator = SeededGenerator(seed: seed ^ 0x5EED)
    program.facts += [
      FactDefinition(name: "author.id", type: .identity), FactDefinition(name: "post.channel", type: .word),
      FactDefinition(name: "post.visibility", type: .word),
    ]
    addPlans()
    addLadder()
    addOrders()
    promises = (0..<4).map { promise($0) }
    for promise in promises { scopes[promise.name] = try? Oracle(judging(promise), digest: "sha256:test") }
    comments = policy.comments.shuffled(using: &generator).prefix(10).flatMap(everyPlace)
  }

  var description: String {
    let orders = { (orders: [ActionOrder]) in orders.map { "\($0.action) \($0.terms.approvals.count)" } }
    return
      (program.categories.map { rule in
        "\(rule.name): \(rule.clause as Any) \(rule.plan ?? "-") \(orders(rule.must)) \(orders(rule.may))"
          + " \(rule.ladder ?? "-") \(rule.strikes) \(rule.noLowerThan ?? "-")"
      }
      + program.escalations.map { rule in
        "\(rule.name): \(rule.clause) \(rule.plan ?? "-") \(orders(rule.must)) \(orders(rule.may))"
          + " \(rule.levels.count) \(rule.holdsReply)"
      }
      + program.signals.map { "\($0.name): \($0.clause)" } + program.lexicons.map { "\($0)" }
      + program.plans.map { "\($0.name): \($0.replyPlace as Any) \($0.isOptional) \($0.approvals.count)" }
      + program.ladders[0].rungs.map { "\($0.name): \($0.needs ?? "-")" }
      + program.channels.map { "\($0.name): \($0.can ?? [])" }).joined(separator: "\n")
  }

  private mutating func isLucky(_ part: Int = 2) -> Bool { .random(in: 0..<part, using: &generator) == 0 }

  private mutating func some(_ most: Int = 2) -> [String] {
    Array(Self.actions.shuffled(using: &generator).prefix(.random(in: 0...most, using: &generator)))
  }
}

// The policy.
extension RandomPromises {
  private mutating func addPlans() {
    let cannot = some()
    program.channels = ["page", "shop"].map { name in
      ChannelRule(
        name: name, title: name, can: (Self.actions + ["reply"]).filter { !cannot.contains($0) }, fallback: nil,
        postsWait: isLucky(4))
    }
    program.usedOn = ["page"]
    program.plans = [("quick", 0.5), ("slow", 4.0), ("plain", 1)].map { name, hours in
      var plan = PlanRule(
        name: name, title: name, owner: "care",
        within: Length(hours, .hours).map { Allowance($0, isWorkingTime: name == "slow") },
        replyPlace: [ReplyPlace.publicly, .privately, .same].randomElement(using: &generator), isOptional: isLucky(4),
        steps: [])
      if isLucky(6) { plan.approvals = [Approval(teams: ["care"])] }
      return plan
    }
  }

  private mutating func addLadder() {
    let rungs = [("watch", ["capture"]), ("warn", ["warn"]), ("block", ["block"])].enumerated().map { place, rung in
      RungRule(
        name: rung.0, place: .init(anchor: "ladder.conduct.\(rung.0)", section: "5", at: ""), strikes: place + 1,
        needs: place == 2 && isLucky() ? "warn" : place == 1 && isLucky(3) ? "watch" : nil,
        must: orders(of: rung.1), may: [], wordings: [])
    }
    program.ladders = [LadderRule(name: "conduct", title: "Conduct", forgetAfter: nil, rungs: rungs)]
  }

  private mutating func addOrders() {
    program.categories = program.categories.map { rule in
      var changed = CategoryRule(
        name: rule.name, title: "", place: rule.place, clause: rule.clause,
        plan: isLucky(3) ? nil : program.plans.randomElement(using: &generator)?.name, must: orders(of: some()),
        may: orders(of: some(1)), ladder: isLucky() ? "conduct" : nil)
      if isLucky(3) { changed.strikes = 2 }
      if isLucky(8), changed.ladder != nil { changed.noLowerThan = ["warn", "block"].randomElement(using: &generator) }
      return changed
    }
    program.escalations = program.escalations.map { rule in
      EscalationRule(
        name: rule.name, title: "", place: rule.place, clause: rule.clause,
        levels: isLucky(5) ? [] : [LevelRule(team: "care", within: nil)], holdsReply: isLucky(3),
        plan: isLucky(3) ? program.plans.randomElement(using: &generator)?.name : nil, must: orders(of: some(1)),
        may: orders(of: some(1)))
    }
  }

  private mutating func orders(of actions: [String]) -> [ActionOrder] {
    actions.map { action in
      ActionOrder(
        action: action, terms: ActionTerms(approvals: isLucky(6) ? [Approval(teams: ["care"])] : []))
    }
  }

  private mutating func promise(_ number: Int) -> PromiseRule {
    let places: [Condition] = [
      .category([program.categories.randomElement(using: &generator)?.name ?? "other"]), .escalation(["escalation-0"]),
      .not(.escalation(["escalation-1"])), .all([]),
      program.categories.first?.clause?.when ?? .all([]),
    ]
    let when = places.randomElement(using: &generator) ?? .all([])
    let action = Self.actions.randomElement(using: &generator) ?? "hide"
    let most = Length(isLucky() ? 1 : 5, .hours) ?? .zero
    let answer = Commitment.answer(within: Allowance(most))
    let commitments: [Commitment] = [
      answer, answer, .always(action), .never(action), .before("block", first: isLucky() ? "warn" : "watch"),
    ]
    return PromiseRule(
      name: "promise-\(number)",
      scope: Clause(when: when, unless: isLucky(3) ? .escalation(["escalation-0"]) : nil),
      commitments: [commitments.randomElement(using: &generator) ?? answer])
  }
}

// The comments, and what they break: said otherwise than the proofs say it.
extension RandomPromises {
  private func place(_ fact: String) -> Int { program.facts.firstIndex { $0.name == fact } ?? 0 }

  private func everyPlace(of comment: Comment) -> [Comment] {
    let histories: [LadderHistory?] =
      [nil, LadderHistory(strikes: 0)]
      + (1...3).flatMap { strikes in
        [[], ["watch"], ["warn"], ["watch", "warn"]].map { done in
          LadderHistory(strikes: strikes, done: done.map { Array($0.utf8) })
        }
      }
    return [nil, "page", "shop"].flatMap { channel in
      [nil, "private"].flatMap { visibility in
        histories.map { history in
          var there = comment
          for case let (fact, word?) in [("post.channel", channel), ("post.visibility", visibility)] {
            there.facts[place(fact)] = .words([GivenWord(written: Array(word.utf8), normal: Array(word.utf8))])
          }
          if let history {
            there.facts[place("author.id")] = .bytes(Array("bob".utf8))
            there.histories[0] = history
          }
          return there
        }
      }
    }
  }

  func isBroken(_ promise: PromiseRule, by decision: Decision, about comment: Comment) -> Bool {
    guard isAbout(promise, decision, comment) else { return false }
    let ordered = decision.actions + decision.may
    func isSure(_ action: DecidedAction) -> Bool { action.heldBy.isEmpty && action.awaiting.isEmpty }
    switch promise.commitments[0] {
    case .answer(let most):
      let answer = decision.reply?.isPrivate == true ? "message" : "reply"
      guard decision.actions.contains(where: { $0.action == answer && isSure($0) }) else { return true }
      guard let due = decision.reply?.due else { return true }
      return due.seconds(since: comment.now) > most.length.seconds ?? 0
    case .always(let action): return !decision.actions.contains { $0.action == action && isSure($0) }
    case .never(let action): return ordered.contains { $0.action == action }
    case .before(let action, let first):
      let done = comment.histories[0]?.done.map { String(decoding: $0, as: UTF8.self) } ?? []
      return ordered.contains { $0.action == action } && !done.contains(first)
    }
  }

  /// Whether a promise is about a comment: its conditions are looked up in the decision, where they can be.
  private func isAbout(_ promise: PromiseRule, _ decision: Decision, _ comment: Comment) -> Bool {
    if case .words(let words) = comment.facts[place("post.channel")], words.first?.normal == Array("shop".utf8) {
      return false
    }
    if promise.scope.unless != nil, decision.escalations.contains("escalation-0") { return false }
    switch promise.scope.when {
    case .category(let wanted): return wanted.contains(decision.category ?? "")
    case .escalation(let wanted): return wanted.contains(where: decision.escalations.contains)
    case .not(.escalation(let wanted)): return !wanted.contains(where: decision.escalations.contains)
    case .all([]): return true
    default: return scopes[promise.name]?.decide(comment).category == "scope"
    }
  }

  /// A program whose first category is what the promise is about.
  private func judging(_ promise: PromiseRule) -> DecisionProgram {
    var alone = program
    alone.categories = [
      CategoryRule(
        name: "scope", title: "", place: .init(anchor: "scope", section: "", at: ""),
        clause: Clause(when: promise.scope.when), plan: nil, must: [], may: [], ladder: nil),
      program.categories[program.categories.count - 1],
    ]
    alone.escalations = []
    return alone
  }
}
