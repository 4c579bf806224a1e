import CommentText
import DecisionModel

/// A comment as the conditions see it: its text read and searched, once.
struct Situation {
  let comment: Comment
  let prepared: PreparedProgram
  let text: WrittenText
  /// By search: the first place of every distinct term found, in the order of the text.
  let hits: [[TermOccurrence]]
  /// The facts whose text is searched, by their place.
  private let factTexts: [Int: WrittenText]

  init(_ comment: Comment, in prepared: PreparedProgram) {
    let text = WrittenText(utf8: comment.text, prepared.program.textMatching)
    self.comment = comment
    self.prepared = prepared
    self.text = text
    hits = prepared.searches.map { $0.firstOccurrences(in: text) }
    let searched = comment.facts.filter { prepared.searchedFacts.contains($0.key) }
    factTexts = searched.compactMapValues { value in
      if case .bytes(let bytes) = value { WrittenText(utf8: bytes, prepared.program.textMatching) } else { nil }
    }
  }

  var program: DecisionProgram { prepared.program }

  /// The instant from which deadlines count and at which a strike falls.
  var start: Instant {
    if case .instant(let posted) = fact("post.at") { posted } else { comment.now }
  }

  /// The channel on which the comment stands, where the playbook knows it.
  var channel: ChannelRule? { prepared.channel(of: comment) }

  /// How many comments the author wrote in a length of time, this one included; nil where that is not known.
  ///
  /// The time ends with this comment. One that was written just so long before is no longer counted, as a strike is not
  /// live any more.
  func count(of history: AuthorHistory, in length: Length) -> Int? {
    comment.earlier[history].map { instants in
      1 + instants.count { $0 <= start && start < length.ending(from: $0, in: program.zone) }
    }
  }

  /// The value of a fact by its name, or nil where it is not given.
  func fact(_ name: String) -> FactValue? {
    prepared.fact(name, of: comment)
  }

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

extension PreparedProgram {
  func fact(_ name: String, of comment: Comment) -> FactValue? { names.facts[name].flatMap { comment.facts[$0] } }

  func channel(of comment: Comment) -> ChannelRule? {
    guard case .words(let words) = fact("post.channel", of: comment), let word = words.first else { return nil }
    return names.channels[word.normal].map { program.channels[$0] }
  }
}

extension TextMeasures {
  func value(of measure: Measure) -> Double {
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
