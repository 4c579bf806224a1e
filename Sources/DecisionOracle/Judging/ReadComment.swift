package import CommentText
import DecisionEngine
package import DecisionModel

/// A comment as the conditions see it: its text read and searched, once.
struct ReadComment {
  let situation: Situation
  let prepared: PreparedProgram
  let text: WrittenText
  /// By search: the first place of every distinct term found, in the order of the text.
  let hits: [[TermOccurrence]]
  /// The facts whose text is searched, by their place.
  private let factTexts: [Int: WrittenText]

  init(_ comment: Comment, in prepared: PreparedProgram) {
    let text = WrittenText(utf8: comment.text, prepared.program.textMatching)
    let readText = text.wasCut ? text.excerpt(text.scalars.indices) : comment.text
    situation = Situation(comment, in: prepared.rulebook, wasCut: text.wasCut, readText: readText)
    self.prepared = prepared
    self.text = text
    hits = prepared.searches.map { $0.firstOccurrences(in: text) }
    let searched = comment.facts.filter { prepared.searchedFacts.contains($0.key) }
    factTexts = searched.compactMapValues { value in
      if case .bytes(let bytes) = value { WrittenText(utf8: bytes, prepared.program.textMatching) } else { nil }
    }
  }

  var comment: Comment { situation.comment }
  var program: DecisionProgram { prepared.program }

  /// The weights of the distinct terms that a search found, added up.
  func score(of search: Int) -> Double {
    let terms = prepared.searches[search].terms
    return hits[search].reduce(0) { $0 + Double(terms[$1.term].weight) }
  }

  /// Whether a search finds a term in the text of a fact; nil where the fact is not given.
  func finds(_ search: Int, inFact place: Int) -> Bool? {
    factTexts[place].map { !prepared.searches[search].firstOccurrences(in: $0).isEmpty }
  }
}

extension TextMeasures {
  /// What is measured, by the name of the measure.
  package func value(of measure: Measure) -> Double {
    switch measure {
    case .length: Double(length)
    case .words: Double(words)
    case .capitals: capitals
    case .exclamations: Double(exclamations)
    case .questions: Double(questions)
    case .links: Double(links)
    case .mentions: Double(mentions)
    case .hashtags: Double(hashtags)
    case .emoji: Double(emoji)
    case .longestRun: Double(longestRun)
    }
  }
}
