/// Tells which of some phrases are in every text in which another phrase is: `refund*` in `refunded`, `bag` in `my bag`.
///
/// Finds what single words, with or without `*`, and phrases without `*` cover, each by looking words up, so that the
/// time grows with the length of what is asked for and not with the number of phrases.
public struct PhraseCover: Sendable {
  /// A phrase that covers another.
  public struct Coverer: Sendable, Hashable {
    /// Which phrase, counted as they were given.
    public let index: Int
    /// Whether it is found in the very same place, not only within it.
    public let isWhole: Bool
  }

  /// What is longer is looked up in no table: nobody writes it, and each word is looked up once for each length.
  private static let mostLetters = 32
  private static let mostWords = 8

  private var phrases: [[ArraySlice<UInt32>]: Int] = [:]
  private var beginnings: [ArraySlice<UInt32>: Int] = [:]
  private var endings: [ArraySlice<UInt32>: Int] = [:]
  private var inner: [ArraySlice<UInt32>: Int] = [:]

  public init(_ phrases: [Phrase]) {
    for (index, phrase) in phrases.enumerated() {
      guard case .words(let before, let words, let after) = phrase.form, before.isEmpty, after.isEmpty else { continue }
      if words.count == 1, let word = words.first, word.hasWildcard {
        if !word.isAnyWord { add(word, index) }
      } else if words.allSatisfy({ !$0.hasWildcard && $0.apostrophesAfter == 0 }) {
        self.phrases[words.map { $0.letters[...] }, default: index] = index
      }
    }
  }

  private mutating func add(_ word: PhraseWord, _ index: Int) {
    switch (word.anyBeginning, word.anyContinuation) {
    case (true, true): inner[word.letters[...]] = index
    case (true, false): endings[word.letters[...]] = index
    default: beginnings[word.letters[...]] = index
    }
  }

  /// The phrases that are in every text in which `phrase` is; its equals are among them. Of several that are equal the
  /// first is named.
  public func coverers(of phrase: Phrase) -> [Coverer] {
    guard case .words(let before, let words, let after) = phrase.form else { return [] }
    let isBare = before.isEmpty && after.isEmpty
    var found: [Coverer] = []
    for word in words where !word.isAnyWord {
      let isWhole = isBare && words.count == 1
      found += wildcards(covering: word).map { Coverer(index: $0, isWhole: isWhole) }
    }
    for start in words.indices {
      var way: [ArraySlice<UInt32>] = []
      for word in words[start...].prefix(PhraseCover.mostWords) {
        guard !word.hasWildcard else { break }
        if word.stem.count < word.letters.count, let index = phrases[way + [word.stem]] {
          found.append(Coverer(index: index, isWhole: false))
        }
        way.append(word.letters[...])
        if let index = phrases[way] {
          found.append(Coverer(index: index, isWhole: isBare && way.count == words.count))
        }
      }
    }
    return found
  }

  /// The single words with a wildcard that meet whatever this word meets.
  private func wildcards(covering word: PhraseWord) -> [Int] {
    let letters = word.letters
    let lengths = 1...min(max(letters.count, 1), PhraseCover.mostLetters)
    var found: [Int] = []
    if !word.anyBeginning, !beginnings.isEmpty { found += lengths.compactMap { beginnings[letters.prefix($0)] } }
    if !word.anyContinuation, !endings.isEmpty { found += lengths.compactMap { endings[letters.suffix($0)] } }
    if !inner.isEmpty {
      for start in letters.indices { found += lengths.compactMap { inner[letters[start...].prefix($0)] } }
    }
    return found
  }
}

extension PhraseWord {
  package var hasWildcard: Bool { anyBeginning || anyContinuation }

  /// The letters without a final `'s`, which a text's word may have beyond a phrase's.
  fileprivate var stem: ArraySlice<UInt32> {
    letters.count > 2 && letters.suffix(2).elementsEqual([0x27, 0x73]) ? letters.dropLast(2) : letters[...]
  }
}
