public import DecisionModel

/// What is wanted of people at an instant, by team: the most pressing first.
public struct DueList: Hashable, Sendable {
  public let now: Instant
  public let teams: [Team]

  public struct Team: Hashable, Sendable {
    /// Nil for what is anybody's.
    public let name: String?
    public let items: [DueItem]
  }

  /// - Parameter team: Only what this team owes, or what waits for its word.
  public init(_ files: some Sequence<CaseFile>, at now: Instant, team: String? = nil) {
    self.now = now
    let items = files.flatMap { $0.dueItems(at: now) }.filter { $0.concerns(team) }
    let owed = team == nil ? Dictionary(grouping: items, by: \.team) : [team: items]
    teams = owed.filter { !$0.value.isEmpty }.map { Team(name: $0.key, items: $0.value.sorted(by: DueItem.precedes)) }
      .sorted { DueList.precedes($0.name, $1.name) }
  }

  public var items: [DueItem] { teams.flatMap(\.items) }

  public func count(_ urgency: DueItem.Urgency) -> Int { items.count { $0.urgency == urgency } }

  /// By name; what is anybody's comes first.
  private static func precedes(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == nil && other != nil }
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension CaseFile {
  /// What is open in it at an instant. Where several comments want the same, it stands once, as it is due first. What is
  /// optional is gone when its time is over.
  public func dueItems(at now: Instant) -> [DueItem] {
    var items: [DueItem] = []
    for duty in duties where duty.isOpen && !(duty.obligation.isOptional && duty.isLate(at: now)) {
      let item = DueItem(duty, of: self, at: now)
      guard let place = items.firstIndex(where: { $0.isMetTogether(with: item) }) else {
        items.append(item)
        continue
      }
      if DueItem.precedes(item, items[place]) { items[place] = item }
    }
    return items
  }
}

extension DueItem {
  fileprivate func concerns(_ team: String?) -> Bool {
    guard let team else { return true }
    return self.team == team || waitsFor.contains(team) || isAsked(of: team)
  }

  private func isAsked(of team: String) -> Bool {
    if case .approval(_, let teams, _) = duty { teams.contains(team) } else { false }
  }

  /// Whether one deed meets both.
  fileprivate func isMetTogether(with other: DueItem) -> Bool {
    switch (duty, other.duty) {
    case (.reply, .reply): team == other.team && waitsFor == other.waitsFor
    default: duty == other.duty && team == other.team && waitsFor == other.waitsFor
    }
  }

  /// By urgency, then by when, then by case.
  public static func precedes(_ one: DueItem, _ other: DueItem) -> Bool {
    let (mine, others) = (one.due ?? .latest, other.due ?? .latest)
    return (one.urgency, mine, one.case, one.decision) < (other.urgency, others, other.case, other.decision)
  }
}
