import DecisionModel

/// Which clauses order the same by two policies, whatever their conditions: where these hold of a comment by both, both
/// decide the same, and nothing more needs to be looked at.
struct SharedOrders: Sendable {
  private let categories: Set<String>
  private let escalations: Set<String>

  init(_ old: DecisionProgram, _ new: DecisionProgram) {
    // What must be known first is asked for where a condition misses it, and so follows from conditions.
    let asks = (old.facts + new.facts).contains(where: \.isRequired)
    guard !asks, Surroundings(old) == Surroundings(new) else {
      (categories, escalations) = ([], [])
      return
    }
    categories = Self.shared(
      old.categories.map { ($0.name, $0.orders(in: old)) }, new.categories.map { ($0.name, $0.orders(in: new)) })
    escalations = Self.shared(
      old.escalations.map { ($0.name, $0.orders(in: old)) }, new.escalations.map { ($0.name, $0.orders(in: new)) })
  }

  func hold(_ category: String, _ escalations: [String]) -> Bool {
    categories.contains(category) && escalations.allSatisfy(self.escalations.contains)
  }

  private static func shared<Orders: Equatable>(
    _ old: [(name: String, orders: Orders)], _ new: [(name: String, orders: Orders)]
  ) -> Set<String> {
    let before = Dictionary(old.map { ($0.name, $0.orders) }) { first, _ in first }
    return Set(new.filter { before[$0.name] == $0.orders }.map(\.name))
  }
}

/// What orders are carried out in: the same action is due at another time where a team works other hours.
private struct Surroundings: Equatable {
  let zone: ZoneTable
  let teams: [TeamEntry]
  let holidays: [CalendarDate]
  let channels: [ChannelRule]
  let usedOn: [String]
  let brakes: [BrakeRule]
  let actions: [ActionDefinition]

  init(_ program: DecisionProgram) {
    zone = program.zone
    teams = program.teams
    holidays = program.holidays
    channels = program.channels
    usedOn = program.usedOn
    brakes = program.brakes
    actions = program.actions
  }
}

/// What a category orders, without its condition, its place and its words.
private struct CategoryOrders: Equatable {
  let must: [ActionOrder]
  let may: [ActionOrder]
  let strikes: Int
  let noLowerThan: String?
  let plan: PlanOrders?
  let ladder: LadderOrders?
}

private struct EscalationOrders: Equatable {
  let must: [ActionOrder]
  let may: [ActionOrder]
  let levels: [LevelRule]
  let holdsReply: Bool
  let plan: PlanOrders?
}

private struct PlanOrders: Equatable {
  let name: String
  let owner: String?
  let within: Allowance?
  let notBefore: Length?
  let replyPlace: ReplyPlace?
  let isOptional: Bool
  let answers: Bool
  let approvals: [Approval]
}

private struct LadderOrders: Equatable {
  struct Rung: Equatable {
    let name: String
    let strikes: Int?
    let needs: String?
    let must: [ActionOrder]
    let may: [ActionOrder]
  }

  let name: String
  let forgetAfter: Length?
  let isShadow: Bool
  let rungs: [Rung]
}

extension CategoryRule {
  fileprivate func orders(in program: DecisionProgram) -> CategoryOrders {
    CategoryOrders(
      must: must, may: may, strikes: strikes, noLowerThan: noLowerThan, plan: program.orders(ofPlan: plan),
      ladder: program.ladders.first { $0.name == ladder }.map(LadderOrders.init))
  }
}

extension EscalationRule {
  fileprivate func orders(in program: DecisionProgram) -> EscalationOrders {
    EscalationOrders(
      must: must, may: may, levels: levels, holdsReply: holdsReply, plan: program.orders(ofPlan: plan))
  }
}

extension DecisionProgram {
  fileprivate func orders(ofPlan name: String?) -> PlanOrders? {
    plans.first { $0.name == name }.map {
      PlanOrders(
        name: $0.name, owner: $0.owner, within: $0.within, notBefore: $0.notBefore, replyPlace: $0.replyPlace,
        isOptional: $0.isOptional, answers: $0.answers, approvals: $0.approvals)
    }
  }
}

extension LadderOrders {
  fileprivate init(_ rule: LadderRule) {
    self.init(
      name: rule.name, forgetAfter: rule.forgetAfter, isShadow: rule.isShadow,
      rungs: rule.rungs.map {
        Rung(name: $0.name, strikes: $0.strikes, needs: $0.needs, must: $0.must, may: $0.may)
      })
  }
}
