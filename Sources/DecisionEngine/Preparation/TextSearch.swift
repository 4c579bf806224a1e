import CommentText
import DecisionModel

/// Terms that are looked for together: those of a lexicon, or the phrases of one condition.
struct TextSearch: Sendable {
  /// Nil for phrases that stand in a condition.
  let lexicon: String?
  /// Distinct terms, in the order of the set.
  let terms: [WeightedTerm]
  let set: TermSet
}

extension TextSearch {
  init(_ lexicon: LexiconTable) throws(EngineProblem) {
    try self.init(lexicon: lexicon.name, lexicon.terms, except: lexicon.except, disguises: lexicon.disguises)
  }

  init(phrases: [String]) throws(EngineProblem) {
    try self.init(lexicon: nil, phrases.map { WeightedTerm(term: $0) }, except: [], disguises: false)
  }

  /// Of terms that are found in the same places only the first is kept.
  private init(
    lexicon: String?, _ terms: [WeightedTerm], except: [String], disguises: Bool
  ) throws(EngineProblem) {
    var phrases: [Phrase] = []
    var distinct: [WeightedTerm] = []
    var seen: Set<Phrase> = []
    for term in terms {
      let phrase = try TextSearch.phrase(term.term)
      guard seen.insert(phrase).inserted else { continue }
      phrases.append(phrase)
      distinct.append(term)
    }
    var exceptions: [Phrase] = []
    for term in except { exceptions.append(try TextSearch.phrase(term)) }
    self.init(
      lexicon: lexicon, terms: distinct, set: TermSet(terms: phrases, except: exceptions, disguises: disguises))
  }

  private static func phrase(_ term: String) throws(EngineProblem) -> Phrase {
    do {
      return try Phrase(term)
    } catch {
      throw EngineProblem("The program looks for `\(term)`, which is no phrase.")
    }
  }
}
