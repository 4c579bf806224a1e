import DecisionModel

/// The sample of the language reference, Harbour Coffee, as its compiled program.
enum ReferencePlaybook {
  static let digest = "sha256:…"

  static var program: DecisionProgram {
    var program = DecisionProgram(playbook: "harbour-coffee", version: "1.4.0", zone: .utc)
    program.facts =
      BuiltInFact.all.map { FactDefinition(name: $0.name, type: $0.type) } + [
        FactDefinition(name: "order.days_late", type: .number), FactDefinition(name: "model.toxicity", type: .number),
      ]
    program.teams = [
      TeamEntry(name: "care", title: "Customer care"), TeamEntry(name: "legal", title: "Legal counsel"),
      TeamEntry(name: "duty", title: "Duty manager"),
    ]
    program.lexicons = lexicons
    program.signals = [
      SignalRule(name: "angry", clause: Clause(when: .any([.score("anger", .atLeast(3)), shouting]))),
      SignalRule(name: "wants-money", clause: Clause(when: .uses("refund"))),
    ]
    program.categories = categories
    program.plans = plans
    program.ladders = [conduct]
    program.escalations = escalations
    program.actions = ActionDefinition.ordered(declared: [])
    return program
  }

  private static let shouting = Condition.all([
    .measure(.capitals, .moreThan(0.6)), .measure(.words, .atLeast(4)),
  ])

  private static let lexicons = [
    LexiconTable(
      name: "refund",
      terms: ["refund me", "want* * refund", "money back", "chargeback*", "charge* back", "reimburse*"].map {
        .init(term: $0)
      },
      except: ["money back guarantee"], disguises: false),
    LexiconTable(
      name: "anger",
      terms: [
        .init(term: "furious", weight: 3), .init(term: "disgusted", weight: 3), .init(term: "fed up", weight: 2),
        .init(term: "unacceptable", weight: 2), .init(term: "annoyed", weight: 1),
      ], except: [], disguises: false),
    LexiconTable(
      name: "insults", terms: ["idiot", "idiots", "moron*"].map { .init(term: $0) }, except: [], disguises: true),
  ]

  private static let categories = [
    CategoryRule(
      name: "abuse", title: "Abuse of our people",
      place: ClausePlace(anchor: "category.abuse", section: "3.1", at: "playbook.yaml:38:5"),
      clause: Clause(
        when: .any([.uses("insults"), .fact("model.toxicity", .number(.atLeast(0.95)))]),
        unless: .any([.fact("author.roles", .words(["staff"])), .signal("wants-money")])),
      plan: nil, must: [ActionOrder(action: "capture"), ActionOrder(action: "hide")], may: [], ladder: "conduct"),
    CategoryRule(
      name: "complaint", title: "A customer is let down",
      place: ClausePlace(anchor: "category.complaint", section: "3.2", at: "playbook.yaml:54:5"),
      clause: Clause(
        when: .any([
          .any([.signal("angry"), .signal("wants-money")]), .fact("order.days_late", .number(.atLeast(1))),
          .fact("post.rating", .number(.atMost(2))),
        ])),
      plan: "service-recovery", must: [], may: [], ladder: nil),
    CategoryRule(
      name: "other", title: "Everything else",
      place: ClausePlace(anchor: "category.other", section: "3.3", at: "playbook.yaml:65:5"), clause: nil,
      plan: "friendly", must: [], may: [], ladder: nil),
  ]

  private static let plans = [
    PlanRule(
      name: "service-recovery", title: "Put it right", owner: "care", within: Allowance(.minutes(60)),
      replyPlace: .publicly, isOptional: false,
      steps: [
        step("acknowledge", say: "Thank you for telling us, {author.name}. [what happened] is not how it should be."),
        step("apologise", say: "We are sorry for [what happened]."),
        step("solve"),
        step(
          "take_offline",
          say: "{author.name}, could you message us your order number, so that we can sort out [what happened]?",
          when: .signal("wants-money")),
      ]),
    PlanRule(
      name: "pile-on", title: "Explain to everyone", owner: "duty", within: Allowance(.minutes(30)),
      replyPlace: .publicly, isOptional: false, steps: [step("explain"), step("apologise")]),
    PlanRule(
      name: "friendly", title: "Join in", owner: "care", within: Allowance(.days(1), isWorkingTime: true),
      replyPlace: .same, isOptional: true, steps: [step("thank")]),
  ]

  private static func step(_ name: String, say: String? = nil, when: Condition? = nil) -> StepRule {
    StepRule(
      name: name, anchor: "response.service-recovery.\(name)", clause: when.map { Clause(when: $0) },
      wordings: say.map { [wording($0)] } ?? [])
  }

  private static let conduct = LadderRule(
    name: "conduct", title: "Warn, then block", forgetAfter: .days(90),
    rungs: [
      rung("watch", 1, "playbook.yaml:95:9", ["monitor", "capture"]),
      rung(
        "warn", 2, "playbook.yaml:96:9", ["warn"],
        say: "{author.name}, this page has house rules, and [which rule] is one of them. Next time we block."),
      rung(
        "block", 3, "playbook.yaml:97:9", ["block", "remove"], needs: "warn",
        say: "We removed [what] because it broke [which rule]."),
    ])

  private static func rung(
    _ name: String, _ strikes: Int, _ at: String, _ actions: [String], needs: String? = nil, say: String? = nil
  ) -> RungRule {
    RungRule(
      name: name, place: ClausePlace(anchor: "ladder.conduct.\(name)", section: "5.1", at: at), strikes: strikes,
      needs: needs, must: actions.map { ActionOrder(action: $0) }, may: [], wordings: say.map { [wording($0)] } ?? [])
  }

  private static let escalations = [
    EscalationRule(
      name: "legal", title: "Anything that smells of court",
      place: ClausePlace(anchor: "escalation.legal", section: "6.1", at: "playbook.yaml:106:5"),
      clause: Clause(when: .says(["my lawyer", "sue you", "see you in court", "take you to court", "ombudsman"])),
      levels: [
        LevelRule(team: "legal", within: Allowance(.minutes(30))),
        LevelRule(team: "duty", within: Allowance(.hours(1))),
      ], holdsReply: true, plan: nil, must: [], may: []),
    EscalationRule(
      name: "pile-on", title: "Others join in on a complaint",
      place: ClausePlace(anchor: "escalation.pile-on", section: "6.2", at: "playbook.yaml:111:5"),
      clause: Clause(
        when: .all([
          .fact("thread.category", .words(["complaint"])), .fact("thread.joined_by", .number(.atLeast(1))),
        ])),
      levels: [LevelRule(team: "duty", within: nil)], holdsReply: false, plan: "pile-on", must: [], may: []),
  ]
}
