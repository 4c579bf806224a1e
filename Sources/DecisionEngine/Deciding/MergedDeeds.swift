import DecisionModel

/// What the clauses of a decision order together: one of each action, in the order of the program's actions.
struct MergedDeeds {
  private(set) var must: [Deed]
  private(set) var may: [Deed]
  /// What the comment's channel cannot do.
  private(set) var unavailable: [UnavailableAction] = []
  private(set) var stance = Stance.observe

  init(_ judgement: Judgement) {
    let deeds = judgement.deeds
    let zone = judgement.situation.program.zone
    let optional = MergedDeeds.merged(deeds.filter(\.isOptional), judgement.situation.start, zone)
    let ordered = MergedDeeds.merged(deeds.filter { !$0.isOptional }, judgement.situation.start, zone)
    // What is ordered is no longer left to anybody, but keeps the words that came with the leave.
    must = ordered.map { deed in deed.speaking(as: optional.first { $0.key == deed.key }) }
    may = optional.filter { deed in !ordered.contains { $0.key == deed.key } }
    let isEnforced = must.contains { judgement.kind(of: $0.action) == .enforce }
    if isEnforced { letNothingStand() }
    must = must.map { $0.waiting(for: judgement).withDeadline }
    may = may.map { $0.waiting(for: judgement).withDeadline }
    leaveOutWhatCannotBeDone(judgement)
    stance = self.stance(judgement)
    if judgement.situation.channel?.postsWait == true, !isEnforced, stance != .hold { publish() }
    sort(judgement.situation.names.actions)
  }

  /// One deed of each key, in the order in which the keys are first met.
  private static func merged(_ deeds: [Deed], _ start: Instant, _ zone: ZoneTable) -> [Deed] {
    var merged: [Deed] = []
    for deed in deeds {
      let key = deed.key
      if let place = merged.firstIndex(where: { $0.key == key }) {
        merged[place].merge(deed, start, zone)
      } else {
        merged.append(deed)
      }
    }
    return merged
  }

  private mutating func letNothingStand() {
    must.removeAll { $0.action.action == "let_stand" }
    may.removeAll { $0.action.action == "let_stand" }
  }

  private mutating func leaveOutWhatCannotBeDone(_ judgement: Judgement) {
    guard let channel = judgement.situation.channel else { return }
    let ranks = judgement.situation.names.actions
    unavailable = (must + may).filter { !channel.can($0.action.action) }.sortedStably {
      ranks[$0.action.action] ?? .max
    }
    .map { UnavailableAction(action: $0.action.action, fallback: channel.fallback) }
    must.removeAll { !channel.can($0.action.action) }
    may.removeAll { !channel.can($0.action.action) }
  }

  private func stance(_ judgement: Judgement) -> Stance {
    let isHeld = (must + may).contains { !$0.action.heldBy.isEmpty } || must.contains { !$0.action.awaiting.isEmpty }
    let kinds = must.compactMap { judgement.kind(of: $0.action) }
    if isHeld || !judgement.questions.isEmpty { return .hold }
    if kinds.contains(.enforce) { return .enforce }
    return kinds.contains(.speak) ? .respond : .observe
  }

  /// On a channel where posts wait, what is neither stopped nor held is shown.
  private mutating func publish() {
    guard !must.contains(where: { $0.action.action == "publish" }) else { return }
    must.append(Deed(DecidedAction("publish"), .category))
  }

  private mutating func sort(_ ranks: NameTable) {
    must = must.sortedStably { ranks[$0.action.action] ?? .max }
    may = may.sortedStably { ranks[$0.action.action] ?? .max }
  }
}

extension Judgement {
  /// The first teams of the escalations that hold everything which speaks, each once.
  var holdingTeams: [String] {
    escalations.filter(\.holdsReply).compactMap { $0.levels.first?.team }.eachOnce
  }

