extension WrittenText {
  /// Where `phrase` is, in the order of the text.
  public func occurrences(of phrase: Phrase) -> [Range<Int>] {
    switch phrase.form {
    case .signs(let signs):
      return occurrences(of: Signs(signs)).map(folded.written)
    case .words:
      return words.indices.compactMap { occurrence(of: phrase, at: $0) }.map(folded.written)
    }
  }

  /// Where signs without a letter or digit stand, in folded characters.
  func occurrences(of signs: Signs) -> [Range<Int>] {
    signs.occurrences(in: folded.characters[...])
  }

  /// Where a phrase of words is, in folded characters, if its first word is the one at `index`.
  func occurrence(of phrase: Phrase, at index: Int) -> Range<Int>? {
    guard case .words(let before, let wanted, let after) = phrase.form else { return nil }
    guard index + wanted.count <= words.count else { return nil }
    for (offset, word) in wanted.dropLast().enumerated() {
      let there = words[index + offset]
      guard !there.endsSentence, end(of: word, in: there) != nil else { return nil }
      if word.apostrophesAfter > 0 && word.apostrophesAfter != there.apostrophesAfter { return nil }
    }
    guard let last = wanted.last, let end = end(of: last, in: words[index + wanted.count - 1]) else { return nil }
    let range = words[index].range.lowerBound - before.count..<end + after.count
    guard range.lowerBound >= 0, range.upperBound <= folded.characters.count else { return nil }
    let characters = folded.characters[range]
    return Signs.meet(characters.prefix(before.count), before) && Signs.meet(characters.suffix(after.count), after)
      ? range : nil
  }

  /// Where `word` ends in `there`, a final `'s` left off if need be; nil where it is not that word.
  private func end(of word: PhraseWord, in there: Word) -> Int? {
    let start = there.range.lowerBound
    if word.meets(folded.characters[there.range]) { return there.range.upperBound }
    guard there.stem < there.range.upperBound else { return nil }
    return word.meets(folded.characters[start..<there.stem]) ? there.stem : nil
  }
}

extension PhraseWord {
  /// Whether the word of the text is this one, by its wildcards.
  func meets(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.count >= letters.count else { return false }
    return switch (anyBeginning, anyContinuation) {
    case (false, false): word.count == letters.count && word.elementsEqual(letters)
    case (false, true): word.starts(with: letters)
    case (true, false): word.suffix(letters.count).elementsEqual(letters)
    case (true, true): isAnyWord || !Signs(letters).occurrences(in: word).isEmpty
    }
  }
}

/// A sequence of characters that is found as it stands.
struct Signs: Sendable {
  private let characters: [UInt32]
  /// For each character, how long a beginning of the sequence ends with it (Knuth, Morris and Pratt 1977).
  private let borders: [Int]

  init(_ characters: [UInt32]) {
    self.characters = characters
    var borders = [0]
    for character in characters.dropFirst() {
      var length = borders[borders.count - 1]
      while length > 0, !Self.meet(character, characters[length]) { length = borders[length - 1] }
      borders.append(Self.meet(character, characters[length]) ? length + 1 : 0)
    }
    self.borders = borders
  }

  /// Every place, overlapping ones too, in the order of the text.
  func occurrences(in text: ArraySlice<UInt32>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var length = 0
    for (position, character) in zip(text.indices, text) {
      while length > 0, !Self.meet(character, characters[length]) { length = borders[length - 1] }
      guard Self.meet(character, characters[length]) else { continue }
      length += 1
      if length == characters.count {
        found.append(position + 1 - length..<position + 1)
        length = borders[length - 1]
      }
    }
    return found
  }

  /// Whether `character` of a text is the one wanted; a space wants any white space.
  static func meet(_ character: UInt32, _ wanted: UInt32) -> Bool {
    character == wanted || wanted == " " && CharacterKind.of(character).contains(.whiteSpace)
  }

  static func meet(_ characters: ArraySlice<UInt32>, _ wanted: [UInt32]) -> Bool {
    characters.count == wanted.count && zip(characters, wanted).allSatisfy { meet($0, $1) }
  }
}
