import DecisionModel

/// Every sequence of what can happen to one author on a ladder, up to its horizon, the shortest first.
struct LadderExploration {
  let ground: LadderGround
  private(set) var search = SequenceSearch<Lives, LadderEvent>(most: mostStates)
  /// By rung, where it is taken first: the state before, and the comment.
  private(set) var taken: [Int: Moment] = [:]
  /// By rung, where it blocks first without any warning having been carried out.
  private(set) var unwarned: [Int: Moment] = [:]

  struct Moment {
    let state: Int
    let offence: Int
  }

  static let mostStates = 10_000

  init(_ ground: LadderGround) {
    self.ground = ground
    search.begin(with: Lives(tracked: ground.tracked.count))
    var place = 0
    while place < search.states.count {
      follow(place)
      place += 1
    }
  }

  /// What leads to a moment, its comment included.
  func events(to moment: Moment) -> [LadderEvent] {
    search.events(to: moment.state) + [.comment(moment.offence)]
  }

  private mutating func follow(_ place: Int) {
    let lives = search.states[place]
    func reached(_ event: LadderEvent, _ change: (inout Lives) -> Void) {
      var next = lives
      change(&next)
      search.reach(next, from: place, by: event)
    }
    let (total, done) = (lives.total(), lives.done())
    for (offence, outcome) in ground.outcomes(after: lives).enumerated() {
      note(outcome, Moment(state: place, offence: offence), done: done)
      if total + outcome.weight <= ground.horizon {
        reached(.comment(offence)) { $0.add((outcome.weight, outcome.order)) }
      }
    }
    let outstanding = lives.outstanding()
    for rung in ground.tracked.indices where outstanding & 1 << rung != 0 {
      reached(.done(rung)) { $0.carryOut(rung, in: 0) }
    }
    guard lives.strikes > 0 else { return }
    // Of two sequences of one length that lead to the same, the one that needs no appeal is told.
    if ground.ladder.forgetAfter != nil { reached(.lapse) { $0.forgetOldest() } }
    for strike in (0..<lives.strikes).reversed() { reached(.appeal(strike)) { $0.takeBack(strike, in: 0..<1) } }
    reached(.pardon) { $0.pardon(in: 0..<1) }
  }

  private mutating func note(_ outcome: LadderGround.Outcome, _ moment: Moment, done: Int) {
    guard let rung = outcome.rung else { return }
    if taken[rung] == nil { taken[rung] = moment }
    // What a category takes at the least it takes by what was done, and no number leads there.
    if outcome.isByNumber, ground.ladder.rungs[rung].blocks, done & ground.warnings == 0, unwarned[rung] == nil {
      unwarned[rung] = moment
    }
  }
}
