package import DecisionModel

/// What two policies decide about one comment, held side by side: stance, actions, their terms and deadlines, the answer.
/// The words that are said, and which clauses said so, make no difference.
package struct ComparedDecisions {
  private let old: Decision
  private let new: Decision
  private let kinds: ActionKinds
  private let zone: ZoneTable

  package init(_ old: Decision, _ new: Decision, _ kinds: ActionKinds, in zone: ZoneTable) {
    self.old = old
    self.new = new
    self.kinds = kinds
    self.zone = zone
  }

  package var changes: [DecisionChange] { stance + actions + reply }

  // MARK: Stance

  private var stance: [DecisionChange] {
    guard old.stance != new.stance else { return [] }
    let direction = DecisionChange.Direction(from: old.stance.weight, to: new.stance.weight)
    return [DecisionChange("\(old.stance.rawValue) becomes \(new.stance.rawValue)", direction)]
  }

  // MARK: Actions

  private var actions: [DecisionChange] {
    let (before, now) = (OrderedDeeds(old), OrderedDeeds(new))
    let keys = before.keys + now.keys.filter { key in !before.keys.contains(key) }
    return keys.flatMap { changes(of: $0, before[$0], now[$0]) }
  }

  private func changes(of key: OrderedDeeds.Key, _ before: OrderedDeeds.Deed?, _ now: OrderedDeeds.Deed?)
    -> [DecisionChange]
  {
    var changes: [DecisionChange] = []
    let (rank, newRank) = (before?.rank ?? .absent, now?.rank ?? .absent)
    if rank != newRank {
      let direction = DecisionChange.Direction(from: rank.rawValue, to: newRank.rawValue)
      changes.append(
        DecisionChange("\(key.words) \(rank.becoming(newRank))", kinds.isSevere(key.action) ? direction : .neither))
    }
    guard let before = before?.action, let now = now?.action else { return changes }
    return changes + terms(of: key, before, now)
  }

  private func terms(of key: OrderedDeeds.Key, _ before: DecidedAction, _ now: DecidedAction) -> [DecisionChange] {
    var changes = duration(of: key, before, now)
    changes += due("\(key.words) is due", before.due ?? before.levels.first?.due, now.due ?? now.levels.first?.due)
    changes += teams("\(key.words) waits for a yes of", before.awaiting, now.awaiting, gaining: .neither)
    if !key.answers { changes += teams("\(key.words) waits for the word of", before.heldBy, now.heldBy) }
    changes += teams(
      "\(key.words) goes on to", before.levels.dropFirst().map(\.team), now.levels.dropFirst().map(\.team))
    if before.alsoLast != now.alsoLast { changes.append(DecisionChange("\(key.words) reaches back otherwise")) }
    return changes
  }

  private func duration(of key: OrderedDeeds.Key, _ before: DecidedAction, _ now: DecidedAction) -> [DecisionChange] {
    guard before.duration != now.duration else { return [] }
    let words =
      "\(key.words) lasts \(now.duration?.picked ?? "for good"), before \(before.duration?.picked ?? "for good")"
    return [DecisionChange(words, .init(from: reach(of: before.duration), to: reach(of: now.duration)))]
  }

  /// How long it lasts at the least, in seconds; what has no end lasts longest.
  private func reach(of duration: ActionDuration?) -> Int64 {
    guard let duration else { return .max }
    let end = duration.earliestEnd(from: Instant(seconds: 0), in: zone)
    return end?.seconds ?? .max - 1
  }

  // MARK: The answer

  private var reply: [DecisionChange] {
    guard let before = old.reply, let now = new.reply else { return [] }
    var changes: [DecisionChange] = []
    if !same(before.plan, now.plan) { changes.append(.init("the answer follows \(now.plan), before \(before.plan)")) }
    if !same(before.owner, now.owner) {
      changes.append(.init("\(now.owner ?? "nobody") answers, before \(before.owner ?? "nobody")"))
    }
    if before.place != now.place {
      changes.append(.init("the answer is \(now.place.rawValue), before \(before.place.rawValue)"))
    }
    changes += due("the answer is due", before.due, now.due)
    if before.notBefore != now.notBefore { changes.append(.init("the pause before the answer is another")) }
    return changes + teams("the answer waits for the word of", before.heldBy, now.heldBy)
  }

  // MARK: Parts

  private func due(_ what: String, _ before: Instant?, _ now: Instant?) -> [DecisionChange] {
    switch (before, now) {
    case (nil, nil): []
    case (nil, _?): [.init("\(what) by a deadline", .stricter)]
    case (_?, nil): [.init("\(what) by no deadline any more", .looser)]
    case (let before?, let now?):
      before == now ? [] : [.init("\(what) \(now < before ? "sooner" : "later")", now < before ? .stricter : .looser)]
    }
  }

  /// Teams that something waits for, or goes to.
  private func teams(
    _ what: String, _ before: [String], _ now: [String], gaining: DecisionChange.Direction = .stricter
  ) -> [DecisionChange] {
    let gained = now.filter { !before.contains($0) }.map { DecisionChange("\(what) \($0)", gaining) }
    let opposite: DecisionChange.Direction = gaining == .neither ? .neither : .looser
    return gained + before.filter { !now.contains($0) }.map { DecisionChange("\(what) \($0) no longer", opposite) }
  }

  private func same(_ one: String?, _ other: String?) -> Bool {
    one.map { Array($0.utf8) } == other.map { Array($0.utf8) }
  }
}

extension DecisionChange.Direction {
  /// More is stricter.
  fileprivate init<Amount: Comparable>(from before: Amount, to now: Amount) {
    self = before < now ? .stricter : now < before ? .looser : .neither
  }
}

extension Stance {
  /// How hard it is on the comment: one that is held waits for a person, one that is enforced against is gone.
  fileprivate var weight: Int {
    switch self {
    case .observe, .respond: 0
    case .hold: 1
    case .enforce: 2
    }
  }
}
