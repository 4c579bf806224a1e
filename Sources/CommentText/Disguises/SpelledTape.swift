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
      if last > index { source.passOverSeparator(after: last) }
      index = last + 1
    }
    return result.characters.count < characters.count ? result : nil
  }

  /// Where the chain that begins at `start` ends; `start` itself where none begins.
  private func endOfChain(from start: Int, _ separators: Separators) -> Int {
    guard start + 2 < characters.count, isLink(start), isSeparator(characters[start + 1], separators) else { return start }
    let separator = characters[start + 1].scalar
    var last = start
    while last + 2 < characters.count, characters[last + 1].scalar == separator, isLink(last + 2) { last += 2 }
    return last
  }

  private func isLink(_ index: Int) -> Bool {
    characters[index].isReadable && characters[index].traits.contains(.alone)
  }

  private func isSeparator(_ character: TapeCharacter, _ separators: Separators) -> Bool {
    guard !character.traits.contains(.inWord), character.scalar != FoldedText.masked else { return false }
    return character.traits.contains(.whiteSpace) == (separators == .whiteSpace)
  }

  /// In `k.i.l.l. .y.o.u` the stop after the last letter splits letters and ends no sentence.
  private mutating func passOverSeparator(after last: Int) {
    guard last + 1 < characters.count, characters[last + 1].scalar == characters[last - 1].scalar else { return }
    characters[last + 1].traits.insert(.gap)
  }

  private static func pulledTogether(_ chain: [TapeCharacter], _ separators: Separators) -> [TapeCharacter] {
    var chain = chain
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
