/// Where a term of a ``TermSet`` is in a text.
public struct TermOccurrence: Sendable, Hashable {
  /// Which term, counted as they were given.
  public let term: Int
  /// The place, in scalars of the text as written.
  public let range: Range<Int>
  /// Whether the term was found only by seeing through a disguise.
  public let disguised: Bool
}

/// Terms that are looked for together: a lexicon.
public struct TermSet: Sendable {
  private let terms: TermSearch
  private let exceptions: TermSearch

  /// - Parameters:
  ///   - terms: What is looked for.
  ///   - except: What takes away an occurrence whose place lies wholly within its own.
  ///   - disguises: Whether terms, and exceptions, are found in disguise too.
  public init(terms: [Phrase], except: [Phrase] = [], disguises: Bool = false) {
    self.terms = TermSearch(terms, disguises: disguises)
    exceptions = TermSearch(except, disguises: disguises)
  }

  /// The first place of each term that is found, in the order of the text.
  public func firstOccurrences(in text: WrittenText) -> [TermOccurrence] {
    var seen: Set<Int> = []
    return occurrences(in: text).filter { seen.insert($0.term).inserted }
  }

  /// Every occurrence that no exception takes away, in the order of the text.
  public func occurrences(in text: WrittenText) -> [TermOccurrence] {
    let found = terms.occurrences(in: text)
    guard !found.isEmpty else { return [] }
    let excepted = Places(exceptions.occurrences(in: text).map(\.range))
    return found.filter { !excepted.hold($0.range) }.sorted { $0.isBefore($1) }
  }
}

extension TermOccurrence {
  /// The order of the text; of two that start together, the shorter first, then the earlier term.
  func isBefore(_ other: Self) -> Bool {
    (range.lowerBound, range.upperBound, term) < (other.range.lowerBound, other.range.upperBound, other.term)
  }
}

/// The plain search for some terms, and where it is wanted the search for their disguises.
private struct TermSearch: Sendable {
  private let plain: TermIndex
  private let disguised: [(term: Int, phrase: DisguisedPhrase)]

  init(_ terms: [Phrase], disguises: Bool) {
    plain = TermIndex(terms)
    disguised = (disguises ? terms : []).enumerated().compactMap { term, phrase in
      DisguisedPhrase(phrase).map { (term, $0) }
    }
  }

  /// Every occurrence, in no order.
  func occurrences(in text: WrittenText) -> [TermOccurrence] {
    var found = plain.occurrences(in: text)
    guard !disguised.isEmpty else { return found }
    let plainly = Dictionary(grouping: found, by: \.term).mapValues { Places($0.map(\.range)) }
    var finder = DisguiseFinder(text)
    for (term, phrase) in disguised {
      for range in finder.places(of: phrase) where plainly[term]?.touch(range) != true {
        found.append(TermOccurrence(term: term, range: range, disguised: true))
      }
    }
    return found
  }
}
