import CommentText
public import DecisionModel

/// What a policy looks for together in comments: a word list, or the phrases of one condition.
public struct AuditedList: Sendable {
  /// Where the terms stand.
  enum Source: Sendable, Hashable {
    case lexicon(String)
    /// The phrases of a `text.says`.
    case phrases([String])
  }

  /// `lexicon.insults`, or the clause in which the phrases stand: `category.abuse`.
  public let name: String
  /// Whether what it finds is held against the author: only then has anybody a reason to hide it.
  public let isGuard: Bool
  public internal(set) var terms: [WeightedTerm]
  public internal(set) var except: [String]
  public internal(set) var disguises: Bool
  let source: Source
  let matching: TextMatching

  init(
    _ name: String, _ source: Source, isGuard: Bool, terms: [WeightedTerm], except: [String] = [],
    disguises: Bool = false, _ matching: TextMatching
  ) {
    self.name = name
    self.source = source
    self.isGuard = isGuard
    self.terms = terms
    self.except = except
    self.disguises = disguises
    self.matching = matching
  }

  /// Whether the terms are phrases of a condition, which has no exceptions and sees through no disguise.
  public var isOfCondition: Bool {
    if case .phrases = source { true } else { false }
  }

  /// The list, ready to be looked for.
  var search: ListSearch { ListSearch(self) }
}

/// The terms of a list as they are looked for.
struct ListSearch: Sendable {
  let terms: [String]
  let phrases: [Phrase]
  private let set: TermSet
  private let matching: TextMatching

  init(_ list: AuditedList) {
    let read = list.terms.compactMap { term in
      (try? Phrase(term.term, list.matching)).map { (term.term, $0) }
    }
    terms = read.map(\.0)
    phrases = read.map(\.1)
    matching = list.matching
    set = TermSet(
      terms: phrases, except: list.except.compactMap { try? Phrase($0, list.matching) }, disguises: list.disguises)
  }

  func occurrences(in text: WrittenText) -> [TermOccurrence] { set.occurrences(in: text) }

  /// Whether something is found that has a character of `stretch`.
  func touches(_ stretch: Range<Int>, of text: WrittenText) -> Bool {
    set.occurrences(in: text).contains { $0.range.overlaps(stretch) }
  }

  /// The terms that are not found even where they stand as they are, since an exception takes them away.
  var termsNotFound: [String] {
    let samples = phrases.map { SpelledTerm($0)?.plain ?? $0.sample.scalars }
    let pages = TextPages(samples.map { UTF8Text.bytes(of: $0) }, matching)
    let found = Set(pages.occurrences(of: self).map(\.entry))
    return terms.indices.filter { !found.contains($0) }.map { terms[$0] }
  }
}
