import DecisionEngine
import DecisionModel
import DecisionOracle

/// Every sequence of events on a small ladder up to a length, one after the other: each comment is decided by the engine,
/// each strike remembered by the fold that the ledger has.
struct EverySequence {
  private let program: DecisionProgram
  private let comments: [Comment]
  private let longest: Int
  private let judge: Judge
  private(set) var shortest: [Seen: Int] = [:]

  /// What a sequence shows.
  enum Seen: Hashable {
    case taken(String), unwarned(String), weaker(String)
    /// Worse conduct ends milder, or an appeal that is upheld harder.
    case reversed
  }

  init(_ ladder: RandomLadder, longest: Int) throws {
    program = ladder.program
    comments = ladder.comments
    self.longest = longest
    judge = Judge(try Oracle(ladder.program, digest: "sha256:test"))
    follow(Life(), length: 0)
  }

  private var ladder: LadderRule { program.ladders[0] }

  /// An author as the fold remembers one.
  fileprivate struct Life: Hashable {
    var record = LadderRecord()
    /// What was ordered and is still to be done. Who has no strikes is owed nothing.
    var outstanding: Set<String> = []

    mutating func takeBack(_ decision: Int64) {
      record.takeBack(decision: decision)
      if record.strikes.isEmpty { outstanding = [] }
    }

    mutating func carryOut(_ rung: String, at: Instant) {
      outstanding.remove(rung)
      record.carryOut(rung, at: at)
    }
  }

  /// Decisions, each made once.
  fileprivate final class Judge {
    let oracle: Oracle
    private var known: [Question: Decision] = [:]
    private struct Question: Hashable {
      let text: [UInt8]
      let strikes: Int
      let done: Set<[UInt8]>
    }

    init(_ oracle: Oracle) { self.oracle = oracle }

    func decide(_ comment: Comment, after history: LadderHistory) -> Decision {
      let question = Question(text: comment.text, strikes: history.strikes, done: Set(history.done))
      if let decision = known[question] { return decision }
      var comment = comment
      comment.facts[0] = .bytes([1])
      comment.histories[0] = history
      let decision = oracle.decide(comment)
      known[question] = decision
      return decision
    }
  }
}

// One author.
extension EverySequence {
  /// Forgetting is left to the events: no strike is too old by itself.
  private func history(_ life: Life) -> LadderHistory {
    let timeless = LadderRule(name: ladder.name, title: ladder.title, forgetAfter: nil, rungs: ladder.rungs)
    return life.record.history(at: .latest, on: timeless, in: .utc)
  }

  private mutating func see(_ seen: Seen, _ length: Int) { shortest[seen] = min(shortest[seen] ?? .max, length) }

  private func comment(_ decision: Decision, _ life: inout Life, before: Int, _ length: Int) {
    for standing in decision.ladders {
      life.record.strike(
        by: Int64(length), weight: standing.strikes - before, rung: standing.rung, at: Instant(seconds: Int64(length)))
      if let rung = standing.rung { life.outstanding.insert(rung) }
    }
  }

  private mutating func follow(_ life: Life, length: Int) {
    guard length < longest else { return }
    let history = history(life)
    part(life, length + 1)
    for comment in comments {
      let decision = judge.decide(comment, after: history)
      note(decision, history, length + 1)
      guard !decision.ladders.isEmpty else { continue }
      var next = life
      self.comment(decision, &next, before: history.strikes, length + 1)
      follow(next, length: length + 1)
    }
    for rung in life.outstanding {
      var next = life
      next.carryOut(rung, at: Instant(seconds: Int64(length + 1)))
      follow(next, length: length + 1)
    }
    for strike in life.record.strikes {
      var next = life
      next.takeBack(strike.decision)
      follow(next, length: length + 1)
    }
    if !life.record.strikes.isEmpty { follow(life.pardoned, length: length + 1) }
  }

  private mutating func note(_ decision: Decision, _ history: LadderHistory, _ length: Int) {
    guard let name = decision.ladders.first?.rung,
      let place = ladder.rungs.firstIndex(where: { $0.name == name })
    else { return }
    see(.taken(name), length)
    let category = program.categories.first { $0.name == decision.category }
    let least = category?.noLowerThan.flatMap { name in ladder.rungs.firstIndex { $0.name == name } }
    let isWarned = ladder.rungs.contains { rung in
      rung.must.contains { $0.action == "warn" } && history.wasDone(rung.name)
    }
    if place > least ?? -1, ladder.rungs[place].must.contains(where: { $0.action == "block" }), !isWarned {
      see(.unwarned(name), length)
    }
  }
}

extension EverySequence.Life {
  fileprivate var pardoned: Self {
    var next = self
    next.record.pardon()
    next.outstanding = []
    return next
  }
}

