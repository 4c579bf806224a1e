package import DecisionModel

/// Where the author stands on a ladder with this comment, as places in the program.
package struct Standing {
  package let ladder: LadderRule
  /// Live strikes, those of this comment included.
  package let strikes: Int
  package let rung: RungRule?
  package let next: RungRule?
  package let forgottenAt: Instant?
  /// What would have to be known to take another rung than the first.
  package let unknownFact: String?

  /// The standing of the author of a comment on a ladder.
  package init(on place: Int, for category: CategoryRule, _ situation: Situation) {
    let ladder = situation.program.ladders[place]
    let history = situation.comment.histories[place]
    let least = ladder.leastRung(for: category)
    let own = ladder.strikes(of: category)
    let reached: Int?
    if situation.fact("author.id") != nil, let history {
      unknownFact = nil
      strikes = max(0, history.strikes).adding(own)
      reached = ladder.rungReached(by: strikes, after: history)
    } else {
      unknownFact = situation.fact("author.id") == nil ? "author.id" : "history.\(ladder.name)"
      strikes = own
      reached = ladder.rungs.firstIndex { $0.strikes != nil }
    }
    let taken = [reached, least].compactMap { $0 }.max()
    self.ladder = ladder
    rung = taken.map { ladder.rungs[$0] }
    next = ladder.rungs.dropFirst(taken.map { $0 + 1 } ?? 0).first { $0.strikes != nil }
    forgottenAt = ladder.forgetAfter?.ending(from: situation.start, in: situation.program.zone)
  }

  var described: LadderStanding {
    LadderStanding(
      ladder: ladder.name, strikes: strikes, rung: rung?.name, next: next?.name, forgottenAt: forgottenAt)
  }
}

extension LadderRule {
  /// The rung that a category takes at the least.
  package func leastRung(for category: CategoryRule) -> Int? {
    category.noLowerThan.flatMap { name in rungs.firstIndex { $0.name == name } }
  }

  /// How many strikes a comment of a category counts for. A rung that is taken at the least counts for as many as it
  /// takes, so that the next is never milder.
  package func strikes(of category: CategoryRule) -> Int {
    max(1, category.strikes, leastRung(for: category).flatMap { rungs[$0].strikes } ?? 1)
  }

  /// The last rung whose strikes are reached; a rung whose `needs` was not carried out keeps the author below it.
  package func rungReached(by strikes: Int, after history: LadderHistory) -> Int? {
    let open = rungs.prefix { $0.needs.map(history.wasDone) ?? true }
    return open.lastIndex { $0.isReached(by: strikes) }
  }
}
