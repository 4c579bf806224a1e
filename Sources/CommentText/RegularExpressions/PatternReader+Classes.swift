extension PatternReader {
  /// What `[…]` means, which is open: the position is behind the bracket.
  mutating func readClass(from start: Int) throws(Problem) -> CharacterRanges {
    let isInverted = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let next, next != "]" || isFirst {
      isFirst = false
      ranges += try readItem().ranges
    }
    guard skip("]") else { throw Problem(.unclosedClass, start..<start + 1) }
    let characters = CharacterRanges(ranges)
    return isInverted ? characters.inverted : characters
  }

  /// A class of its own, or a character, or a range of them.
  private mutating func readItem() throws(Problem) -> CharacterRanges {
    let start = position
    if let named = try readPosixClass() { return named }
    if skip("\\"), let characters = try readCharacterClass(start) { return characters }
    position = start
    let first = try readMember()
    guard isRange else { return withCase(CharacterRanges(first)) }
    position += 1
    let last = try readMember()
    guard first <= last else { throw Problem(.unorderedRange, start..<position) }
    return withCase(CharacterRanges([first...last]))
  }

  /// Whether a hyphen stands here between two characters, not before the closing bracket.
  private var isRange: Bool {
    let ahead = scalars[position...].prefix(2)
    return ahead.count == 2 && scalars[position] == "-" && scalars[position + 1] != "]"
  }

  private mutating func readMember() throws(Problem) -> UInt32 {
    let start = position
    guard let next else { throw Problem(.unclosedClass, start..<start) }
    position += 1
    return next == "\\" ? try readEscapedCharacter(start) : next
  }

  private func withCase(_ characters: CharacterRanges) -> CharacterRanges {
    flags.ignoresCase ? characters.withEveryCase : characters
  }

  /// `[:alpha:]`, `[:^alpha:]`.
  private mutating func readPosixClass() throws(Problem) -> CharacterRanges? {
    let start = position
    guard skip("["), skip(":") else {
      position = start
      return nil
    }
    let isInverted = skip("^")
    let begin = position
    while let next, next != ":", next != "]" { position += 1 }
    let name = Array(scalars[begin..<position])
    guard skip(":"), skip("]") else {
      position = start
      return nil
    }
    guard let characters = CharacterRanges.posixClass(name) else { throw Problem(.unknownClass, start..<position) }
    return isInverted ? withCase(characters).inverted : withCase(characters)
  }
}
