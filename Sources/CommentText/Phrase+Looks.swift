// What a phrase looks like, for those who judge terms before any comment is read.

extension Phrase {
  /// A text that holds the phrase, as short as can be: nothing for a `*` at a word, `x` for a `*` that is one.
  public var sample: WrittenText {
    switch form {
    case .signs(let signs): return WrittenText(utf8: UTF8Text.bytes(of: signs[...]))
    case .words(let before, let words, let after):
      var scalars = before
      for word in words {
        scalars += word.isAnyWord ? [0x78] : word.letters
        scalars += word.apostrophesAfter > 0 ? Array(repeating: 0x27, count: word.apostrophesAfter) + [0x20] : [0x20]
      }
      return WrittenText(utf8: UTF8Text.bytes(of: (scalars.dropLast() + after)[...]))
    }
  }

  /// The only word of a phrase that is one word with nothing beside it: its letters and digits without a `*`.
  public var onlyWord: (length: Int, isUnspaced: Bool)? {
    guard case .words(let before, let words, let after) = form, before.isEmpty, after.isEmpty, words.count == 1,
      let word = words.first
    else { return nil }
    let kinds = word.letters.map(CharacterKind.of)
    return (kinds.count { $0.isAny(of: .letterOrDigit) }, kinds.contains { $0.contains(.unspaced) })
  }

  /// Whether it has a `*` at a word, or one that is a word.
  public var hasWildcard: Bool {
    guard case .words(_, let words, _) = form else { return false }
    return words.contains(where: \.hasWildcard)
  }

  /// Whether some text has `other` wholly within this phrase, whatever stands for the wildcards of both.
  public func mayHold(_ other: Phrase) -> Bool {
    guard case .words(_, let mine, _) = form, case .words(_, let wanted, _) = other.form else {
      return !sample.occurrences(of: other).isEmpty
    }
    guard wanted.count <= mine.count else { return false }
    return (0...mine.count - wanted.count).contains { start in
      zip(mine[start...], wanted).allSatisfy { $0.canBeSame(as: $1) }
    }
  }
}

extension PhraseWord {
  /// Whether some word meets both.
  fileprivate func canBeSame(as other: PhraseWord) -> Bool {
    if isAnyWord || other.isAnyWord { return true }
    switch (hasWildcard, other.hasWildcard) {
    case (false, false): return letters == other.letters || letters.dropLast(2) == other.letters[...]
    case (false, true): return other.meets(letters[...])
    case (true, false): return meets(other.letters[...])
    case (true, true):
      // Two beginnings must go on alike, two ends end alike; a beginning and an end always have a word in common.
      let sharesStart = anyBeginning || other.anyBeginning || zip(letters, other.letters).allSatisfy(==)
      let sharesEnd =
        anyContinuation || other.anyContinuation || zip(letters.reversed(), other.letters.reversed()).allSatisfy(==)
      return sharesStart && sharesEnd
    }
  }
}
