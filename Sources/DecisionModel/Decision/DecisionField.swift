/// A member of a decision in its canonical form; the cases stand in the order of the form.
public enum DecisionField: String, Sendable, CaseIterable {
  case decision, playbook, comment, summary, stance, category, also, actions, may, reply, escalations, ladders
  case followUps = "follow_ups"
  case approvals, ask, because, assumed, unavailable, shadow, cut, trouble

  /// The field of a key.
  public init?(_ key: [UInt8]) {
    guard let field = DecisionField.allCases.first(where: { $0.rawValue.utf8.elementsEqual(key) }) else { return nil }
    self = field
  }
}

/// Some members of a decision. Why a comment could not be judged is always among them.
public struct DecisionFields: Sendable, Hashable {
  /// The whole decision.
  public static let all = DecisionFields(DecisionField.allCases)

  /// The fields in the order of the form, each once.
  public let inOrder: [DecisionField]

  /// - Parameter fields: The fields in any order.
  public init(_ fields: some Collection<DecisionField>) {
    inOrder = DecisionField.allCases.filter { $0 == .trouble || fields.contains($0) }
  }

  public func contains(_ field: DecisionField) -> Bool { inOrder.contains(field) }
}
