public import DecisionModel

/// The figures that a manager asks for, of a stretch of time.
///
/// They are about the comments that were decided in it, and about what had happened to these at its end.
public struct LedgerReport: Hashable, Sendable {
  public let from: Instant?
  /// The instant at which what was not done counts as open or overdue.
  public internal(set) var end: Instant
  /// The zone by whose calendar weeks begin.
  public let zone: ZoneTable
  public internal(set) var total = Figures()
  /// What is asked for beside answers, by its kind.
  public internal(set) var duties: [DutyKind: DutyFigures] = [:]
  public internal(set) var parts: [Part] = []
  public internal(set) var stances: [Stance: Int] = [:]
  /// By the ladder's name.
  public internal(set) var ladders: [String: LadderFigures] = [:]
  /// How often each rung and action was really carried out.
  public internal(set) var deeds: [String: Int] = [:]
  public internal(set) var appeals = AppealFigures()
  /// How much of the time that they had was used by the answers which plans order, and were given: in each of
  /// `shares`, how many.
  public internal(set) var timeUsed: [Int]

  /// The bounds of `timeUsed`: up to so much of the time; the last has all that took longer.
  public static let shares = [0.25, 0.5, 0.75, 1, 1.5, 2, 4, .infinity]

  /// The report seen in one way: by category, by team.
  public struct Part: Hashable, Sendable {
    public let title: String
    /// By name. What has no name is what the comments lack by which they are told apart.
    public let rows: [Row]

    /// The row of a name.
    public func figures(of name: String) -> Figures? {
      rows.first { $0.name?.utf8.elementsEqual(name.utf8) ?? false }?.figures
    }
  }

  public struct Row: Hashable, Sendable {
    public let name: String?
    public let figures: Figures
  }

  init(from: Instant?, end: Instant, zone: ZoneTable) {
    (self.from, self.end, self.zone) = (from, end, zone)
    timeUsed = LedgerReport.shares.map { _ in 0 }
  }

  public func part(_ title: String) -> Part? { parts.first { $0.title == title } }
}

/// The kinds of what is asked of people, beside answers.
public enum DutyKind: String, Hashable, Sendable, CaseIterable {
  case takeOver = "take_over"
  case approval, deed, step
  case end = "end_of"

  /// Nil for an answer.
  init?(_ duty: Obligation.Duty) {
    switch duty {
    case .reply: return nil
    case .takeOver: self = .takeOver
    case .deed: self = .deed
    case .approval: self = .approval
    case .step: self = .step
    case .endOf: self = .end
    }
  }

  public var title: String {
    switch self {
    case .takeOver: "take-overs"
    case .approval: "approvals"
    case .deed: "actions"
    case .step: "later steps"
    case .end: "ends of actions"
    }
  }
}
