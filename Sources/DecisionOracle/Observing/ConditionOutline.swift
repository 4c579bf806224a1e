import DecisionModel

/// The conditions of a program that can be shown to decide, each where it stands.
package struct ConditionOutline: Sendable {
  /// A condition that is not made of others.
  package struct Leaf: Sendable {
    /// The clause that it stands in: `category.abuse`, `signal.rude`, `response.answer.thank`.
    package let clause: String
    /// The condition in the words of the playbook: `text.uses: insults`.
    package let words: String
    /// The terms that it looks for itself; a word list's are not among them.
    package let terms: [String]
    /// The word list that it asks for.
    package let lexicon: String?
  }

  /// A word list that is looked for in comments.
  package struct WordList: Sendable {
    package let name: String
    package let terms: [String]
  }

  package let leaves: [Leaf]
  package let wordLists: [WordList]
}

/// The clauses of a program in the order in which their conditions are numbered.
struct NumberedClauses: Sendable {
  struct Numbered: Sendable {
    let anchor: String
    let clause: CheckedClause
    /// The number of its first condition.
    let first: Int
  }

  let categories: [Numbered?]
  let escalations: [Numbered]
  let shadows: [Numbered]
  /// By plan: steps and follow-ups that have a clause.
  let steps: [[Numbered]]
  let signals: [Numbered]
  let count: Int

  init(_ prepared: PreparedProgram) {
    var next = 0
    func number(_ anchor: String, _ clause: CheckedClause) -> Numbered {
      defer { next += clause.countOfLeaves }
      return Numbered(anchor: anchor, clause: clause, first: next)
    }
    let program = prepared.program
    categories = zip(program.categories, prepared.categories).map { rule, clause in
      clause.map { number(rule.place.anchor, $0) }
    }
    escalations = zip(program.escalations, prepared.escalations).map { number($0.place.anchor, $1) }
    shadows = zip(program.shadows, prepared.shadows).map { number($0.place.anchor, $1) }
    steps = program.plans.indices.map { plan in
      let rule = program.plans[plan]
      let steps = zip(rule.steps, prepared.steps[plan]).compactMap { step, clause in
        clause.map { number(step.anchor, $0) }
      }
      let later = zip(rule.followUps, prepared.followUps[plan]).compactMap { step, clause in
        clause.map { number("response.\(rule.name).\(step.name)", $0) }
      }
      return steps + later
    }
    signals = zip(program.signals, prepared.signals).map { number("signal.\($0.name)", $1) }
    count = next
  }

  var all: [Numbered] { categories.compactMap { $0 } + escalations + shadows + steps.flatMap { $0 } + signals }
}

extension CheckedClause {
  var countOfLeaves: Int { when.leaves.count + (unless?.leaves.count ?? 0) }
}

extension Check {
  /// The conditions that are not made of others, in the order in which they stand.
  var leaves: [Check] {
    switch self {
    case .all, .any, .none, .not, .count: parts.flatMap(\.leaves)
    default: [self]
    }
  }
}

extension ConditionOutline {
  init(_ numbered: NumberedClauses, _ prepared: PreparedProgram) {
    let nothing = ReadComment(Comment(text: [], now: Instant(seconds: 0)), in: prepared)
    let words = CheckWords(evaluation: Evaluation(nothing, category: nil, unknownException: .doesNotApply))
    leaves = numbered.all.flatMap { clause in
      (clause.clause.when.leaves + (clause.clause.unless?.leaves ?? [])).map { leaf in
        let search = leaf.search.map { prepared.searches[$0] }
        return Leaf(
          clause: clause.anchor, words: words.words(of: leaf),
          terms: search?.lexicon == nil ? search?.termTexts ?? [] : [],
          lexicon: search?.lexicon)
      }
    }
    let asked = Set(leaves.compactMap(\.lexicon))
    wordLists = prepared.searches.compactMap { search in
      search.lexicon.flatMap { asked.contains($0) ? WordList(name: $0, terms: search.termTexts) : nil }
    }
  }
}

extension Check {
  /// What it looks for in the comment's text.
  var search: Int? {
    if case .text(let search, _) = self { search } else { nil }
  }
}

extension TextSearch {
  /// The word list that it is made of.
  var lexicon: String? {
    if case .lexicon(let name) = kind { name } else { nil }
  }

  var termTexts: [String] { terms.map(\.term) }
}
