import DecisionModel
import DecisionOracle
import PlaybookModel

/// What was seen while the tests ran, before it is told by the playbook's own words.
struct ShownInTests {
  typealias Shown = ConditionObserver.Shown

  /// The conditions of a clause, in the order in which they stand.
  private(set) var conditions: [String: [Condition]] = [:]
  /// The terms of word lists that are looked for in comments: how often each decided.
  private(set) var terms: [String: [String: Int]] = [:]
  let outcomes: [ConditionObserver.Outcome]
  var standards = ShownStandards()

  struct Condition {
    let words: String
    var shown: Shown
    var terms: [(term: String, count: Int)]
  }

  init(conditions observer: ConditionObserver, outcomes: [ConditionObserver.Outcome]) {
    self.outcomes = outcomes
    for (number, leaf) in observer.outline.leaves.enumerated() {
      conditions[leaf.clause, default: []].append(
        Condition(
          words: leaf.words, shown: observer.shown[number],
          terms: Array(zip(leaf.terms, observer.terms[number])).map { (term: $0, count: $1) }))
    }
    addTerms(observer)
  }

  private mutating func addTerms(_ observer: ConditionObserver) {
    for (list, counts) in zip(observer.outline.wordLists, observer.wordLists) {
      for (term, count) in zip(list.terms, counts) { terms[list.name, default: [:]][term, default: 0] += count }
    }
  }

  /// Adds what the examples of word lists and signals show, which stand for themselves.
  mutating func addDefinitions(of playbook: Playbook, _ program: DecisionProgram) throws {
    guard let bench = try DefinitionExamples(playbook, program) else { return }
    let asked = Set(terms.keys)
    var observer = ConditionObserver(bench.oracle)
    for (comment, title) in bench.comments { observer.observe(comment, for: title) }
    for (list, counts) in zip(observer.outline.wordLists, observer.wordLists) where asked.contains(list.name) {
      for (term, count) in zip(list.terms, counts) { terms[list.name, default: [:]][term, default: 0] += count }
    }
    var places: [String: Int] = [:]
    for (number, leaf) in observer.outline.leaves.enumerated() {
      let place = places[leaf.clause, default: 0]
      places[leaf.clause] = place + 1
      guard let known = conditions[leaf.clause], place < known.count else { continue }
      add(observer, number, to: leaf.clause, place)
    }
  }

  private mutating func add(_ observer: ConditionObserver, _ number: Int, to clause: String, _ place: Int) {
    conditions[clause]?[place].shown.whereTrue += observer.shown[number].whereTrue
    conditions[clause]?[place].shown.whereFalse += observer.shown[number].whereFalse
    for (term, count) in observer.terms[number].enumerated() {
      conditions[clause]?[place].terms[term].count += count
    }
  }
}

/// How often each standard was broken by drafts that are held to it, and kept.
struct ShownStandards {
  private(set) var broken: [String: Int] = [:]
  private(set) var kept: [String: Int] = [:]

  init() {}

  init(of playbook: Playbook, _ program: DecisionProgram) throws {
    let bench = try PlaybookBench(program)
    for standard in playbook.standards where standard.avoid != nil {
      for example in standard.examples.positive + standard.examples.negative {
        guard let names = bench.standardsBroken(by: example.comment) else { continue }
        add(standard.definition.name, isBroken: names.contains(standard.definition.name))
      }
    }
  }

  private mutating func add(_ standard: String, isBroken: Bool) {
    if isBroken { broken[standard, default: 0] += 1 } else { kept[standard, default: 0] += 1 }
  }
}
