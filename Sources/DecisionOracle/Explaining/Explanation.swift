import DecisionEngine
public import DecisionModel

extension Oracle {
  /// Every category, every escalation and every step of the chosen plan, with all their conditions.
  public func explain(_ comment: Comment) -> [ClauseTrace] {
    let examined = Examined(ReadComment(comment, in: prepared))
    return examined.categoryTraces + examined.escalationTraces + examined.stepTraces
  }
}

extension Examined {
  private var prepared: PreparedProgram { reading.prepared }

  fileprivate var categoryTraces: [ClauseTrace] {
    zip(reading.program.categories, prepared.categories).enumerated().map { place, category in
      let (rule, clause) = category
      let holds = clause.map(early.holds) ?? (place == holding.category)
      return ClauseTrace(clause, early, anchor: rule.place.anchor, at: rule.place.at, holds: holds)
    }
  }

  fileprivate var escalationTraces: [ClauseTrace] {
    zip(reading.program.escalations, prepared.escalations).map { rule, clause in
      ClauseTrace(clause, evaluation, anchor: rule.place.anchor, at: rule.place.at, holds: evaluation.holds(clause))
    }
  }

  fileprivate var stepTraces: [ClauseTrace] {
    guard let plan = holding.plan else { return [] }
    return zip(reading.program.plans[plan].steps, prepared.steps[plan]).map { step, clause in
      ClauseTrace(clause, evaluation, anchor: step.anchor, at: nil, holds: clause.map(evaluation.holds) ?? true)
    }
  }
}

extension ClauseTrace {
  fileprivate init(_ clause: CheckedClause?, _ evaluation: Evaluation, anchor: String, at: String?, holds: Bool) {
    var tracer = Tracer(evaluation: evaluation)
    let when = clause.map { tracer.trace($0.when) }
    let unless = clause?.unless.map { tracer.trace($0) }
    self.init(anchor: anchor, at: at, holds: holds, when: when, unless: unless)
  }
}

/// Makes the trace of a clause. A signal that is met again is not taken apart again.
private struct Tracer {
  let evaluation: Evaluation
  private var seenSignals: Set<Int> = []

  init(evaluation: Evaluation) { self.evaluation = evaluation }

  mutating func trace(_ check: Check) -> ConditionTrace {
    var parts: [ConditionTrace] = []
    for part in check.parts { parts.append(trace(part)) }
    if case .signal(let signal) = check { parts = trace(signal: signal) }
    let words = CheckWords(evaluation: evaluation)
    return ConditionTrace(
      words: words.words(of: check), truth: evaluation.value(of: check), because: words.because(check), parts: parts)
  }

  private mutating func trace(signal: Int) -> [ConditionTrace] {
    guard seenSignals.insert(signal).inserted else { return [] }
    let clause = evaluation.reading.prepared.signals[signal]
    var parts = [trace(clause.when)]
    if let unless = clause.unless {
      let exception = trace(unless)
      parts.append(ConditionTrace(words: "unless", truth: exception.truth, because: nil, parts: [exception]))
    }
    return parts
  }
}
