import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookPublishing

/// Short ways to build the parts of a playbook. No part of a document depends on where a thing stands in a file.
let nowhere = Span(file: SourceFile.ID(0), start: 0, end: 0)

func definition(_ name: String, title: String? = nil, about: String? = nil) -> Definition {
  Definition(name: name, span: nowhere, nameSpan: nowhere, title: title, about: about)
}

func length(_ count: Double, _ unit: Length.Unit) -> Length? { Length(count, unit) }

func allowance(_ count: Double, _ unit: Length.Unit, working: Bool = false) -> Allowance? {
  Length(count, unit).map { Allowance($0, isWorkingTime: working) }
}

/// Text of a wording as it is, with a blank and a fact behind it.
func wording(_ text: String, blank: String? = nil, fact: String? = nil) -> Wording {
  Wording(pieces: [.text(text)] + (fact.map { [.fact($0)] } ?? []) + (blank.map { [.blank($0)] } ?? []))
}

func action(_ name: String, team: String? = nil, duration: ActionDuration? = nil) -> OrderedAction {
  OrderedAction(name: name, span: nowhere, team: team, terms: ActionTerms(duration: duration))
}

func orders(_ must: [OrderedAction] = [], may: [OrderedAction] = [], approval: [String] = []) -> Orders {
  Orders(must: must, may: may, approval: approval.isEmpty ? nil : Approval(teams: approval))
}

func comment(_ text: String, _ facts: [JSONMember] = []) -> TestComment {
  TestComment(json: .object([JSONMember("text", .text(text))] + facts))
}

func examples(_ positive: [String] = [], not negative: [String] = []) -> Examples {
  let examples = { (texts: [String]) in texts.map { Example(comment: comment($0), span: nowhere) } }
  return Examples(positive: examples(positive), negative: examples(negative))
}

func step(
  _ name: String, about: String? = nil, say wordings: [Wording] = [], when clause: Clause? = nil,
  within: Allowance? = nil, after: Allowance? = nil, since: String? = nil, owner: String? = nil
) -> Step {
  Step(
    name: name, id: nil, span: nowhere, about: about, wordings: wordings, clause: clause, within: within, after: after,
    since: since, owner: owner)
}

func team(_ name: String, title: String? = nil, contact: String? = nil, hours: [String] = [], cover: String? = nil)
  -> Team
{
  Team(definition: definition(name, title: title), contact: contact, hours: hours, cover: cover)
}

func lexicon(_ name: String, _ terms: [String: Int], except: [String] = [], disguises: Bool = false) -> Lexicon {
  let terms = terms.sorted { $0.key < $1.key }.map { WeightedTerm(term: $0.key, weight: $0.value) }
  return Lexicon(definition: definition(name), terms: terms, except: except, disguises: disguises, examples: .none)
}

func signal(_ name: String, when: Condition, title: String? = nil) -> Signal {
  Signal(definition: definition(name, title: title), clause: Clause(when: when), examples: .none)
}

func category(
  _ name: String, title: String? = nil, about: String? = nil, houseRule: String? = nil, examples: Examples = .none,
  when clause: Clause? = nil, response: String? = nil, orders: Orders = .none, ladder: String? = nil
) -> PlaybookModel.Category {
  PlaybookModel.Category(
    definition: definition(name, title: title, about: about), houseRule: houseRule, examples: examples, clause: clause,
    response: response, orders: orders, ladder: ladder)
}

func rung(
  _ name: String, strikes: Int, orders: Orders = .none, needs: String? = nil, say wordings: [Wording] = [],
  appeal: Appeal? = nil
) -> Rung {
  Rung(
    definition: definition(name), strikes: strikes, needs: needs, orders: orders, wordings: wordings, appeal: appeal)
}

func playbook(_ name: String = "small", title: String = "A small playbook") -> Playbook {
  Playbook(name: name, nameSpan: nowhere, title: title, zone: .utc)
}

/// The internal document of a playbook, then the public one.
let bothDocuments: [@Sendable (Playbook) -> Document] = [{ playbookDocument($0) }, { houseRulesDocument($0) }]
