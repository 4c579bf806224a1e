import DecisionModel

/// What an author can still come to while nothing is forgotten: only the number of strikes counts, what was carried out,
/// and what is still to be done.
struct Climb {
  private let ground: LadderGround
  /// By how an author stands: the hardest that the number of strikes can still lead to, and the rungs that can still be
  /// carried out, with those that were.
  private var prospects: [Prospect]

  struct Prospect: Equatable {
    /// Nil where nothing is known of how hard it gets.
    var hardest: Severity?
    var isKnown = true
    var doable = 0
  }

  private struct Standing {
    var count: Int
    var done: Int
    var outstanding: Int
  }

  init(_ ground: LadderGround) {
    self.ground = ground
    let sets = 1 << ground.tracked.count
    prospects = Array(repeating: Prospect(), count: (ground.top + 1) * sets * sets)
    var changes = true
    while changes {
      changes = false
      for place in prospects.indices.reversed() {
        let better = prospect(from: place)
        if better != prospects[place] {
          prospects[place] = better
          changes = true
        }
      }
    }
  }

  func prospect(of lives: Lives, in life: Int = 0) -> Prospect {
    let standing = Standing(
      count: min(lives.total(in: life), ground.top), done: lives.done(in: life),
      outstanding: lives.outstanding(in: life))
    return prospects[place(standing)]
  }

  /// Whether an author who stands so can never come to what others can.
  func isStuck(_ lives: Lives, in life: Int = 0) -> Bool {
    let (prospect, whole) = (prospect(of: lives, in: life), prospects[0])
    guard prospect.isKnown, let all = whole.hardest else { return false }
    return prospect.hardest.map { $0 < all } ?? true
  }

  /// The first rung that stays closed to an author, because what it needs cannot be carried out any more.
  func closedRung(for lives: Lives, in life: Int = 0) -> Int? {
    let doable = prospect(of: lives, in: life).doable
    let names = ground.tracked.indices.filter { doable & 1 << $0 != 0 }.map {
      ground.ladder.rungs[ground.tracked[$0]].name
    }
    return ground.ladder.rungs.firstIndex { rung in rung.needs.map { !names.contains($0) } ?? false }
  }

  private func place(_ standing: Standing) -> Int {
    let bits = ground.tracked.count
    return (standing.count << bits | standing.done) << bits | standing.outstanding
  }

  private func prospect(from place: Int) -> Prospect {
    let bits = ground.tracked.count
    let mask = 1 << bits - 1
    let standing = Standing(count: place >> (2 * bits), done: place >> bits & mask, outstanding: place & mask)
    var prospect = prospects[place]
    prospect.doable |= standing.done | standing.outstanding
    for outcome in ground.outcomes(after: standing.count, done: standing.done) {
      prospect.take(outcome.severityByNumber)
      var next = standing
      next.count = min(standing.count + outcome.weight, ground.top)
      if outcome.order > 0 { next.outstanding |= 1 << (outcome.order - 1) }
      prospect.take(prospects[self.place(next)])
    }
    for rung in 0..<bits where standing.outstanding & 1 << rung != 0 {
      var next = standing
      next.outstanding &= ~(1 << rung)
      next.done |= 1 << rung
      prospect.take(prospects[self.place(next)])
    }
    return prospect
  }
}

extension Climb.Prospect {
  fileprivate mutating func take(_ severity: Severity?) {
    guard let severity else {
      isKnown = false
      return
    }
    hardest = hardest.map { max($0, severity) } ?? severity
  }

  fileprivate mutating func take(_ other: Climb.Prospect) {
    if let severity = other.hardest { take(severity) }
    if !other.isKnown { isKnown = false }
    doable |= other.doable
  }
}