  /// The brake that an action is over.
  fileprivate func brake(on action: DecidedAction) -> BrakeRule? {
    guard !situation.comment.brakes.isEmpty, let place = situation.names.actions[action.action],
      let brake = situation.rulebook.brakes[place], let count = situation.comment.brakes[place]
    else { return nil }
    return count >= brake.atMost ? brake : nil
  }
}

extension Deed {
  /// The deed with the words of another, if it has none.
  fileprivate func speaking(as other: Deed?) -> Deed {
    var deed = self
    deed.action.say = action.say ?? other?.action.say
    return deed
  }

  /// The deed with the teams whose word or yes it waits for.
  fileprivate func waiting(for judgement: Judgement) -> Deed {
    var deed = self
    if judgement.kind(of: action) == .speak { deed.action.heldBy = judgement.holdingTeams }
    let brake = judgement.brake(on: action)?.team
    if !approvals.isEmpty || brake != nil {
      deed.action.awaiting = (approvals.flatMap(\.teams) + [brake].compactMap { $0 }).eachOnce
    }
    return deed
  }

  /// The deed with its deadline as the instant at which it is due, unless it is asked for first.
  fileprivate var withDeadline: Deed {
    var deed = self
    deed.action.due = action.due ?? (action.levels.isEmpty ? deadline?.instant : nil)
    return deed
  }

  /// Takes over what another clause ordered of the same action: the first words, the earlier deadlines, the longer
  /// length and every approval stay.
  fileprivate mutating func merge(_ other: Deed, _ start: Instant, _ zone: ZoneTable) {
    origins.formUnion(other.origins)
    action.say = action.say ?? other.action.say
    mergeLevels(other.action.levels)
    if other.lasts(longerThan: self, start, zone) { (action.duration, lift) = (other.action.duration, other.lift) }
    approvals += other.approvals.filter { !approvals.contains($0) }
    mergeWait(other)
    deadline = [deadline, other.deadline].compactMap { $0 }.min { $0.instant < $1.instant }
    if other.alsoLast(from: start, zone) > alsoLast(from: start, zone) { action.alsoLast = other.action.alsoLast }
    action.ladder = action.ladder ?? other.action.ladder
  }

  private mutating func mergeLevels(_ levels: [DecidedLevel]) {
    guard !levels.isEmpty else { return }
    for level in levels {
      if let place = action.levels.firstIndex(where: { $0.team == level.team }) {
        action.levels[place].due = min(action.levels[place].due, level.due)
      } else {
        action.levels.append(level)
      }
    }
    // The first level stays first: it names the team.
    action.levels = action.levels.prefix(1) + Array(action.levels.dropFirst()).sortedStably { $0.due }
  }

  /// What one clause orders at once does not wait because another one lets it.
  private mutating func mergeWait(_ other: Deed) {
    guard let due = action.due else { return }
    guard let otherDue = other.action.due else {
      (action.due, wait) = (nil, nil)
      return
    }
    if otherDue < due { (action.due, wait) = (otherDue, other.wait) }
  }

  /// What has no end lasts longest, then what only an event ends.
  private func lasts(longerThan other: Deed, _ start: Instant, _ zone: ZoneTable) -> Bool {
    guard let mine = other.action.duration else { return false }
    guard let duration = action.duration else { return true }
    guard let end = mine.earliestEnd(from: start, in: zone) else { return false }
    return duration.earliestEnd(from: start, in: zone).map { $0 > end } ?? true
  }

  /// How far back it reaches, as an instant as far ahead.
  private func alsoLast(from start: Instant, _ zone: ZoneTable) -> Instant {
    action.alsoLast?.ending(from: start, in: zone) ?? start
  }
}

extension [String] {
  /// Each once, in the order in which they are first met.
  package var eachOnce: [String] {
    indices.filter { !self[..<$0].contains(self[$0]) }.map { self[$0] }
  }
}

extension Array {
  /// Sorted by a rank, elements of one rank in the order in which they stand.
  fileprivate func sortedStably<Rank: Comparable>(by rank: (Element) -> Rank) -> [Element] {
    guard count > 1 else { return self }
    let places = map(rank).enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    return places.map { self[$0.offset] }
  }
}
