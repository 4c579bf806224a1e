public import DecisionEngine
public import DecisionModel

/// Whether a policy keeps its promises, whatever comment comes.
///
/// The comments that a promise is about are those for which a clause on trial holds that is judged after the
/// escalations. What a decision orders is a formula over the clauses that hold, the channel, the author's strikes, the
/// rungs that were carried out and the instant; what that rules out is proved, and every comment that it allows is
/// judged by the engine.
public struct PromiseProofs {
  public let promises: [PromiseRule]
  private var proofs: PolicyProofs
  private let judge: PromiseJudge
  /// By promise: when each of its commitments is broken.
  private let breaches: [[Literal]]

  /// So many instants are tried as the worst at which an answer is late.
  private static let mostInstants = 200

  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  public init(_ program: DecisionProgram, _ promises: [PromiseRule]) throws(EngineProblem) {
    let orders = program.orders
    let times = Self.times(of: orders, promises)
    var breaches: [[Literal]] = []
    proofs = try PolicyProofs(program.asking(promises), telling: times) { formula in
      breaches = promises.map { promise in promise.commitments.map { formula.breach(of: $0, orders) } }
    }
    judge = PromiseJudge(proofs.program, proofs.formula.space.names)
    (self.promises, self.breaches) = (promises, breaches)
  }

  /// The answers that may be late or not, each once: by when the comment comes.
  private static func times(of orders: [PolicyOrder], _ promises: [PromiseRule]) -> [AnswerTime] {
    let promised = promises.flatMap(\.commitments).compactMap(\.longestAnswer)
    let times = orders.filter(\.timesAnswer).flatMap { order in
      promised.compactMap { most in order.within.map { AnswerTime(within: $0, most: most, hours: order.hours) } }
    }
    var seen: Set<AnswerTime> = []
    return times.filter { $0.dependsOnStart && seen.insert($0).inserted }
  }

  /// What is known of one of the promises, by its place.
  public mutating func verdict(on place: Int) -> PromiseVerdict {
    var trouble: String?
    for (commitment, breach) in zip(promises[place].commitments, breaches[place]) {
      let (judge, scope) = (judge, PolicyQuestion(holding: [.shadow(place)]))
      let program = proofs.program
      let answer = proofs.search([proofs.formula.literal(of: .shadow(place)), breach]) { comment, decision in
        judge.isOurs(comment) && decision.shows(scope, in: program)
          && !judge.keeps(commitment, decision, about: comment)
      }
      switch answer {
      case .possible(let witness): return .broken(self.breach(of: commitment, scope, witness))
      case .impossible: continue
      case .notDecided(let sentence): trouble = trouble ?? sentence
      }
    }
    return trouble.map { .undecided($0) } ?? .kept
  }

  /// The breach by the comment that was found, or where only its answer is late by the one that is latest of all.
  private mutating func breach(of commitment: Commitment, _ scope: PolicyQuestion, _ witness: Witness)
    -> PromiseBreach
  {
    let start = judge.start(of: witness.comment)
    let found = PromiseBreach(commitment: commitment, witness: witness, start: start)
    guard case .answer = commitment, witness.isTimed, let due = witness.decision.reply?.due else { return found }
    for instant in latest(witness.decision).prefix(Self.mostInstants) {
      let later = proofs.judged(witness.comment, at: instant)
      guard later.decision.shows(scope, in: proofs.program),
        !judge.keeps(commitment, later.decision, about: later.comment), let latest = later.decision.reply?.due
      else { continue }
      let isLater = latest.seconds(since: instant) >= due.seconds(since: start)
      return isLater ? PromiseBreach(commitment: commitment, witness: later, start: instant) : found
    }
    return found
  }

  /// The instants at which the answer of a decision takes longest, full minutes first.
  private func latest(_ decision: Decision) -> [Instant] {
    let plan = decision.reply.flatMap { judge.names.plans[$0.plan] }.map { proofs.program.plans[$0] }
    guard let plan, let within = plan.within else { return [] }
    let hours = proofs.program.hours(of: plan.owner)
    let time = AnswerTime(within: within, most: within, hours: hours)
    let zone = proofs.program.zone
    return proofs.program.turningPoints(of: [hours])
      .map { (start: $0, seconds: time.seconds(from: $0, in: zone)) }
      .sorted { ($1.seconds, $0.start.seconds % 60, $0.start) < ($0.seconds, $1.start.seconds % 60, $1.start) }
      .map(\.start)
  }
}

extension Commitment {
  fileprivate var longestAnswer: Allowance? {
    if case .answer(let most) = self { most } else { nil }
  }
}

extension PolicyFormula {
  /// The comments on our channels whose decisions break a commitment.
  fileprivate mutating func breach(of commitment: Commitment, _ orders: [PolicyOrder]) -> Literal {
    let foreign = space.program.foreignChannels
    return space.circuit.all([!isChannel(foreign.contains), breaks(commitment, orders)])
  }
}

extension DecisionProgram {
  /// The program with the scopes of promises as clauses on trial, by their places, and one that asks for everything
  /// else on which it hangs what decisions order.
  fileprivate func asking(_ promises: [PromiseRule]) -> DecisionProgram {
    var program = self
    let asked = Clause(when: .any([.fact("post.channel", .words(usedOn)), .commentIsPrivate] + countedStrikes))
    program.shadows = (promises.map(\.scope) + [asked]).enumerated().map { number, clause in
      let place = ClausePlace(anchor: "promise.\(number)", section: "", at: "")
      return ShadowRule(place: place, clause: clause, isEscalation: true)
    }
    return program
  }

  /// So many strikes tell the rungs of the ladders apart.
  private var countedStrikes: [Condition] {
    let reached = categories.flatMap { category -> [Condition] in
      guard let ladder = ladder(of: category).map({ ladders[$0] }) else { return [] }
      let own = category.ownStrikes(of: ladder.rungs)
      return ladder.rungs.compactMap(\.strikes).map { .strikes(ladder.name, .atLeast(Double($0 - own))) }
    }
    return reached + ladders.map { .strikes($0.name, .atLeast(1)) }
  }
}