// The same author twice.
extension EverySequence {
  /// - Parameter length: the number of events with the one by which the lives part.
  private mutating func part(_ life: Life, _ length: Int) {
    let history = history(life)
    let decisions = comments.map { judge.decide($0, after: history) }
    func written(_ decision: Decision) -> Life {
      var next = life
      comment(decision, &next, before: history.strikes, length)
      return next
    }
    for decision in decisions where !decision.ladders.isEmpty {
      compare(life, written(decision), length)
    }
    for (milder, one) in zip(comments, decisions) {
      for (worse, other) in zip(comments, decisions) where isWorse(worse, than: milder) && !isHarder(other, than: one) {
        compare(written(one), written(other), length)
      }
    }
    for strike in life.record.strikes {
      var other = life
      other.takeBack(strike.decision)
      compare(other, life, length)
    }
    if !life.record.strikes.isEmpty { compare(life.pardoned, life, length) }
  }

  /// However many strikes there were before, the one counts no less, and leads no lower at the least; and somewhere more.
  private func isWorse(_ worse: Comment, than milder: Comment) -> Bool {
    let pairs = (0...12).map { count in (counting(worse, after: count), counting(milder, after: count)) }
    return pairs.allSatisfy { $0.weight > 0 && $1.weight > 0 && $0.weight >= $1.weight && $0.least >= $1.least }
      && pairs.contains { $0 != $1 }
  }

  private func counting(_ comment: Comment, after count: Int) -> (weight: Int, least: Int) {
    let decision = judge.decide(comment, after: LadderHistory(strikes: count))
    guard let standing = decision.ladders.first,
      let category = program.categories.first(where: { $0.name == decision.category })
    else { return (0, -1) }
    let least = category.noLowerThan.flatMap { name in ladder.rungs.firstIndex { $0.name == name } }
    // More strikes than any rung takes are as many.
    let most = 3 + (ladder.rungs.compactMap(\.strikes).max() ?? 1)
    return (min(standing.strikes - count, most), least ?? -1)
  }

  private mutating func compare(_ milder: Life, _ worse: Life, _ length: Int) {
    guard length < longest, milder != worse else { return }
    let histories = (history(milder), history(worse))
    for comment in comments {
      let decisions = (judge.decide(comment, after: histories.0), judge.decide(comment, after: histories.1))
      let isReversed = force(decisions.1) < force(decisions.0)
      if isReversed { see(kind(decisions), length + 1) }
      if isReversed || isHarder(decisions.1, than: decisions.0) { continue }
      if decisions.0.ladders.isEmpty, decisions.1.ladders.isEmpty { continue }
      var next = (milder, worse)
      self.comment(decisions.0, &next.0, before: histories.0.strikes, length + 1)
      self.comment(decisions.1, &next.1, before: histories.1.strikes, length + 1)
      compare(next.0, next.1, length + 1)
    }
    followBoth(milder, worse, length)
  }

  private mutating func followBoth(_ milder: Life, _ worse: Life, _ length: Int) {
    let at = Instant(seconds: Int64(length + 1))
    var done = (milder, worse)
    for rung in milder.outstanding { done.0.carryOut(rung, at: at) }
    for rung in worse.outstanding { done.1.carryOut(rung, at: at) }
    if done != (milder, worse) { compare(done.0, done.1, length + 1) }
    let strikes = (milder.record.strikes.map(\.decision), worse.record.strikes.map(\.decision))
    for strike in strikes.0 where strikes.1.contains(strike) {
      compare(milder.without(strike), worse.without(strike), length + 1)
    }
    if ladder.forgetAfter != nil, let oldest = (strikes.0 + strikes.1).min() {
      compare(milder.without(oldest), worse.without(oldest), length + 1)
    }
  }

  private func kind(_ decisions: (Decision, Decision)) -> Seen {
    let place = place(decisions.1)
    let isOfRungs = decisions.0.category == decisions.1.category && place > self.place(decisions.0)
    return isOfRungs ? .weaker(ladder.rungs[place].name) : .reversed
  }

  private func place(_ decision: Decision) -> Int {
    ladder.rungs.firstIndex { $0.name == decision.ladders.first?.rung } ?? -1
  }

  private func isHarder(_ one: Decision, than other: Decision) -> Bool {
    force(one) == force(other) ? place(one) > place(other) : force(one) > force(other)
  }

  private func force(_ decision: Decision) -> Int {
    decision.actions.map { ["warn": 1, "hide": 2, "mute": 3, "block": 4][$0.action] ?? 0 }.max() ?? 0
  }
}

extension EverySequence.Life {
  fileprivate func without(_ decision: Int64) -> Self {
    var next = self
    next.takeBack(decision)
    return next
  }
}
