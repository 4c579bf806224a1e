import DecisionEngine
import DecisionModel
import DecisionOracle

// What the tests build programs and comments of.

/// The instant of tests that name no other: 2026-12-02T09:00:00Z.
let testNow = Instant(seconds: 1_796_202_000)

func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

extension DecisionProgram {
  /// A program with every built-in fact and action, facts of every type, three teams and a last category.
  static func testing(_ add: (inout DecisionProgram) -> Void) -> DecisionProgram {
    var program = DecisionProgram(playbook: "test", version: "1", zone: .utc)
    program.facts = BuiltInFact.all.map { FactDefinition(name: $0.name, type: $0.type) } + ownFacts
    program.teams = [
      TeamEntry(name: "care", title: "Customer care"), TeamEntry(name: "legal", title: "Legal counsel"),
      TeamEntry(name: "duty", title: "Duty manager"),
    ]
    program.actions = ActionDefinition.ordered(declared: [
      ActionDefinition(name: "voucher", kind: .speak, title: "Send a voucher"),
      ActionDefinition(name: "archive", kind: .record, title: "Archive it"),
    ])
    add(&program)
    program.categories.append(.testing("other", when: nil))
    return program
  }

  private static let ownFacts = [
    FactDefinition(name: "x.number", type: .number), FactDefinition(name: "x.yes", type: .yesNo),
    FactDefinition(name: "x.word", type: .word), FactDefinition(name: "x.words", type: .words),
    FactDefinition(name: "x.text", type: .text), FactDefinition(name: "x.duration", type: .duration),
    FactDefinition(name: "x.instant", type: .instant),
    FactDefinition(name: "x.balanced", type: .yesNo, isRequired: true, question: "Is it positive or balanced?"),
    FactDefinition(name: "x.checked", type: .yesNo, isRequired: true),
  ]

  /// A program in which one condition decides whether a comment is in the category `asked`.
  static func asking(_ condition: Condition, unless: Condition? = nil) -> DecisionProgram {
    .testing { $0.categories = [.testing("asked", when: condition, unless: unless)] }
  }
}

extension CategoryRule {
  static func testing(
    _ name: String, when: Condition?, unless: Condition? = nil, plan: String? = nil, must: [String] = [],
    may: [String] = [], ladder: String? = nil
  ) -> CategoryRule {
    CategoryRule(
      name: name, title: name, place: .testing("category.\(name)"),
      clause: when.map { Clause(when: $0, unless: unless) },
      plan: plan, must: orders(must), may: orders(may), ladder: ladder)
  }
}

extension EscalationRule {
  /// - Parameter to: Teams, with the minutes after which they take over.
  static func testing(
    _ name: String, when: Condition = .says(["court"]), unless: Condition? = nil,
    to: [(String, Int?)] = [("legal", nil)],
    holds: Bool = false, plan: String? = nil, must: [String] = [], may: [String] = []
  ) -> EscalationRule {
    EscalationRule(
      name: name, title: name, place: .testing("escalation.\(name)"), clause: Clause(when: when, unless: unless),
      levels: to.map { LevelRule(team: $0.0, within: $0.1.map { Allowance(.minutes($0)) }) }, holdsReply: holds,
      plan: plan, must: orders(must), may: orders(may))
  }
}

extension PlanRule {
  static func testing(
    _ name: String, title: String = "Put it right", owner: String? = "care",
    within: Allowance? = Allowance(.minutes(60)),
    place: ReplyPlace? = .publicly, isOptional: Bool = false, steps: [StepRule] = []
  ) -> PlanRule {
    PlanRule(
      name: name, title: title, owner: owner, within: within, replyPlace: place, isOptional: isOptional, steps: steps)
  }
}

extension StepRule {
  static func testing(_ name: String, say: [String] = [], when: Condition? = nil, unless: Condition? = nil) -> StepRule
  {
    StepRule(
      name: name, anchor: "response.plan.\(name)", clause: when.map { Clause(when: $0, unless: unless) },
      wordings: say.map(wording))
  }
}

extension LadderRule {
  static func testing(_ rungs: [RungRule], forget: Length? = .days(90)) -> LadderRule {
    LadderRule(name: "conduct", title: "Warn, then block", forgetAfter: forget, rungs: rungs)
  }
}

extension RungRule {
  static func testing(
    _ name: String, strikes: Int, needs: String? = nil, must: [String] = [], may: [String] = [], say: [String] = []
  ) -> RungRule {
    RungRule(
      name: name, place: .testing("ladder.conduct.\(name)"), strikes: strikes, needs: needs, must: orders(must),
      may: orders(may), wordings: say.map(wording))
  }
}

extension LexiconTable {
  static func testing(_ name: String, _ terms: [String], except: [String] = [], disguises: Bool = false) -> LexiconTable
  {
    LexiconTable(name: name, terms: terms.map { WeightedTerm(term: $0) }, except: except, disguises: disguises)
  }
}

extension ChannelRule {
  static func testing(_ name: String, can: [String]? = nil, fallback: String? = nil, postsWait: Bool = false) -> Self {
    ChannelRule(name: name, title: name, can: can, fallback: fallback, postsWait: postsWait)
  }
}

extension ShadowRule {
  static func testing(_ anchor: String, when: Condition, isEscalation: Bool = false) -> Self {
    ShadowRule(place: .testing(anchor), clause: Clause(when: when), isEscalation: isEscalation)
  }
}

extension ClausePlace {
  static func testing(_ anchor: String) -> ClausePlace {
    ClausePlace(anchor: anchor, section: "1", at: "playbook.yaml:1:1")
  }
}

/// Orders of actions, each with its team after a colon where it names one: `notify:legal`.
private func orders(_ actions: [String]) -> [ActionOrder] {
  actions.map { action in
    let parts = action.split(separator: ":").map(String.init)
    return ActionOrder(action: parts[0], team: parts.count > 1 ? parts[1] : nil)
  }
}

/// A wording as a playbook writes it.
func wording(_ text: String) -> Wording {
  guard let wording = try? Wording(text) else { preconditionFailure("a test says what is no wording: \(text)") }
  return wording
}

extension Length {
  static func minutes(_ count: Int) -> Length { whole(count, .minutes) }
  static func hours(_ count: Int) -> Length { whole(count, .hours) }
  static func days(_ count: Int) -> Length { whole(count, .days) }
  static func months(_ count: Int) -> Length { whole(count, .months) }

  private static func whole(_ count: Int, _ unit: Unit) -> Length {
    guard let length = Length(Double(count), unit) else { preconditionFailure("a test gives a length that is none") }
    return length
  }
}

extension Oracle {
  init(testing program: DecisionProgram) throws { try self.init(program, digest: "sha256:0") }

  /// The decision about a comment in JSON that can be read.
  func decide(_ comment: String) throws -> Decision {
    decide(try self.comment(try json(comment), now: testNow))
  }

  /// What is known of the condition of the category `asked`.
  func truth(_ comment: String) throws -> Truth? {
    explain(try self.comment(try json(comment), now: testNow)).first { $0.anchor == "category.asked" }?.when?.truth
  }
}

extension Decision {
  var text: String { String(decoding: json, as: UTF8.self) }

  /// The names of the actions that are ordered.
  var ordered: [String] { actions.map(\.action) }
}
