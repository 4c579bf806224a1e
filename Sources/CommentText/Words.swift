/// A word of a folded text.
struct Word: Sendable {
  /// Where it stands, in folded characters.
  let range: Range<Int>
  /// Where it ends when a final `'s` is left off; else its end.
  let stem: Int
  /// Whether a sentence ends between it and the next word, so that no phrase holds both.
  var endsSentence = false
  /// How many apostrophes stand between it and the next word.
  var apostrophesAfter = 0
}

/// Splits folded characters into words: runs of letters, marks and digits with single apostrophes between letters.
/// In scripts without spaces every letter is a word of its own, together with its marks.
struct Words {
  private(set) var list: [Word] = []
  private let characters: [UInt32]
  private let kinds: [CharacterKind]

  init(of characters: [UInt32]) {
    self.characters = characters
    kinds = characters.map(CharacterKind.of)
    var position = 0
    while position < characters.count {
      guard kinds[position].isAny(of: .wordCharacter) else {
        position += 1
        continue
      }
      let end = endOfWord(from: position)
      if kinds[position..<end].contains(where: { $0.isAny(of: .letterOrDigit) }) {
        list.append(Word(range: position..<end, stem: stem(of: position..<end)))
      }
      position = end
    }
    for index in list.indices.dropLast() {
      readGap(list[index].range.upperBound..<list[index + 1].range.lowerBound, after: index)
    }
  }

  private func endOfWord(from start: Int) -> Int {
    var end = start + 1
    if kinds[start].contains(.unspaced) {
      while end < kinds.count, kinds[end].contains(.mark) { end += 1 }
      return end
    }
    while end < kinds.count, isInside(end), !kinds[end].contains(.unspaced) { end += 1 }
    return end
  }

  private func isInside(_ position: Int) -> Bool {
    kinds[position].isAny(of: .wordCharacter) || isApostropheBetweenLetters(position)
  }

  /// The letter before may carry marks.
  private func isApostropheBetweenLetters(_ position: Int) -> Bool {
    guard characters[position] == "'", position > 0, position + 1 < characters.count else { return false }
    let before = kinds[position - 1], after = kinds[position + 1]
    return before.isAny(of: [.letter, .mark]) && after.contains(.letter)
      && !before.contains(.unspaced) && !after.contains(.unspaced)
  }

  private func stem(of word: Range<Int>) -> Int {
    let end = word.upperBound
    guard word.count > 2, characters[end - 2] == "'", characters[end - 1] == "s" else { return end }
    return end - 2
  }

  private mutating func readGap(_ gap: Range<Int>, after word: Int) {
    for position in gap {
      if endsSentence(at: position) { list[word].endsSentence = true }
      if characters[position] == "'" { list[word].apostrophesAfter += 1 }
    }
  }

  /// `.`, `!` or `?` with white space after it, `。`, and whatever is masked.
  private func endsSentence(at position: Int) -> Bool {
    switch characters[position] {
    case FoldedText.masked, 0x3002: true
    case ".", "!", "?": position + 1 < kinds.count && kinds[position + 1].contains(.whiteSpace)
    default: false
    }
  }
}
