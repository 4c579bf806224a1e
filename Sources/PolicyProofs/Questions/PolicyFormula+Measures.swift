import CommentText
import DecisionModel

// What is true of every text and its measures.
extension PolicyFormula {
  /// Tells the circuit how texts, what is found in them and their measures hang together: only what is sure.
  mutating func relate() {
    space.text.relate(in: &space.circuit)
    for fact in space.factTexts.keys.sorted() { space.factTexts[fact]?.relate(in: &space.circuit) }
    relateMeasures()
    relateTexts()
  }

  /// No text has more of anything than it has characters. (A character may be several words: `㍿` is four.)
  private mutating func relateMeasures() {
    for (measure, size) in [
      (Measure.exclamations, 1), (.questions, 1), (.mentions, 2), (.hashtags, 2), (.emoji, 1), (.longestRun, 1),
      (.links, 5),
    ] {
      guard let choice = space.measures[measure] else { continue }
      for count in choice.values { require(measure, isAtLeast: count, .length, isAtLeast: count * Double(size)) }
    }
    for count in space.measures[.words]?.values ?? [] {
      require(.words, isAtLeast: count, .length, isAtLeast: (count / 18).rounded(.up))
    }
    for share in space.measures[.capitals]?.values ?? [] where share > 0 {
      require(.capitals, isAtLeast: share, .length, isAtLeast: 1)
    }
    // A text with a character that is no white space has a run of one.
    for measure in [Measure.exclamations, .questions, .mentions, .hashtags] where space.measures[measure] != nil {
      require(measure, isAtLeast: 1, .longestRun, isAtLeast: 1)
    }
  }

  private mutating func require(_ one: Measure, isAtLeast count: Double, _ other: Measure, isAtLeast least: Double) {
    let isMany = surely(one, isAtLeast: count)
    space.circuit.require([!isMany, maybe(other, isAtLeast: least)])
  }

  /// A part of the numbers stands for all in it: this one says yes only where all of them come to so much.
  private mutating func surely(_ measure: Measure, isAtLeast count: Double) -> Literal {
    space.measures[measure]?.isOne(&space.circuit) { $0 >= count } ?? .no
  }

  /// And this one where any of them may. What is not asked for may be anything.
  private mutating func maybe(_ measure: Measure, isAtLeast count: Double) -> Literal {
    guard let choice = space.measures[measure], let part = choice.values.last(where: { $0 <= count }) else {
      return .yes
    }
    return choice.isOne(&space.circuit) { $0 >= part }
  }

  /// A text in which something is found is not empty.
  private mutating func relateTexts() {
    for (atom, literal) in zip(space.text.list, space.text.literals) {
      switch atom {
      case .phrase(let phrase, .plain):
        let words = Double(phrase.wordCount)
        guard words > 0 else { continue }
        space.circuit.require([!literal, maybe(.words, isAtLeast: words)])
        space.circuit.require([!literal, maybe(.length, isAtLeast: (words / 18).rounded(.up))])
      case .expression(let written):
        guard let pattern = try? RegularExpression(String(decoding: written, as: UTF8.self)) else { continue }
        let least = Double(pattern.pattern.shortestLength)
        if least > 0 { space.circuit.require([!literal, maybe(.length, isAtLeast: least)]) }
      case .host:
        space.circuit.require([!literal, maybe(.links, isAtLeast: 1)])
        space.circuit.require([!literal, maybe(.length, isAtLeast: 5)])
      default: continue
      }
    }
  }
}

extension Phrase {
  /// How many words it has; none, where it is made of signs.
  var wordCount: Int {
    if case .words(_, let words, _) = form { words.count } else { 0 }
  }
}
