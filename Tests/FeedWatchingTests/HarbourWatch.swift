import DecisionModel
import DecisionOracle
import FeedWatching

/// A program that watches for Harbour Coffee: who wants money back is answered, who praises is not.
func harbourProgram(feeds: [String] = ["https://alerts.example/1.atom"], every: Length? = nil) -> DecisionProgram {
  var program = DecisionProgram(playbook: "harbour", version: nil, zone: .utc)
  program.facts = BuiltInFact.all.map { FactDefinition(name: $0.name, type: $0.type) }
  program.teams = [TeamEntry(name: "care", title: "Customer care"), TeamEntry(name: "press", title: "Press desk")]
  program.lexicons = [LexiconTable(name: "refund", terms: [.init(term: "money back")], except: [], disguises: false)]
  program.categories = [
    CategoryRule(
      name: "complaint", title: "A customer is let down", place: place("category.complaint"),
      clause: Clause(when: .uses("refund")), plan: "put-right", must: [], may: [], ladder: nil),
    CategoryRule(
      name: "other", title: "Everything else", place: place("category.other"), clause: nil, plan: nil,
      must: [ActionOrder(action: "let_stand")], may: [], ladder: nil),
  ]
  program.plans = [
    PlanRule(
      name: "put-right", title: "Put it right", owner: "care", within: Length(60, .minutes).map { Allowance($0) },
      replyPlace: .publicly,
      isOptional: false, steps: [])
  ]
  program.watches = [
    WatchRule(
      name: "mentions", title: "Mentions", terms: ["harbour coffee"], feeds: feeds, every: every, owner: "press")
  ]
  program.actions = ActionDefinition.ordered(declared: [])
  return program
}

private func place(_ anchor: String) -> ClausePlace {
  ClausePlace(anchor: anchor, section: "1", at: "playbook.yaml:1:1")
}

func oracle(of program: DecisionProgram) throws -> Oracle { try Oracle(program, digest: "sha256:0") }
