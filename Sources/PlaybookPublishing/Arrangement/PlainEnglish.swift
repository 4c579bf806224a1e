import DecisionModel
import PlaybookModel

/// Conditions as sentences: exact enough for a lawyer, plain enough for everyone else.
struct PlainEnglish {
  /// What is judged.
  enum Subject {
    case comment, draft

    var name: String { self == .comment ? "the comment" : "the reply" }
    var text: String { self == .comment ? "the text" : "the reply" }
  }

  let titles: Titles
  let zone: ZoneTable
  var subject = Subject.comment

  /// What a condition says.
  indirect enum Statement {
    /// One clause: "the rating is at most 2".
    case clause(Prose)
    /// Clauses joined by one "and" or one "or". Within another sentence it would be unclear what belongs together.
    case sentence(Prose)
    /// What would be long or unclear in one sentence: "any of these holds", and then each on its own.
    case outline(Prose, [Statement])
  }

  /// What a condition says, or with `holds: false` its opposite, put without a "not so that" where English can.
  func statement(_ condition: Condition, holds: Bool = true) -> Statement {
    switch condition {
    case .all(let conditions): holds ? all(conditions) : notAll(conditions)
    case .any(let conditions): holds ? any(conditions) : none(conditions)
    case .none(let conditions): holds ? none(conditions) : any(conditions)
    case .not(let inner): statement(inner, holds: !holds)
    case .count(let conditions, let test): .outline(count(test, holds: holds), conditions.map { statement($0) })
    case .signal(let name): .clause(signals([name], holds: holds))
    case .says(let phrases): .clause(says(phrases, holds: holds))
    case .matches(let expressions): .clause(matches(expressions, holds: holds))
    case .linksTo(let hosts): .clause(linksTo(hosts, holds: holds))
    case .uses(let lexicon): .clause(uses([lexicon], holds: holds))
    case .termCount(let lexicon, let test): .clause(terms(of: lexicon, test, holds: holds))
    case .score(let lexicon, let test): .clause(score(of: lexicon, test, holds: holds))
    case .measure(let measure, let test): .clause(self.measure(measure, test, holds: holds))
    case .fact(let name, let test): .clause(fact(name, test, holds: holds))
    case .strikes(let ladder, let test): .clause(strikes(on: ladder, test, holds: holds))
    case .timeOpen(let team): .clause(open(team, holds: holds))
    case .history(let history, let length, let test): .clause(self.history(history, in: length, test, holds: holds))
    case .mode(let names): .clause(modes(names, holds: holds))
    case .category(let names): .clause(categories(names, holds: holds))
    case .escalation(let names): .clause(escalations(names, holds: holds))
    case .withoutEffect(let key): .clause(withoutEffect(key, holds: holds))
    }
  }

  private func all(_ conditions: [Condition]) -> Statement {
    let statements = conditions.map { statement($0) }
    return inOneSentence(statements, with: "and") ?? .outline("all of these hold", statements)
  }

  private func any(_ conditions: [Condition]) -> Statement {
    let statements = alternatives(conditions)
    return inOneSentence(statements, with: "or") ?? .outline("any of these holds", statements)
  }

  private func none(_ conditions: [Condition]) -> Statement {
    inOneSentence(conditions.map { statement($0, holds: false) }, with: "and")
      ?? .outline("none of these holds", alternatives(conditions))
  }

  private func notAll(_ conditions: [Condition]) -> Statement {
    inOneSentence(conditions.map { statement($0, holds: false) }, with: "or")
      ?? .outline("at least one of these does not hold", conditions.map { statement($0) })
  }

  private func count(_ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) { "the number of these that hold is \($0.comparison())" }
  }

  /// Up to three clauses, each behind a comma, since a clause may have an "or" of its own.
  private func inOneSentence(_ statements: [Statement], with word: String) -> Statement? {
    if statements.isEmpty {
      return .clause(word == "and" ? "nothing is asked for" : "nothing is named that could hold")
    }
    if statements.count == 1 { return statements[0] }
    let clauses = statements.compactMap { if case .clause(let clause) = $0 { clause } else { nil } }
    guard clauses.count == statements.count, clauses.count <= 3 else { return nil }
    return .sentence(clauses.joined(separator: ", \(word) "))
  }

  /// Alternatives of one kind are said in one clause: "the text uses any of *refund words* or *anger words*".
  private func alternatives(_ conditions: [Condition]) -> [Statement] {
    var (signals, lexicons, phrases): ([String], [String], [String]) = ([], [], [])
    for condition in conditions {
      switch condition {
      case .signal(let name): signals.append(name)
      case .uses(let name): lexicons.append(name)
      case .says(let more): phrases += more
      default: break
      }
    }
    var said: Set<String> = []
    return conditions.compactMap { condition in
      switch condition {
      case .signal: said.insert("signals").inserted ? .clause(self.signals(signals, holds: true)) : nil
      case .uses: said.insert("lexicons").inserted ? .clause(uses(lexicons, holds: true)) : nil
      case .says: said.insert("phrases").inserted ? .clause(says(phrases, holds: true)) : nil
      default: statement(condition)
      }
    }
  }
}

extension PlainEnglish {
  /// What a condition says as a sentence of its own, or going on in a list, behind a label: "**Signs.** The text …".
  func blocks(labelled label: Prose = "", _ condition: Condition) -> [Document.Block] {
    switch statement(condition) {
    case .clause(let prose), .sentence(let prose): [.paragraph("\(label) \(prose.capitalised).")]
    case .outline(let summary, let parts): [.paragraph("\(label) \(summary.capitalised):"), list(parts)]
    }
  }

  /// What a condition says as the rest of a sentence: "Only where the text …".
  func blocks(after beginning: Prose, _ condition: Condition) -> [Document.Block] {
    switch statement(condition) {
    case .clause(let prose), .sentence(let prose): [.paragraph("\(beginning) \(prose).")]
    case .outline(let summary, let parts): [.paragraph("\(beginning) \(summary):"), list(parts)]
    }
  }

  /// What a clause asks for, and what its exceptions are in a sentence of their own: so they bind to all of it.
  func blocks(labelled label: Prose = "", _ clause: Clause) -> [Document.Block] {
    blocks(labelled: label, clause.when) + exception(clause.unless)
  }

  func exception(_ condition: Condition?) -> [Document.Block] {
    condition.map { blocks(after: .strong("Unless"), $0) } ?? []
  }

  /// A condition that can stand within a sentence; nil for one that needs a list.
  func inSentence(_ condition: Condition) -> Prose? {
    switch statement(condition) {
    case .clause(let prose), .sentence(let prose): prose
    case .outline: nil
    }
  }

  private func list(_ statements: [Statement]) -> Document.Block {
    .list(Document.List(isOrdered: false, items: statements.map(item)))
  }

  private func item(_ statement: Statement) -> [Document.Block] {
    switch statement {
    case .clause(let prose), .sentence(let prose): [.paragraph(prose)]
    case .outline(let summary, let parts): [.paragraph("\(summary):"), list(parts)]
    }
  }
}
