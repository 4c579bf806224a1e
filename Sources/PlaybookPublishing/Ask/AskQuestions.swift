import DecisionModel
import PlaybookModel

/// What may be known of a comment beside its text, as far as this playbook could ask for it.
struct AskQuestions {
  struct Question {
    let name: String
    let type: FactType
    /// What a reader is asked: "Days past the promised delivery date".
    let label: String
    let hint: String?
    /// Words that the playbook looks for in it.
    let words: [String]
    let isBuiltIn: Bool
  }

  /// What a condition, a ladder or a sentence to say looks at.
  let asked: [Question]
  /// What else a reader may want to give.
  let others: [Question]
  /// Which comments of the author are counted.
  let histories: [AuthorHistory]

  init(_ playbook: Playbook, _ arrangement: Arrangement) {
    let conditions = playbook.decidingConditions
    var names = Set(conditions.compactMap(\.askedFact).map { Array($0.utf8) })
    for wording in playbook.allWordings { names.formUnion(wording.facts.map { Array($0.utf8) }) }
    histories = AuthorHistory.allCases.filter { history in conditions.contains { $0.asks(for: history) } }
    if !playbook.ladders.isEmpty || !histories.isEmpty { names.insert(Array("author.id".utf8)) }
    let builtIn = BuiltInFact.all.filter { $0.name != "post.channel" }.map { fact in
      arrangement.question(fact.name, fact.type, asked: conditions)
    }
    let questions = builtIn + playbook.facts.map { arrangement.question($0, asked: conditions) }
    asked = questions.filter { names.contains(Array($0.name.utf8)) }
    others = questions.filter { !names.contains(Array($0.name.utf8)) && (!$0.isBuiltIn || $0.matters) }
  }
}

extension AskQuestions.Question {
  /// Whether the language itself looks at it: deadlines count from one, answers go to the place of the other.
  fileprivate var matters: Bool { name == "post.at" || name == "post.visibility" }
}

extension Arrangement {
  /// "Days past the promised delivery date", "Comments in the thread".
  func factTitle(_ name: String) -> String {
    let subject = english.phrase(of: name).subject.plainText
    let number = "the number of "
    let isCounted = subject.utf8.starts(with: number.utf8)
    return (isCounted ? String(subject.dropFirst(number.count)) : subject).withLargeInitial
  }

  fileprivate func question(_ name: String, _ type: FactType, asked: [Condition]) -> AskQuestions.Question {
    let label = factTitle(name)
    let words = name == "post.visibility" ? ["public", "private"] : asked.words(askedOf: name)
    return .init(name: name, type: type, label: label, hint: nil, words: words, isBuiltIn: true)
  }

  fileprivate func question(_ fact: Fact, asked: [Condition]) -> AskQuestions.Question {
    let name = fact.definition.name
    let label = fact.question ?? factTitle(name)
    let about = self.about(fact.definition).firstParagraph?.plainText
    return .init(
      name: name, type: fact.type, label: label, hint: about.flatMap { label.saysAll(of: $0) ? nil : $0 },
      words: asked.words(askedOf: name), isBuiltIn: false)
  }
}

extension String {
  fileprivate func saysAll(of other: String) -> Bool {
    withLargeInitial.utf8.elementsEqual(other.withLargeInitial.utf8)
  }
}

extension Playbook {
  /// The conditions that decide, and not those that promises and reviews are made of.
  fileprivate var decidingConditions: [Condition] {
    let clauses =
      signals.map(\.clause) + categories.compactMap(\.clause) + escalations.map(\.clause)
      + responses.flatMap(\.steps).compactMap(\.clause)
    return clauses.flatMap(\.conditions)
  }

  fileprivate var allWordings: [Wording] {
    categories.flatMap(\.wordings) + escalations.flatMap(\.wordings)
      + ladders.flatMap(\.rungs).flatMap(\.wordings) + responses.flatMap(\.steps).flatMap(\.wordings)
  }
}

extension Condition {
  fileprivate var askedFact: String? {
    if case .fact(let name, _) = self { name } else { nil }
  }

  fileprivate func asks(for history: AuthorHistory) -> Bool {
    if case .history(history, _, _) = self { true } else { false }
  }
}

extension [Condition] {
  /// The words that are looked for in a fact, each once, in the order in which they are asked for.
  fileprivate func words(askedOf fact: String) -> [String] {
    var seen: Set<[UInt8]> = []
    return flatMap { condition -> [String] in
      guard case .fact(let name, .words(let words)) = condition, name.utf8.elementsEqual(fact.utf8) else { return [] }
      return words.filter { seen.insert([UInt8]($0.utf8)).inserted }
    }
  }
}
