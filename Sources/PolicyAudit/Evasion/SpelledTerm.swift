import CommentText

/// A term as somebody writes it who hides nothing: its words, and the signs right before and after them.
struct SpelledTerm {
  struct Word {
    let letters: [UInt32]
    /// The term wants just this word; another stands where any will do.
    let isFixed: Bool
  }

  private let before: [UInt32]
  private let after: [UInt32]
  let words: [Word]
  /// Whether the term may not go on as it is, and could with a `*`.
  let endsThere: Bool

  /// Nil for what has no letter from `a` to `z`: the ways of the catalogue are made for these.
  init?(_ phrase: Phrase) {
    guard case .words(let before, let words, let after) = phrase.form else { return nil }
    let spelled = words.map { word in
      let apostrophes = Array(repeating: UInt32(0x27), count: word.apostrophesAfter)
      return Word(letters: word.isAnyWord ? [0x69, 0x74] : word.letters + apostrophes, isFixed: !word.isAnyWord)
    }
    guard spelled.contains(where: { $0.isFixed && $0.letters.contains(where: \.isLatinLetter) }) else { return nil }
    self.before = before
    self.after = after
    self.words = spelled
    endsThere = after.isEmpty && words.last.map { !$0.isAnyWord && !$0.hasWildcard } ?? false
  }

  var plain: [UInt32] { written(words.map(\.letters)) }
  var hasSeveralWords: Bool { words.count > 1 }

  /// The word that people disguise where they disguise one: the longest.
  var longest: [UInt32] { words[placeOfLongest].letters }

  private var placeOfLongest: Int {
    let fixed = words.indices.filter { words[$0].isFixed }
    return fixed.max { words[$0].letters.count < words[$1].letters.count } ?? 0
  }

  func written(_ letters: [[UInt32]], between gap: String = " ") -> [UInt32] {
    before + Array(letters.joined(separator: gap.unicodeScalars.map(\.value))) + after
  }

  /// The term with another thing between its words; nil for one word.
  func joined(by gap: String) -> [UInt32]? {
    hasSeveralWords ? written(words.map(\.letters), between: gap) : nil
  }

  /// The term with every letter changed that can be; nil where none can.
  func changingLetters(_ change: (UInt32) -> [UInt32]?) -> [UInt32]? {
    var isChanged = false
    let letters = words.map { word in
      guard word.isFixed else { return word.letters }
      return word.letters.flatMap { letter -> [UInt32] in
        guard let changed = change(letter) else { return [letter] }
        isChanged = true
        return changed
      }
    }
    return isChanged ? written(letters) : nil
  }

  /// The term with its longest word changed; nil where that cannot be, or changes nothing.
  func changingLongest(_ change: ([UInt32]) -> [UInt32]?) -> [UInt32]? {
    guard let changed = change(longest), changed != longest else { return nil }
    var letters = words.map(\.letters)
    letters[placeOfLongest] = changed
    return written(letters)
  }

  /// The term with its last word changed.
  func changingLast(_ change: ([UInt32]) -> [UInt32]?) -> [UInt32]? {
    guard let last = words.last, last.isFixed, let changed = change(last.letters) else { return nil }
    return written(words.dropLast().map(\.letters) + [changed])
  }
}

extension UInt32 {
  var isLatinLetter: Bool { (0x61...0x7A).contains(self) }
  var isVowel: Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(self) }
}
