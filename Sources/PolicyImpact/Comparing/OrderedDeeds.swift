package import DecisionModel

/// The actions of a decision by what makes them one: the action, and the team that it goes to.
struct OrderedDeeds {
  struct Key: Hashable {
    let action: String
    let team: String?

    /// Whether it is the answer itself, of which the decision says more elsewhere.
    var answers: Bool { action == "reply" || action == "message" }

    /// `notify legal`
    var words: String { team.map { "\(action) \($0)" } ?? action }
  }

  /// Whether it is done.
  enum Rank: Int {
    case absent, allowed, ordered

    func becoming(_ now: Rank) -> String {
      switch (self, now) {
      case (_, .ordered): "is ordered"
      case (.absent, _): "is allowed"
      case (.ordered, .allowed): "is only allowed, no longer ordered"
      case (.ordered, _): "is no longer ordered"
      case (.allowed, _): "is no longer allowed"
      }
    }
  }

  struct Deed {
    let rank: Rank
    let action: DecidedAction
  }

  private let deeds: [(key: Key, deed: Deed)]

  init(_ decision: Decision) {
    deeds =
      decision.actions.map { (Key($0), Deed(rank: .ordered, action: $0)) }
      + decision.may.map { (Key($0), Deed(rank: .allowed, action: $0)) }
  }

  var keys: [Key] { deeds.map(\.key) }

  subscript(key: Key) -> Deed? { deeds.first { $0.key == key }?.deed }
}

extension OrderedDeeds.Key {
  fileprivate init(_ action: DecidedAction) {
    self.init(action: action.action, team: action.to ?? action.levels.first?.team)
  }
}

/// Which actions are hard on a comment or its author, by either of two policies.
package struct ActionKinds: Sendable {
  private let severe: Set<String>

  package init(_ old: DecisionProgram, _ new: DecisionProgram) {
    let hard = (old.actions + new.actions).filter { $0.kind == .enforce || $0.kind == .route }
    severe = Set(hard.map(\.name) + ["warn"])
  }

  func isSevere(_ action: String) -> Bool { severe.contains(action) }
}
