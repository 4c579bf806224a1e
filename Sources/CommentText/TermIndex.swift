/// Phrases by the word that they begin with, so that a text is compared only with those that may be in it.
struct TermIndex: Sendable {
  private let phrases: [Phrase]
  /// By their whole first word.
  private var byFirstWord: [ArraySlice<UInt32>: [Int]] = [:]
  /// By the first letter of a first word that may go on.
  private var byFirstLetter: [UInt32: [Int]] = [:]
  /// By the last letter of a first word that may begin with anything.
  private var byLastLetter: [UInt32: [Int]] = [:]
  /// By a letter of a first word that may begin with anything and go on.
  private var byInnerLetter: [UInt32: [Int]] = [:]
  /// Those whose first word may be any.
  private var byNothing: [Int] = []
  /// Those without a word.
  private var signs: [(term: Int, signs: Signs)] = []

  init(_ phrases: [Phrase]) {
    self.phrases = phrases
    for (term, phrase) in phrases.enumerated() {
      switch phrase.form {
      case .signs(let characters): signs.append((term, Signs(characters)))
      case .words(_, let words, _):
        guard let first = words.first else { continue }
        add(term, beginningWith: first)
      }
    }
  }

  private mutating func add(_ term: Int, beginningWith word: PhraseWord) {
    guard let first = word.letters.first, let last = word.letters.last else { return byNothing.append(term) }
    switch (word.anyBeginning, word.anyContinuation) {
    case (false, false): byFirstWord[word.letters[...], default: []].append(term)
    case (false, true): byFirstLetter[first, default: []].append(term)
    case (true, false): byLastLetter[last, default: []].append(term)
    case (true, true): byInnerLetter[first, default: []].append(term)
    }
  }

  /// Every occurrence, in no order.
  func occurrences(in text: WrittenText) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    for (term, signs) in signs {
      found += text.occurrences(of: signs).map {
        TermOccurrence(term: term, range: text.folded.written($0), disguised: false)
      }
    }
    for index in text.words.indices {
      forEachCandidate(for: text.words[index], in: text.folded.characters) { term in
        guard let range = text.occurrence(of: phrases[term], at: index) else { return }
        found.append(TermOccurrence(term: term, range: text.folded.written(range), disguised: false))
      }
    }
    return found
  }

  /// Calls `visit` with every term that may begin with `word`, once.
  private func forEachCandidate(for word: Word, in characters: [UInt32], _ visit: (Int) -> Void) {
    let whole = characters[word.range], stem = whole[..<word.stem]
    byNothing.forEach(visit)
    byFirstWord[whole]?.forEach(visit)
    if stem.count < whole.count { byFirstWord[stem]?.forEach(visit) }
    if let first = whole.first { byFirstLetter[first]?.forEach(visit) }
    guard let last = whole.last else { return }
    byLastLetter[last]?.forEach(visit)
    if let lastOfStem = stem.last, lastOfStem != last { byLastLetter[lastOfStem]?.forEach(visit) }
    guard !byInnerLetter.isEmpty else { return }
    for letter in Set(whole) { byInnerLetter[letter]?.forEach(visit) }
  }
}
