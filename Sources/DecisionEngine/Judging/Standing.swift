import DecisionModel

/// Where the author stands on a ladder with this comment, as places in the program.
struct Standing {
  let ladder: LadderRule
  /// Live strikes, this one included.
  let strikes: Int
  let rung: RungRule?
  let next: RungRule?
  let forgottenAt: Instant?
  /// What would have to be known to take another rung than the first.
  let unknownFact: String?

  /// The standing of the comment's author on a ladder.
  init(on place: Int, _ situation: Situation) {
    let ladder = situation.program.ladders[place]
    let history = situation.comment.histories[place]
    let reached: Int?
    if situation.fact("author.id") != nil, let history {
      unknownFact = nil
      strikes = max(0, history.strikes).addingOne
      reached = ladder.rungReached(by: strikes, after: history)
    } else {
      unknownFact = situation.fact("author.id") == nil ? "author.id" : "history.\(ladder.name)"
      strikes = 1
      reached = ladder.rungs.indices.first
    }
    self.ladder = ladder
    rung = reached.map { ladder.rungs[$0] }
    next = ladder.rungs.dropFirst(reached.map { $0 + 1 } ?? 0).first
    forgottenAt = ladder.forgetAfter?.ending(from: situation.start, in: situation.program.zone)
  }

  var described: LadderStanding {
    LadderStanding(
      ladder: ladder.name, strikes: strikes, rung: rung?.name, next: next?.name, forgottenAt: forgottenAt)
  }
}

extension LadderRule {
  /// The last rung whose strikes are reached; a rung whose `needs` was not carried out keeps the author below it.
  fileprivate func rungReached(by strikes: Int, after history: LadderHistory) -> Int? {
    let open = rungs.prefix { $0.needs.map(history.wasDone) ?? true }
    return open.lastIndex { $0.strikes <= strikes }
  }
}

extension Int {
  fileprivate var addingOne: Int { self == .max ? self : self + 1 }
}
