import CommentText
import DecisionModel
import DecisionOracle

/// Finds which clause makes two decisions differ, and what it looks for that is in one text and not in the other.
struct CauseSearch {
  struct Cause {
    let clause: String
    let at: String
    /// The list, or the kind of condition.
    let what: String
    let term: String?
  }

  /// What a condition looks for, wherever it stands: under `unless` too.
  fileprivate struct Sought {
    let words: String
    let search: ListSearch
  }

  private let program: DecisionProgram
  private let sought: [Sought]

  init(_ program: DecisionProgram) {
    self.program = program
    let matching = program.textMatching
    let lists = program.lexicons.map { AuditedList($0, isGuard: true, matching) }
    let conditions = program.clausesByAnchor.flatMap { anchor, clause in clause.conditions.map { (anchor, $0) } }
    let phrases = conditions.compactMap { anchor, condition -> AuditedList? in
      guard case .says(let said) = condition else { return nil }
      return AuditedList(
        anchor, .phrases(said), isGuard: true, terms: said.map { WeightedTerm(term: $0) }, matching)
    }
    sought = (lists + phrases).map { Sought(words: $0.name, search: $0.search) }
  }

  func cause(_ before: Decision, _ after: Decision, _ text: WrittenText, _ swapped: NamedFields.Swapped) -> Cause {
    let now = WrittenText(utf8: swapped.text.text, program.textMatching)
    let then = WrittenText(utf8: text.excerpt(text.scalars.indices), program.textMatching)
    let place = place(before, after)
    let found =
      founds(after, swapped.text.places).first { !holds($0, before) }
      ?? founds(before, swapped.text.places0).first { !holds($0, after) }
    let sought = found.map(\.words) ?? difference(then, swapped.text.places0, now, swapped.text.places)
    return Cause(
      clause: place?.anchor ?? "category.\(after.category ?? "none")", at: place?.at ?? "",
      what: sought?.list ?? "the length or the letters of the name", term: sought?.term)
  }

  /// The first clause that is a reason for one decision and not for the other: of two categories the one that ranks first.
  private func place(_ before: Decision, _ after: Decision) -> ClausePlace? {
    let (one, other) = (before.because.map(\.place), after.because.map(\.place))
    let differing = (other.filter { !one.contains($0) } + one.filter { !other.contains($0) })
    let ranks = program.categories.map(\.place)
    let categories = differing.filter(ranks.contains).min { rank($0, ranks) < rank($1, ranks) }
    return categories ?? differing.first ?? after.because.first?.place
  }

  private func rank(_ place: ClausePlace, _ ranks: [ClausePlace]) -> Int { ranks.firstIndex(of: place) ?? .max }

  /// What a decision found in the names that were swapped.
  private func founds(_ decision: Decision, _ places: [Range<Int>]) -> [Found] {
    decision.because.flatMap(\.found).filter { found in
      found.hit.map { hit in places.contains { $0.overlaps(hit.range) } } ?? false
    }
  }

  private func holds(_ found: Found, _ decision: Decision) -> Bool {
    decision.because.flatMap(\.found).contains {
      $0.words.list.utf8.elementsEqual(found.words.list.utf8) && $0.words.term.utf8.elementsEqual(found.words.term.utf8)
    }
  }

  /// What is found in the names of one text only, by any condition.
  private func difference(
    _ then: WrittenText, _ before: [Range<Int>], _ now: WrittenText, _ after: [Range<Int>]
  ) -> (list: String, term: String)? {
    for list in sought {
      let (old, new) = (list.terms(in: then, before), list.terms(in: now, after))
      if let term = new.subtracting(old).min() ?? old.subtracting(new).min() {
        return (list.words, list.search.terms[term])
      }
    }
    return nil
  }
}

extension CauseSearch.Sought {
  /// The terms that are found in some places of a text.
  fileprivate func terms(in text: WrittenText, _ places: [Range<Int>]) -> Set<Int> {
    Set(
      search.occurrences(in: text).filter { found in places.contains { $0.overlaps(found.range) } }.map(\.term))
  }
}

extension Found {
  /// Where it is listed, and what it is.
  fileprivate var words: (list: String, term: String) {
    switch self {
    case .term(let lexicon, let term, _): ("lexicon.\(lexicon)", term)
    case .phrase(let phrase, _): ("text.says", phrase)
    case .expression(let expression, _): ("text.matches", expression)
    case .link(let host, _): ("text.links_to", host)
    case .fact(let fact, _, let test): (fact, test)
    case .measure(let measure, _, let test): (measure, test)
    }
  }
}

extension DecisionProgram {
  fileprivate var clausesByAnchor: [(String, Clause)] {
    categories.compactMap { rule in rule.clause.map { (rule.place.anchor, $0) } }
      + escalations.map { ($0.place.anchor, $0.clause) } + signals.map { ("signal.\($0.name)", $0.clause) }
  }
}
