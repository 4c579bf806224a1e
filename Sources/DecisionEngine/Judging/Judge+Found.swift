import DecisionModel

/// What made a clause hold: every true leaf of its `any` and `all`, each once.
struct FoundCollector {
  /// So many places in the text are named at the most.
  static let mostHits = 32

  fileprivate var hits: [Hit] = []
  fileprivate var others: [Other] = []
  fileprivate var searches: Set<Int> = []
  fileprivate var signals: Set<Int> = []
  fileprivate var seen: Set<[UInt8]> = []

  fileprivate struct Hit {
    /// The kind of its search and the name of a lexicon, then its term: by these hits are told apart.
    let key: [UInt8]
    let term: [UInt8]
    let from: Int
    let found: Found
  }

  fileprivate struct Other {
    let name: String
    let test: String
    let found: Found
  }

  /// What was found in the text in the order of the text, then facts and measures by their names and tests.
  fileprivate var list: [Found] {
    var seen: Set<[[UInt8]]> = []
    let distinct = hits.sorted(by: Self.precedes).filter { seen.insert([$0.key, $0.term]).inserted }
    return distinct.prefix(Self.mostHits).map(\.found) + others.sorted(by: Self.precedes).map(\.found)
  }

  /// By place, then by term; a phrase of a condition stands before an expression, a host, and a term of a lexicon.
  private static func precedes(_ one: Hit, _ other: Hit) -> Bool {
    if one.from != other.from { return one.from < other.from }
    if one.term != other.term { return one.term.lexicographicallyPrecedes(other.term) }
    return one.key.lexicographicallyPrecedes(other.key)
  }

  private static func precedes(_ one: Other, _ other: Other) -> Bool {
    if !one.name.utf8.elementsEqual(other.name.utf8) { return one.name.utf8.lexicographicallyPrecedes(other.name.utf8) }
    return one.test.utf8.lexicographicallyPrecedes(other.test.utf8)
  }

  fileprivate mutating func add(_ name: String, _ test: String, _ found: Found) {
    guard seen.insert(Array(name.utf8) + [0] + Array(test.utf8)).inserted else { return }
    others.append(Other(name: name, test: test, found: found))
  }
}

extension Judge {
  /// What made a clause hold.
  mutating func found(clause place: Int) -> [Found] {
    var collector = FoundCollector()
    collect(place, &collector)
    return collector.list
  }

  private mutating func collect(_ place: Int, _ collector: inout FoundCollector) {
    guard value(place) == .yes else { return }
    let cells = nodes + place
    switch conditionKind(cells[0]) {
    case .all, .any, .count:
      var part = place + 3
      for _ in 0..<cells[2] {
        collect(part, &collector)
        part += size(part)
      }
    case .signal:
      if collector.signals.insert(Int(cells[2])).inserted { collect(conditions.signal(Int(cells[2])), &collector) }
    case .found, .termCount, .score: collect(search: Int(cells[2]), &collector)
    case .measure:
      let name = Measure.allCases[Int(cells[2])].name, words = string(cells[3])
      let value = searcher.pointee.reader.pointee.measure(Int(cells[2]))
      collector.add(name, words, .measure(name, value: value, test: words))
    case .fact, .factText: collect(fact: Int(cells[2]), string(cells[3]), &collector)
    default: collectOther(place, &collector)
    }
  }

  private mutating func collectOther(_ place: Int, _ collector: inout FoundCollector) {
    guard let situation = facts.situation else { return }
    let cells = nodes + place, program = rulebook.program
    switch conditionKind(cells[0]) {
    case .strikes:
      let name = "history.\(program.ladders[Int(cells[2])].name)"
      let strikes = situation.comment.histories[Int(cells[2])].map { JSONValue.number(Double($0.strikes)) }
      collector.add(name, string(cells[3]), .fact(name, value: strikes, test: string(cells[3])))
    case .timeOpen:
      let team = program.teams[Int(cells[2])].name
      collector.add("time.open", team, .fact("time.open", value: .text(situation.start.description), test: team))
    case .history:
      let history = history(cells)
      let count = situation.count(of: history, in: length(cells + 4)).map { JSONValue.number(Double($0)) }
      collector.add(history.name, string(cells[3]), .fact(history.name, value: count, test: string(cells[3])))
    case .mode:
      let on = situation.comment.modes.sorted().map { JSONValue.text(program.modes[$0]) }
      collector.add("mode", string(cells[2]), .fact("mode", value: .array(on), test: string(cells[2])))
    default: break
    }
  }

  private mutating func collect(fact place: Int, _ words: String, _ collector: inout FoundCollector) {
    let fact = rulebook.program.facts[place]
    let value = facts.situation?.comment.facts[place]?.json(of: fact.type)
    collector.add(fact.name, words, .fact(fact.name, value: value, test: words))
  }

  private mutating func collect(search number: Int, _ collector: inout FoundCollector) {
    guard collector.searches.insert(number).inserted else { return }
    let search = searcher.pointee.tables.search(number)
    var hits: [(term: Int, range: Range<Int>, isDisguised: Bool)] = []
    if search.kind == .expressions || search.kind == .hosts {
      searcher.pointee.places(of: number) { hits.append(($0, $1, false)) }
    } else {
      for place in 0..<searcher.pointee.occurrences.count {
        let occurrence = searcher.pointee.occurrences[place]
        guard searcher.pointee.tables.search(ofTerm: Int(occurrence.term)) == number else { continue }
        let range = searcher.pointee.reader.pointee.place(Int(occurrence.start), Int(occurrence.end))
        hits.append((Int(occurrence.term), range, occurrence.isDisguised))
      }
    }
    for hit in hits { collector.hits.append(self.hit(hit.term, hit.range, hit.isDisguised, search)) }
  }

  private mutating func hit(
    _ term: Int, _ range: Range<Int>, _ isDisguised: Bool, _ search: SearchTables.Search
  ) -> FoundCollector.Hit {
    let words = text(UInt32(searcher.pointee.tables.text(ofTerm: term)))
    let term = String(decoding: words, as: UTF8.self)
    let hit = TextHit(text: searcher.pointee.reader.pointee.excerpt(range), range: range, isDisguised: isDisguised)
    let name = string(UInt32(search.name))
    let (kind, found): (UInt8, Found) =
      switch search.kind {
      case .phrases: (0, .phrase(term, hit))
      case .expressions: (1, .expression(term, hit))
      case .hosts: (2, .link(term, hit))
      case .lexicon: (3, .term(lexicon: name, term: term, hit))
      }
    return FoundCollector.Hit(
      key: [kind] + (kind == 3 ? Array(name.utf8) : []), term: Array(words), from: range.lowerBound, found: found)
  }
}
