import DecisionModel

/// What the clauses of a decision order together: one of each action, in the order of the program's actions.
struct MergedDeeds {
  private(set) var must: [Deed]
  private(set) var may: [Deed]

  init(_ judgement: Judgement) {
    let deeds = judgement.deeds
    let optional = MergedDeeds.merged(deeds.filter(\.isOptional))
    let ordered = MergedDeeds.merged(deeds.filter { !$0.isOptional })
    // What is ordered is no longer left to anybody, but keeps the words that came with the leave.
    must = ordered.map { deed in deed.speaking(as: optional.first { $0.key == deed.key }) }
    may = optional.filter { deed in !ordered.contains { $0.key == deed.key } }
    letNothingStandThatIsEnforced(judgement)
    sort(judgement.situation.prepared.names.actions)
    hold(judgement)
  }

  /// One deed of each key, in the order in which the keys are first met.
  private static func merged(_ deeds: [Deed]) -> [Deed] {
    var merged: [Deed] = []
    for deed in deeds {
      if let place = merged.firstIndex(where: { $0.key == deed.key }) {
        merged[place].merge(deed)
      } else {
        merged.append(deed)
      }
    }
    return merged
  }

  private mutating func letNothingStandThatIsEnforced(_ judgement: Judgement) {
    guard must.contains(where: { judgement.kind(of: $0.action) == .enforce }) else { return }
    must.removeAll { $0.action.action == "let_stand" }
    may.removeAll { $0.action.action == "let_stand" }
  }

  private mutating func sort(_ ranks: NameTable) {
    must = must.sortedStably { ranks[$0.action.action] ?? .max }
    may = may.sortedStably { ranks[$0.action.action] ?? .max }
  }

  private mutating func hold(_ judgement: Judgement) {
    let speaks = { (deed: Deed) in judgement.kind(of: deed.action) == .speak }
    for place in must.indices where speaks(must[place]) { must[place].action.heldBy = judgement.holdingTeams }
    for place in may.indices where speaks(may[place]) { may[place].action.heldBy = judgement.holdingTeams }
  }
}

extension Judgement {
  /// The first teams of the escalations that hold everything which speaks, each once.
  var holdingTeams: [String] {
    let teams = escalations.filter(\.holdsReply).compactMap { $0.levels.first?.team }
    return teams.indices.filter { !teams[..<$0].contains(teams[$0]) }.map { teams[$0] }
  }
}

extension Deed {
  /// The deed with the words of another, if it has none.
  fileprivate func speaking(as other: Deed?) -> Deed {
    var deed = self
    deed.action.say = action.say ?? other?.action.say
    return deed
  }

  /// Takes over what another clause ordered of the same action: the first words and the earlier deadlines stay.
  fileprivate mutating func merge(_ other: Deed) {
    origins.formUnion(other.origins)
    action.say = action.say ?? other.action.say
    for level in other.action.levels {
      if let place = action.levels.firstIndex(where: { $0.team == level.team }) {
        action.levels[place].due = min(action.levels[place].due, level.due)
      } else {
        action.levels.append(level)
      }
    }
    // The first level stays first: it names the team.
    action.levels = action.levels.prefix(1) + Array(action.levels.dropFirst()).sortedStably { $0.due }
  }
}

extension Array {
  /// Sorted by a rank, elements of one rank in the order in which they stand.
  fileprivate func sortedStably<Rank: Comparable>(by rank: (Element) -> Rank) -> [Element] {
    enumerated().map { (rank: rank($1), place: $0, element: $1) }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
      .map(\.element)
  }
}
