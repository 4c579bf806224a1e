/// A letter that stands alone, then a separator, then another letter, and so on, always with the same separator: so
/// words are spelled out, `i.d.i.o.t`. Here such letters are pulled together, so that they read as one word.
extension Tape {
  enum Separators: Sendable { case signs, whiteSpace }

  /// The tape with every chain pulled together that has such separators; nil where there is none.
  func pulledTogether(_ separators: Separators) -> Tape? {
    var source = self
    var result = Tape()
    var index = 0
    while index < source.characters.count {
      let last = source.endOfChain(from: index, separators)
      let chain = stride(from: index, through: last, by: 2).map { source.characters[$0] }
      result.characters += chain.count == 1 ? chain : Self.pulledTogether(chain, separators)
      if last > index { source.endChain(at: last) }
      index = last + 1
    }
    return result.characters.count < characters.count ? result : nil
  }

  /// Where the chain that begins at `start` ends; `start` itself where none begins. Where a longer one begins with its
  /// last letter, that letter is left to it.
  private func endOfChain(from start: Int, _ separators: Separators) -> Int {
    let last = lastAlike(from: start, separators)
    let isOutdone = last > start && lastAlike(from: last, separators) - last > last - start
    return isOutdone ? last - 2 : last
  }

  /// How far characters stand one and the same separator apart.
  private func lastAlike(from start: Int, _ separators: Separators) -> Int {
    guard start + 2 < characters.count, isSeparator(characters[start + 1], separators) else { return start }
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
    guard character.isReadable, character.traits.contains(.alone) else { return false }
    guard !character.traits.contains(.inWord) else { return true }
    return character.scalar != separator
      && [index - 1, index + 1].allSatisfy { beside in
        !characters.indices.contains(beside) || !characters[beside].isReadable || characters[beside].scalar == separator
      }
  }

  private func isSeparator(_ character: TapeCharacter, _ separators: Separators) -> Bool {
    guard !character.traits.contains(.inWord), character.scalar != FoldedText.masked else { return false }
    return character.traits.contains(.whiteSpace) == (separators == .whiteSpace)
  }

  private mutating func endChain(at last: Int) {
    guard last + 1 < characters.count else { return }
    characters[last + 1].traits.insert(.breaksWord)
    // In `k.i.l.l. .y.o.u` the stop after the last letter splits letters and ends no sentence.
    if characters[last + 1].scalar == characters[last - 1].scalar { characters[last + 1].traits.insert(.gap) }
  }

  private static func pulledTogether(_ chain: [TapeCharacter], _ separators: Separators) -> [TapeCharacter] {
    var chain = chain
    chain[0].traits.insert(.breaksWord)
    for index in chain.indices.dropFirst() {
      chain[index].traits.insert(.pulledUp)
      if chain[index - 1].traits.contains(.inWord) { chain[index].traits.remove(.startsWord) }
      if chain[index].traits.contains(.inWord) { chain[index - 1].traits.remove(.endsWord) }
    }
    if separators == .whiteSpace { splitOneLetterWords(&chain) }
    return chain
  }

  /// In `u r a i d i o t` the first three are words of their own, and in `i d i o t I mean it` the last.
  private static func splitOneLetterWords(_ chain: inout [TapeCharacter]) {
    for index in chain.indices.dropFirst() {
      guard isOneLetterWord(chain[index - 1]) else { break }
      chain[index].traits.insert(.startsWord)
    }
    for index in chain.indices.dropLast().reversed() {
      guard isOneLetterWord(chain[index + 1]) else { break }
      chain[index].traits.insert(.endsWord)
    }
  }

  /// Of English, as it is written in comments.
  private static func isOneLetterWord(_ character: TapeCharacter) -> Bool {
    ["a", "i", "u", "r"].contains { character.scalar == $0 }
  }
}
