import DecisionModel

/// Makes comments of which a condition holds, or nearly does: some steps that change a comment, each in another way.
struct LeadingComments {
  typealias Step = [CommentChange]

  let program: DecisionProgram
  let now: Instant

  /// So deep signals are followed.
  private static let depth = 8

  /// One step after which the condition holds, as far as one is known: of several parts, all of them.
  func step(to condition: Condition, depth: Int = depth) -> Step? {
    switch condition {
    case .all(let parts), .count(let parts, _):
      return parts.compactMap { step(to: $0, depth: depth) }.flatMap { $0 }
    case .any(let parts): return parts.lazy.compactMap { step(to: $0, depth: depth) }.first
    case .none, .not: return nil
    case .signal(let name):
      guard depth > 0, let signal = program.signals.first(where: { $0.name == name }) else { return nil }
      return step(to: signal.clause.when, depth: depth - 1)
    default: return steps(around: condition).first
    }
  }

  /// Steps to both sides of everything at which a condition changes, those that make it hold first where that is known.
  func steps(around condition: Condition) -> [Step] {
    switch condition {
    case .says(let phrases): phrases.prefix(3).map(saying)
    case .uses(let lexicon): terms(lexicon).prefix(3).map { saying($0.term) }
    case .linksTo(let hosts): hosts.prefix(2).map { [.say("https://\($0)/")] }
    case .termCount(let lexicon, let test): around(test).compactMap { self.saying(Int($0), of: lexicon) }
    case .score(let lexicon, let test): around(test).compactMap { self.scoring($0, by: lexicon) }
    case .measure(let measure, let test):
      around(test, by: measure == .capitals ? 0.1 : 1).flatMap { measuring(measure, $0) }
    case .fact(let fact, let test): steps(to: fact, around: test)
    case .strikes(let ladder, let test):
      around(test).filter { $0 >= 0 }.map { [.strikes(Int($0), on: ladder)] }
    case .history(let history, _, let test): around(test).compactMap { having($0, of: history) }
    case .mode(let modes): modes.prefix(2).map { [.mode($0)] }
    case .timeOpen: hours
    case .all, .any, .none, .not, .count, .signal, .matches, .category, .escalation, .withoutEffect: []
    }
  }

  // MARK: Texts

  private func saying(_ term: String) -> Step { [.say(SampleText.holding(term))] }

  private func terms(_ lexicon: String) -> [WeightedTerm] {
    program.lexicons.first { $0.name == lexicon }?.terms ?? []
  }

  private func saying(_ count: Int, of lexicon: String) -> Step? {
    let terms = terms(lexicon).prefix(max(0, count))
    guard count >= 0, terms.count == count else { return nil }
    return [.say(terms.map { SampleText.holding($0.term) }.joined(separator: ", "))]
  }

  /// Terms whose weights add up to a number, as far as they do when the heaviest that fit are taken first.
  private func scoring(_ score: Double, by lexicon: String) -> Step? {
    var (left, taken) = (score, [String]())
    for term in terms(lexicon).sorted(by: { $0.weight > $1.weight })
    where term.weight > 0 && Double(term.weight) <= left {
      taken.append(SampleText.holding(term.term))
      left -= Double(term.weight)
    }
    return left == 0 ? [.say(taken.joined(separator: ", "))] : nil
  }

  /// Behind what is there, and in its place: a text that is there has a measure of its own.
  private func measuring(_ measure: Measure, _ value: Double) -> [Step] {
    guard let text = SampleText.with(measure, value) else { return [] }
    return [[.say(text)], [.write(text)]]
  }

  // MARK: What is known

  /// Where a test changes: what passes first.
  private func around(_ test: NumberTest, by step: Double = 1) -> [Double] {
    let values = test.bounds.flatMap { [$0, $0 + step, $0 - step] }
    return values.filter(test.passes) + values.filter { !test.passes($0) }
  }

  private func steps(to fact: String, around test: FactTest) -> [Step] {
    func give(_ values: [JSONValue]) -> [Step] { values.map { [.give(fact: fact, $0)] } }
    return switch test {
    case .number(let test): give(around(test).map { .number($0) })
    case .duration(let test): give(around(test, by: 60).filter { $0 >= 0 }.map { .text(lengthText(seconds: $0)) })
    case .yesNo(let wanted): give([.bool(wanted), .bool(!wanted)])
    case .words(let words), .identities(let words): give(words.prefix(3).map { .text($0) })
    case .says(let phrases): give(phrases.prefix(2).map { .text(SampleText.holding($0)) })
    case .uses(let lexicons):
      give(lexicons.flatMap { terms($0).prefix(1) }.map { .text(SampleText.holding($0.term)) })
    case .instant(let test): give(instants(around: test).map { .text($0.description) })
    case .known, .matches: []
    }
  }

  private func instants(around test: InstantTest) -> [Instant] {
    test.bounds.flatMap { [$0, $0.adding(seconds: 1), $0.adding(seconds: -1)] }
  }

  private func having(_ count: Double, of history: AuthorHistory) -> Step? {
    guard count >= 1, count <= 1000 else { return nil }
    return [.earlier(history, (0..<Int(count) - 1).map { now.adding(seconds: -Int64($0) - 1) })]
  }

  /// At noon and at night of every day of a week.
  private var hours: [Step] {
    (0..<14).map { half in [.posted(now.adding(seconds: Int64(half) * 43_200))] }
  }
}
