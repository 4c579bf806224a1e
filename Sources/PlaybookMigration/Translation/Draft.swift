public import Diagnostics

/// A rule as a clause of the playbook: a category where it may remove, else an escalation.
struct DraftClause {
  let rule: AutoModeratorRule
  let name: String
  let title: RuleTitle
  let removes: Bool
  let priority: Int
  var condition: DraftCondition
  /// Moderators are exempt.
  let sparesModerators: Bool
  var orders: DraftOrders
  /// A check is missing, so that the rule is on trial until a person has looked.
  var isInShadow: Bool
  /// What did not come over, said above the clause.
  var remarks: [String]
  var showsExample = true

  /// Whether the team of moderators is told, or answers.
  var needsModerators: Bool { orders.tellsModerators || orders.message != nil }
}

/// What a clause orders.
struct DraftOrders {
  var must: [Written] = []
  /// What is said with the reply or the message.
  var say: String?
  /// What is said in private, where something is said in public too.
  var message: (plan: String, text: String)?
  /// What is known of the rule beside what it does.
  var about: [String] = []

  mutating func order(_ action: String) { must.append(.word(action)) }

  /// The moderators are told once, however many keys of the rule ask for it.
  mutating func tellModerators() {
    guard !tellsModerators else { return }
    tellsModerators = true
    must.append(.mapping([Written.Entry(key: "notify", value: .word("moderators"))]))
  }

  private(set) var tellsModerators = false

  init() {}
}

/// What became of a rule.
public struct MigratedRule: Sendable {
  public enum Outcome: String, Sendable, CaseIterable {
    /// Everything that it says is in the playbook.
    case whole
    /// Some of what it says is not, or waits for the caller or a person.
    case inPart = "in part"
    /// It is in the playbook as a comment alone.
    case notAtAll = "not at all"
  }

  /// Counted from 1, in the order of the configuration.
  public let number: Int
  /// Where it begins.
  public let span: Span
  public let outcome: Outcome
  /// The category or escalation that it is.
  public let clause: String?
}
