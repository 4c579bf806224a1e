public import DecisionModel

/// Something that is wanted of a team at an instant.
public struct DueItem: Hashable, Sendable {
  public enum Urgency: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// What waits for somebody's word is `waiting` until its time is almost over.
    case overdue, atRisk, due, waiting, later, whenever

    public static func < (one: Urgency, other: Urgency) -> Bool { one.rawValue < other.rawValue }

    /// As data and on a screen have it.
    public var word: String {
      switch self {
      case .overdue: "overdue"
      case .atRisk: "at risk"
      case .due: "due"
      case .waiting: "waiting"
      case .later: "later"
      case .whenever: "no deadline"
      }
    }
  }

  public let `case`: Int64
  public let author: Int64
  /// The event of the decision that wants it.
  public let decision: Int64
  public let category: String?
  public let channel: String?
  public let duty: Obligation.Duty
  /// The team that owes it now; nil where it is anybody's.
  public let team: String?
  /// By when that team does it.
  public let due: Instant?
  /// Before that it is not done.
  public let notBefore: Instant?
  public let urgency: Urgency
  /// Of an escalation: which level is in force, from 1, and of how many.
  public let level: Int?
  public let levels: Int
  /// The teams whose word or yes it waits for.
  public let waitsFor: [String]
  public let isOptional: Bool
}

extension DueItem {
  /// What is at risk: less than this share of its time is left. The share is of time as clocks have it, also where only
  /// working hours count.
  public static let share = 0.25

  /// What one open obligation of a case is at an instant.
  init(_ duty: CaseDuty, of file: CaseFile, at now: Instant) {
    let obligation = duty.obligation
    let levels = obligation.levels
    let place = levels.firstIndex { now <= $0.due } ?? (levels.isEmpty ? nil : levels.count - 1)
    let began = place.flatMap { $0 > 0 ? levels[$0 - 1].due : nil } ?? duty.began
    self.case = file.number
    author = file.author
    decision = duty.decision
    (category, channel) = (file.category, file.channel)
    self.duty = obligation.duty
    team = obligation.owner(at: now)
    due = obligation.due(at: now)
    notBefore = obligation.isEnd ? obligation.due : obligation.notBefore
    waitsFor = file.waitsFor(duty)
    let urgency = Urgency(due: due, began: began, notBefore: notBefore, at: now)
    self.urgency = waitsFor.isEmpty || urgency <= .atRisk ? urgency : .waiting
    level = place.map { $0 + 1 }
    self.levels = levels.count
    isOptional = obligation.isOptional
  }
}

extension DueItem.Urgency {
  init(due: Instant?, began: Instant, notBefore: Instant?, at now: Instant) {
    guard let due else {
      self = .whenever
      return
    }
    let (whole, left) = (max(0, due.seconds(since: began)), due.seconds(since: now))
    if left < 0 {
      self = .overdue
    } else if let notBefore, now < notBefore {
      self = .later
    } else {
      self = Double(left) < Double(whole) * DueItem.share ? .atRisk : .due
    }
  }
}

extension Obligation {
  var isEnd: Bool { if case .endOf = duty { true } else { false } }
}

extension CaseFile {
  /// The teams whose word an obligation waits for: those that hold it, and those that have not said yes to it.
  func waitsFor(_ duty: CaseDuty) -> [String] {
    guard let action = duty.action else { return duty.heldBy }
    let asked = duties.filter { $0.isOpen && $0.isApproval && $0.isAbout(action) }.flatMap { approval in
      approval.teamsAsked.filter { team in !approval.yeses.contains { $0.team == team } }
    }
    return asked.reduce(into: duty.heldBy) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension CaseDuty {
  var isApproval: Bool { if case .approval = obligation.duty { true } else { false } }

  fileprivate var teamsAsked: [String] {
    if case .approval(_, let teams, _) = obligation.duty { teams } else { [] }
  }

  /// The action that may wait for a yes.
  fileprivate var action: String? {
    switch obligation.duty {
    case .reply: Obligation.answers.first
    case .deed(let action): action
    case .takeOver, .approval, .step, .endOf: nil
    }
  }
}
