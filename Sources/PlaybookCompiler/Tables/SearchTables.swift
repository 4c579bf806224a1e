import CommentText
import DecisionModel

/// What is looked for in texts, as a program file holds it: searches, their terms, and the tables that find them.
struct SearchTables {
  enum Kind: Int {
    case phrases, expressions, hosts, lexicon
  }

  private let matching: TextMatching
  private let texts: CellTables
  private var searches: [UInt32] = []
  private var terms: [UInt32] = []
  private var known: [[String]: Int] = [:]
  private var words: WordTables
  private var expressions: ExpressionTables
  private var hosts: [UInt32] = []
  private var disguises: [UInt32] = []
  private var counts = (searches: 0, terms: 0, hosts: 0, disguises: 0)

  init(_ matching: TextMatching, _ texts: CellTables) {
    self.matching = matching
    self.texts = texts
    words = WordTables(texts)
    expressions = ExpressionTables()
  }

  var seeThroughDisguises: Bool { counts.disguises > 0 }

  mutating func add(_ lexicon: LexiconTable) -> Int {
    let first = counts.terms
    let distinct = phrases(lexicon.terms)
    for (term, phrase) in distinct { add(phrase, term, isException: false, disguises: lexicon.disguises) }
    for term in lexicon.except {
      guard let phrase = try? Phrase(term, matching) else { continue }
      add(phrase, WeightedTerm(term: term), isException: true, disguises: lexicon.disguises)
    }
    return addSearch(
      .lexicon, name: lexicon.name, first: first, count: distinct.count, hasExceptions: !lexicon.except.isEmpty,
      disguises: lexicon.disguises)
  }

  mutating func add(phrases terms: [String]) -> Int {
    once(.phrases, terms) {
      let distinct = $0.phrases(terms.map { WeightedTerm(term: $0) })
      for (term, phrase) in distinct { $0.add(phrase, term, isException: false, disguises: false) }
      return distinct.count
    }
  }

  mutating func add(expressions terms: [String]) -> Int {
    once(.expressions, terms) {
      let distinct = SearchTables.distinct(terms)
      for text in distinct {
        guard let expression = try? RegularExpression(text) else { continue }
        $0.expressions.add(expression, term: $0.addTerm(WeightedTerm(term: text), isException: false))
      }
      return distinct.count
    }
  }

  mutating func add(hosts terms: [String]) -> Int {
    once(.hosts, terms) {
      let distinct = SearchTables.distinct(terms)
      for text in distinct {
        guard let host = try? Host(text) else { continue }
        $0.hosts.append($0.addTerm(WeightedTerm(term: text), isException: false))
        $0.hosts.append(UInt32(host.names.count))
        for name in host.names { $0.hosts += [UInt32(name.count)] + name }
        $0.counts.hosts += 1
      }
      return distinct.count
    }
  }

  /// The number of a search; what was looked for before is not added again.
  private mutating func once(_ kind: Kind, _ terms: [String], _ add: (inout SearchTables) -> Int) -> Int {
    let key = ["\(kind)"] + terms
    if let search = known[key] { return search }
    let first = counts.terms
    let firstOfKind = kind == .hosts ? counts.hosts : expressions.count
    let count = add(&self)
    let search = addSearch(
      kind, name: "", first: first, count: count, hasExceptions: false, disguises: false, firstOfKind: firstOfKind)
    known[key] = search
    return search
  }
}

extension SearchTables {
  private mutating func addSearch(
    _ kind: Kind, name: String, first: Int, count: Int, hasExceptions: Bool, disguises: Bool, firstOfKind: Int = 0
  ) -> Int {
    searches += [
      UInt32(kind.rawValue), texts.number(of: name), UInt32(first), UInt32(count), hasExceptions ? 1 : 0,
      disguises ? 1 : 0, UInt32(firstOfKind), 0,
    ]
    counts.searches += 1
    return counts.searches - 1
  }

  private mutating func addTerm(_ term: WeightedTerm, isException: Bool) -> UInt32 {
    terms += [
      UInt32(counts.searches), texts.number(of: term.term), texts.number(of: Double(term.weight)), isException ? 1 : 0,
    ]
    counts.terms += 1
    return UInt32(counts.terms - 1)
  }

  private mutating func add(_ phrase: Phrase, _ term: WeightedTerm, isException: Bool, disguises seesThrough: Bool) {
    let number = addTerm(term, isException: isException)
    words.add(phrase, term: number)
    guard seesThrough, let disguised = DisguisedPhrase(phrase) else { return }
    disguises += disguised.cells(term: number)
    counts.disguises += 1
  }

  /// Of terms that are found in the same places only the first is kept.
  private func phrases(_ terms: [WeightedTerm]) -> [(WeightedTerm, Phrase)] {
    var seen: Set<Phrase> = []
    return terms.compactMap { term in
      guard let phrase = try? Phrase(term.term, matching), seen.insert(phrase).inserted else { return nil }
      return (term, phrase)
    }
  }

  /// Each text once, by its bytes.
  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return texts.filter { seen.insert(Array($0.utf8)).inserted }
  }
}

extension SearchTables {
  func write(to file: inout ProgramFileWriter) {
    file.add(.searches, [UInt32(counts.searches)] + searches)
    file.add(.terms, [UInt32(counts.terms)] + terms)
    file.add(.hosts, [UInt32(counts.hosts)] + hosts)
    file.add(.disguises, [UInt32(counts.disguises)] + disguises)
    words.write(to: &file)
    expressions.write(to: &file)
  }
}

extension DisguisedPhrase {
  /// The phrase as the engine walks it.
  fileprivate func cells(term: UInt32) -> [UInt32] {
    [term, needed, endsInSign ? 1 : 0, UInt32(steps.count)] + steps.flatMap(\.cells)
      + loops.enumerated().flatMap { cells(of: $1, at: $0) }
  }

  /// A loop of letters stands behind the step of its letter.
  private func cells(of loop: Loop, at state: Int) -> [UInt32] {
    switch loop {
    case .none: [0, 0]
    case .letter: [1, UInt32(state - 1)]
    case .word: [2, 0]
    case .gap: [3, 0]
    }
  }
}

extension DisguisedPhrase.Step {
  /// Kind, scalar, letters that it can be read as (two cells), flags.
  fileprivate var cells: [UInt32] {
    switch self {
    case .letter(let letter):
      [0, letter.scalar, letter.shape.latin, letter.shape.other, letter.flags]
    case .anyLetter: [1, 0, 0, 0, 0]
    case .sign(let scalar): [2, scalar, 0, 0, 0]
    case .gap(let canBeNone): [3, 0, 0, 0, canBeNone ? 1 : 0]
    case .nothing: [4, 0, 0, 0, 0]
    }
  }
}

extension TermLetter {
  fileprivate var flags: UInt32 {
    (isFirst ? 1 : 0) | (startsWord ? 2 : 0) | (mayBeMasked ? 4 : 0) | (mayBeRepeated ? 8 : 0)
  }
}
