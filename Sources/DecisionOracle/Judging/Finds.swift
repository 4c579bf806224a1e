import CommentText
import DecisionEngine
import DecisionModel

/// What made a clause hold: every true leaf of its `any` and `all`, each once.
struct Finds {
  /// So many places in the text are named at the most.
  static let mostHits = 32

  private let evaluation: Evaluation
  private var hits: [Hit] = []
  private var others: [Other] = []
  private var seen: Set<[String]> = []
  private var seenSearches: Set<Int> = []
  private var seenSignals: Set<Int> = []

  private struct Hit {
    let search: TextSearch
    let occurrence: TermOccurrence

    var term: String { search.terms[occurrence.term].term }
  }

  /// A fact or a measure that passed a test.
  private struct Other {
    let name: String
    let test: String
    let found: Found
  }

  init(_ clause: CheckedClause, _ evaluation: Evaluation) {
    self.evaluation = evaluation
    collect(clause.when)
  }

  /// What was found in the text in the order of the text, then facts and measures by their names and tests: a clause may
  /// be a mapping, the order of which means nothing.
  var list: [Found] {
    distinctHits.prefix(Self.mostHits).map(found) + others.sorted(by: precedes).map(\.found)
  }
}

extension Finds {
  private mutating func collect(_ check: Check) {
    guard evaluation.value(of: check) == .yes else { return }
    let reading = evaluation.reading
    switch check {
    case .all(let parts), .any(let parts), .count(let parts, _):
      for part in parts { collect(part) }
    case .signal(let signal):
      if seenSignals.insert(signal).inserted { collect(reading.prepared.signals[signal].when) }
    case .text(let search, _): collect(search: search)
    case .measure(let measure, let test): collect(measure, test)
    case .fact(let place, let test), .factText(let place, _, let test): collect(fact: place, test)
    case .strikes(let ladder, let test): collect(strikesOn: ladder, test)
    case .timeOpen(let team): collect(openTeam: team)
    case .history(let history, let length, let test): collect(history, in: length, test)
    case .mode(let wanted): collect(modes: wanted)
    case .none, .not, .category, .escalation, .withoutEffect: break
    }
  }

  private mutating func collect(search: Int) {
    guard seenSearches.insert(search).inserted else { return }
    let reading = evaluation.reading
    hits += reading.hits[search].map { Hit(search: reading.prepared.searches[search], occurrence: $0) }
  }

  private mutating func collect(_ measure: Measure, _ test: NumberTest) {
    let words = test.words(for: measure)
    guard seen.insert([measure.name, words]).inserted else { return }
    let value = evaluation.reading.text.measures.value(of: measure)
    others.append(Other(name: measure.name, test: words, found: .measure(measure.name, value: value, test: words)))
  }

  private mutating func collect(fact place: Int, _ test: FactTest) {
    let fact = evaluation.reading.program.facts[place]
    guard seen.insert([fact.name, test.words]).inserted else { return }
    let value = evaluation.reading.comment.facts[place]?.json(of: fact.type)
    others.append(Other(name: fact.name, test: test.words, found: .fact(fact.name, value: value, test: test.words)))
  }

  /// What was looked at is when the comment came.
  private mutating func collect(openTeam team: Int) {
    let reading = evaluation.reading
    let (key, name) = ("time.open", reading.program.teams[team].name)
    guard seen.insert([key, name]).inserted else { return }
    let found = Found.fact(key, value: .text(reading.situation.start.description), test: name)
    others.append(Other(name: key, test: name, found: found))
  }

  private mutating func collect(strikesOn ladder: Int, _ test: NumberTest) {
    let name = "history.\(evaluation.reading.program.ladders[ladder].name)"
    guard seen.insert([name, test.words]).inserted else { return }
    let strikes = evaluation.reading.comment.histories[ladder].map { JSONValue.number(Double($0.strikes)) }
    others.append(Other(name: name, test: test.words, found: .fact(name, value: strikes, test: test.words)))
  }
}

extension Finds {
  private mutating func collect(_ history: AuthorHistory, in length: Length, _ test: NumberTest) {
    let words = test.words(in: length)
    guard seen.insert([history.name, words]).inserted else { return }
    let count = evaluation.reading.situation.count(of: history, in: length).map { JSONValue.number(Double($0)) }
    others.append(Other(name: history.name, test: words, found: .fact(history.name, value: count, test: words)))
  }

  /// The modes that are on, as a fact `mode` of several words.
  private mutating func collect(modes wanted: [Int]) {
    let reading = evaluation.reading
    let words = wanted.map { reading.program.modes[$0] }.joined(separator: " or ")
    guard seen.insert(["mode", words]).inserted else { return }
    let on = reading.comment.modes.sorted().map { JSONValue.text(reading.program.modes[$0]) }
    others.append(Other(name: "mode", test: words, found: .fact("mode", value: .array(on), test: words)))
  }
}

extension Finds {
  /// By place, then by term; a phrase of a condition stands before an expression, a host, and a term of a lexicon.
  private func precedes(_ one: Hit, _ other: Hit) -> Bool {
    let (from, otherFrom) = (one.occurrence.range.lowerBound, other.occurrence.range.lowerBound)
    if from != otherFrom { return from < otherFrom }
    if !one.term.utf8.elementsEqual(other.term.utf8) {
      return one.term.utf8.lexicographicallyPrecedes(other.term.utf8)
    }
    return one.search.kind.key.lexicographicallyPrecedes(other.search.kind.key)
  }

  private func precedes(_ one: Other, _ other: Other) -> Bool {
    if !one.name.utf8.elementsEqual(other.name.utf8) { return one.name.utf8.lexicographicallyPrecedes(other.name.utf8) }
    return one.test.utf8.lexicographicallyPrecedes(other.test.utf8)
  }

  /// A phrase that several conditions look for is found once.
  private var distinctHits: [Hit] {
    var seen: Set<[[UInt8]]> = []
    return hits.sorted(by: precedes).filter { seen.insert([$0.search.kind.key, Array($0.term.utf8)]).inserted }
  }

  private func found(_ hit: Hit) -> Found {
    let range = hit.occurrence.range
    let place = TextHit(
      text: evaluation.reading.text.excerpt(range), range: range, isDisguised: hit.occurrence.disguised)
    return switch hit.search.kind {
    case .phrases: .phrase(hit.term, place)
    case .expressions: .expression(hit.term, place)
    case .hosts: .link(hit.term, place)
    case .lexicon(let lexicon): .term(lexicon: lexicon, term: hit.term, place)
    }
  }
}

extension TextSearch.Kind {
  /// Bytes by which kinds are told apart, and ordered.
  fileprivate var key: [UInt8] {
    switch self {
    case .phrases: [0]
    case .expressions: [1]
    case .hosts: [2]
    case .lexicon(let name): [3] + Array(name.utf8)
    }
  }
}
