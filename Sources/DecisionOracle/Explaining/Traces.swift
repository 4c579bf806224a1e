public import DecisionEngine

/// A clause as `decide --explain` shows it: whether it holds, and every condition in it.
public struct ClauseTrace: Sendable {
  /// `category.abuse`
  public let anchor: String
  /// Where it stands in the playbook; nil for the steps of a plan.
  public let at: String?
  /// Whether it took part in the decision.
  public let holds: Bool
  /// Nil for the category that holds where none above does, and for what always holds.
  public let when: ConditionTrace?
  public let unless: ConditionTrace?
}

/// A condition with what is known of it.
public struct ConditionTrace: Sendable {
  /// The condition in the words of the playbook: `text.uses: insults`.
  public let words: String
  public let truth: Truth
  /// What made it so: `found “1d10ts” (idiots)`, `is 12000`, `not given`. Nil where its parts say it.
  public let because: String?
  public let parts: [ConditionTrace]
}

extension Truth {
  /// `true`, `false` or `unknown`.
  public var word: String {
    switch self {
    case .no: "false"
    case .unknown: "unknown"
    case .yes: "true"
    }
  }
}
