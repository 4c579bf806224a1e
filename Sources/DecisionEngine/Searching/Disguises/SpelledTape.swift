// A letter that stands alone, then a separator, then another letter, and so on, always with the same separator: so words
// are spelled out, `i.d.i.o.t`. Here such letters are pulled together, so that they read as one word.
extension DisguiseTape {
  /// Makes this the tape in which every chain is pulled together that has such separators. Whether there is one.
  mutating func pullTogether(_ source: inout DisguiseTape, whiteSpace: Bool) -> Bool {
    characters.removeAll()
    var index = 0
    while index < source.characters.count {
      let last = source.endOfChain(from: index, whiteSpace)
      let first = characters.count
      for place in stride(from: index, through: last, by: 2) { characters.append(source.characters[place]) }
      if last > index {
        joinChain(first, whiteSpace)
        source.endChain(at: last)
      }
      index = last + 1
    }
    return characters.count < source.characters.count
  }

  /// Where the chain that begins at `start` ends; `start` itself where none begins. Where a longer one begins with its
  /// last letter, that letter is left to it.
  private func endOfChain(from start: Int, _ whiteSpace: Bool) -> Int {
    let last = lastAlike(from: start, whiteSpace)
    let isOutdone = last > start && lastAlike(from: last, whiteSpace) - last > last - start
    return isOutdone ? last - 2 : last
  }

  /// How far characters stand one and the same separator apart.
  private func lastAlike(from start: Int, _ whiteSpace: Bool) -> Int {
    guard start + 2 < characters.count, isSeparator(characters[start + 1], whiteSpace) else { return start }
    let separator = characters[start + 1].scalar
    guard isLink(start, separator) else { return start }
    var last = start
    while last + 2 < characters.count, characters[last + 1].scalar == separator, isLink(last + 2, separator) {
      last += 2
    }
    return last
  }

  /// Whether the character stands alone. A sign that is read as a letter has no other such sign at its sides: nothing is
  /// spelled out in `a $$$`.
  private func isLink(_ index: Int, _ separator: UInt32) -> Bool {
    let character = characters[index]
    guard character.isReadable, character.isAny(TapeCharacter.alone) else { return false }
    guard !character.isAny(TapeCharacter.inWord) else { return true }
    return character.scalar != separator && isNoSign(index - 1, separator) && isNoSign(index + 1, separator)
  }

  private func isNoSign(_ beside: Int, _ separator: UInt32) -> Bool {
    guard beside >= 0, beside < characters.count else { return true }
    return !characters[beside].isReadable || characters[beside].scalar == separator
  }

  private func isSeparator(_ character: TapeCharacter, _ whiteSpace: Bool) -> Bool {
    guard !character.isAny(TapeCharacter.inWord), character.scalar != FoldedCharacter.masked else { return false }
    return character.isAny(TapeCharacter.whiteSpace) == whiteSpace
  }

  private func endChain(at last: Int) {
    guard last + 1 < characters.count else { return }
    characters.base[last + 1].traits |= TapeCharacter.breaksWord
    // In `k.i.l.l. .y.o.u` the stop after the last letter splits letters and ends no sentence.
    if characters[last + 1].scalar == characters[last - 1].scalar {
      characters.base[last + 1].traits |= TapeCharacter.gap
    }
  }

  private func joinChain(_ first: Int, _ whiteSpace: Bool) {
    characters.base[first].traits |= TapeCharacter.breaksWord
    for index in first + 1..<characters.count {
      characters.base[index].traits |= TapeCharacter.pulledUp
      if characters[index - 1].isAny(TapeCharacter.inWord) {
        characters.base[index].traits &= ~TapeCharacter.startsWord
      }
      if characters[index].isAny(TapeCharacter.inWord) {
        characters.base[index - 1].traits &= ~TapeCharacter.endsWord
      }
    }
    if whiteSpace { splitOneLetterWords(first) }
  }

  /// In `u r a i d i o t` the first three are words of their own, and in `i d i o t I mean it` the last.
  private func splitOneLetterWords(_ first: Int) {
    for index in first + 1..<characters.count {
      guard isOneLetterWord(index - 1) else { break }
      characters.base[index].traits |= TapeCharacter.startsWord
    }
    for index in stride(from: characters.count - 2, through: first, by: -1) {
      guard isOneLetterWord(index + 1) else { break }
      characters.base[index].traits |= TapeCharacter.endsWord
    }
  }

  /// Of English, as it is written in comments: `a`, `i`, `u`, `r`.
  private func isOneLetterWord(_ index: Int) -> Bool {
    switch characters[index].scalar {
    case 0x61, 0x69, 0x75, 0x72: true
    default: false
    }
  }
}
