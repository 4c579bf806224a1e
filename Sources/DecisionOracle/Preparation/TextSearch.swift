package import CommentText
import DecisionEngine
package import DecisionModel

/// What is looked for together in a text: the terms of a lexicon, or what one condition lists.
struct TextSearch: Sendable {
  /// What is looked for, and so the key of the condition that asks for it.
  enum Kind: Hashable, Sendable {
    case phrases, expressions, hosts
    case lexicon(String)
  }

  let kind: Kind
  /// Distinct terms, in the order in which occurrences count them.
  let terms: [WeightedTerm]
  private let finder: Finder

  private enum Finder: Sendable {
    case terms(TermSet)
    case expressions(ExpressionSet)
    case hosts(HostSet)
  }

  /// The first place of each term that is found, in the order of the text.
  func firstOccurrences(in text: WrittenText) -> [TermOccurrence] {
    switch finder {
    case .terms(let set): set.firstOccurrences(in: text)
    case .expressions(let set): set.firstOccurrences(in: text)
    case .hosts(let set): set.firstOccurrences(in: text)
    }
  }
}

extension TextSearch {
  init(_ lexicon: LexiconTable, _ matching: TextMatching) throws(EngineProblem) {
    try self.init(
      .lexicon(lexicon.name), lexicon.terms, except: lexicon.except, disguises: lexicon.disguises,
      matching)
  }

  init(phrases: [String], _ matching: TextMatching) throws(EngineProblem) {
    try self.init(.phrases, phrases.map { WeightedTerm(term: $0) }, except: [], disguises: false, matching)
  }

  init(expressions: [String]) throws(EngineProblem) {
    let terms = TextSearch.distinct(expressions)
    var set: [RegularExpression] = []
    for term in terms {
      guard let expression = try? RegularExpression(term.term) else {
        throw EngineProblem("The program looks for `\(term.term)`, which is no regular expression.")
      }
      set.append(expression)
    }
    self.init(kind: .expressions, terms: terms, finder: .expressions(ExpressionSet(set)))
  }

  init(hosts: [String]) throws(EngineProblem) {
    let terms = TextSearch.distinct(hosts)
    var set: [Host] = []
    for term in terms {
      guard let host = try? Host(term.term) else {
        throw EngineProblem("The program looks for links to `\(term.term)`, which is no host.")
      }
      set.append(host)
    }
    self.init(kind: .hosts, terms: terms, finder: .hosts(HostSet(set)))
  }

  /// Of terms that are found in the same places only the first is kept.
  private init(
    _ kind: Kind, _ terms: [WeightedTerm], except: [String], disguises: Bool, _ matching: TextMatching
  ) throws(EngineProblem) {
    var phrases: [Phrase] = []
    var distinct: [WeightedTerm] = []
    var seen: Set<Phrase> = []
    for term in terms {
      let phrase = try TextSearch.phrase(term.term, matching)
      guard seen.insert(phrase).inserted else { continue }
      phrases.append(phrase)
      distinct.append(term)
    }
    var exceptions: [Phrase] = []
    for term in except { exceptions.append(try TextSearch.phrase(term, matching)) }
    let set = TermSet(terms: phrases, except: exceptions, disguises: disguises)
    self.init(kind: kind, terms: distinct, finder: .terms(set))
  }

  /// Each text once, by its bytes.
  private static func distinct(_ texts: [String]) -> [WeightedTerm] {
    var seen: Set<[UInt8]> = []
    return texts.filter { seen.insert(Array($0.utf8)).inserted }.map { WeightedTerm(term: $0) }
  }

  private static func phrase(_ term: String, _ matching: TextMatching) throws(EngineProblem) -> Phrase {
    do {
      return try Phrase(term, matching)
    } catch {
      throw EngineProblem("The program looks for `\(term)`, which is no phrase.")
    }
  }
}

extension DecisionProgram {
  /// How all text is matched.
  package var textMatching: TextMatching {
    TextMatching(ignoresAccents: matching.ignoresAccents, ignoresQuotes: matching.ignoresQuotes)
  }
}
