import DecisionModel

/// Where a comment is looked for that tells a mutant apart: among those of the tests, and those that steps lead to which
/// have to do with what differs.
struct CommentSearch {
  /// So many of the tests' comments are changed by steps.
  private static let mostChanged = 40

  let program: DecisionProgram
  let given: [JSONValue]
  let now: Instant

  private var leading: LeadingComments { LeadingComments(program: program, now: now) }

  /// The comments to try, the likeliest first, as they are asked for.
  func comments(for mutant: Mutant) -> some Sequence<JSONValue> {
    let (bases, steps) = (bases(for: mutant), steps(for: mutant))
    let stepped = bases.lazy.flatMap { base in steps.lazy.map { base.changed(by: $0) } }
    return [AnySequence(bases), AnySequence(stepped), AnySequence(given)].lazy.joined()
  }

  /// Comments to begin with: of nothing, of which the clause holds, and those of the tests.
  private func bases(for mutant: Mutant) -> [JSONValue] {
    let nothing = JSONValue.comment("")
    let clauses = clauses(of: mutant)
    let whole = clauses.compactMap { leading.step(to: $0.when).map(nothing.changed) }
    let joined = whole.count == 2 ? [whole[0].joined(with: whole[1])] : []
    return joined + [nothing] + rest(of: clauses, mutant) + whole + pairs(mutant) + given.prefix(Self.mostChanged)
  }

  /// Comments of which all else holds but the condition that differs: together, and one at a time.
  private func rest(of clauses: [Clause], _ mutant: Mutant) -> [JSONValue] {
    guard case .condition(let condition, _) = mutant.hint, let clause = clauses.first else { return [] }
    let others = clause.sites.filter { !$0.isException && $0.condition.parts.isEmpty && $0.condition != condition }
    let steps = others.prefix(12).compactMap { leading.step(to: $0.condition) }
    let nothing = JSONValue.comment("")
    return [nothing.changed(by: steps.flatMap { $0 })] + steps.map(nothing.changed)
  }

  /// For two categories that change places: their examples, each with each.
  private func pairs(_ mutant: Mutant) -> [JSONValue] {
    guard case .categories(let one, let other) = mutant.hint else { return [] }
    let (first, second) = (taken(by: one), taken(by: other))
    return first.flatMap { mine in second.map { mine.joined(with: $0) } }
  }

  /// Steps that make a category's parts hold, one at a time.
  private func taken(by category: String) -> [JSONValue] {
    guard let clause = program.categories.first(where: { $0.name == category })?.clause else { return [] }
    return clause.sites.filter { !$0.isException }.prefix(12).compactMap {
      leading.step(to: $0.condition).map(JSONValue.comment("").changed)
    }
  }

  private func steps(for mutant: Mutant) -> [LeadingComments.Step] {
    switch mutant.hint {
    case .term(let term, let lexicon):
      let text = SampleText.holding(term)
      let users = lexicon.map { self.users(of: $0) } ?? []
      let counted = users.flatMap { leading.steps(around: $0).prefix(4) }.map { $0 + [.say(text)] }
      return [[.write(text)], [.say(text)]] + counted
    case .condition(let condition, let moved):
      let own = leading.steps(around: condition) + (moved.map { leading.steps(around: $0) } ?? [])
      return own + (leading.step(to: condition).map { [$0] } ?? [])
    case .categories: return []
    case .ladder(let name):
      let most = (program.ladders.first { $0.name == name }?.rungs.compactMap(\.strikes).max() ?? 1) + 2
      return (0...max(0, min(most, 60))).map { [.strikes($0, on: name)] }
    }
  }

  /// The conditions that count or weigh the terms of a word list.
  private func users(of lexicon: String) -> [Condition] {
    let clauses =
      program.categories.compactMap(\.clause) + program.signals.map(\.clause) + program.escalations.map(\.clause)
    return clauses.flatMap(\.conditions).filter { $0.countedLexicon == lexicon }
  }

  /// The clauses that must hold for the difference to show.
  private func clauses(of mutant: Mutant) -> [Clause] {
    switch mutant.hint {
    case .categories(let one, let other):
      return [one, other].compactMap { name in program.categories.first { $0.name == name }?.clause }
    case .ladder(let name): return program.categories.filter { $0.ladder == name }.compactMap(\.clause)
    case .term, .condition:
      let clause = program.clause(at: mutant.place)
      return clause.map { [$0] } ?? []
    }
  }
}

extension DecisionProgram {
  fileprivate func clause(at anchor: String) -> Clause? {
    if let category = categories.first(where: { "category.\($0.name)" == anchor }) { return category.clause }
    if let escalation = escalations.first(where: { "escalation.\($0.name)" == anchor }) { return escalation.clause }
    return signals.first { "signal.\($0.name)" == anchor }?.clause
  }
}
