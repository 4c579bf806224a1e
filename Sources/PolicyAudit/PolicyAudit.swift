public import DecisionModel
public import PlaybookModel

/// What can be held against a policy before anybody complains: groups of people that it treats unlike, disguises that
/// escape its lists, and innocent words that they catch.
public struct PolicyAudit: Sendable {
  /// So many terms of a list are disguised; of more, so many evenly taken.
  public static let mostTerms = 50
  /// Of a list that guards nothing fewer say enough.
  public static let mostTermsOfOthers = 10

  /// What the policy looks for in comments; those lists first whose finds are held against the author.
  public let lists: [AuditedList]
  private let trial: MendingTrial

  /// - Throws: where the program cannot be prepared, which a playbook without errors never causes.
  public init(_ playbook: Playbook, compiledTo program: DecisionProgram, against innocents: Innocents) throws {
    lists = ListsOfProgram.lists(of: playbook, program)
    trial = try MendingTrial(playbook, program, against: innocents)
  }

  public var innocents: Innocents { trial.innocents }

  /// Which disguises of a list's terms escape it. What mends that is looked for where the list guards.
  public func evasion(of list: AuditedList, mostTerms: Int = PolicyAudit.mostTerms) throws -> ListEvasion {
    let most = list.isGuard ? mostTerms : min(mostTerms, Self.mostTermsOfOthers)
    let evasion = EvasionTrial(list, mostTerms: most, isHonest: trial.innocents.hold)
    let escaped = evasion.escaped(list)
    var result = evasion.result(escaped)
    guard list.isGuard, !escaped.isEmpty else { return result }
    var mending = EvasionMending(evasion, escaped, trial)
    try mending.mend()
    result.mendings = mending.mendings
    return result
  }

  /// What a list catches by accident, and what mends that.
  public func collateral(of list: AuditedList) throws -> ListCollateral {
    var mending = CollateralMending(list, trial)
    return try mending.mend()
  }
}
