extension PatternReader {
  /// What stands after a backslash, outside of a class.
  mutating func readEscape(_ start: Int) throws(Problem) {
    guard let letter = next else { throw Problem(.unfinishedEscape, start..<position) }
    switch letter {
    case "A": addAssertion(.textStart)
    case "z": addAssertion(.textEnd)
    case "b": addAssertion(.wordEdge)
    case "B": addAssertion(.noWordEdge)
    case "Q": readQuotation()
    case "k": throw Problem(.backReference, start..<position + 1)
    case 0x31...0x39 where !isOctal(after: position): throw Problem(.backReference, start..<position + 1)
    default:
      if let characters = try readCharacterClass(start) { return add(.character(characters)) }
      addLiteral(try readEscapedCharacter(start))
    }
  }

  private mutating func addAssertion(_ assertion: Assertion) {
    position += 1
    add(.assertion(assertion))
  }

  /// `\Q…\E`: all of it as it stands.
  private mutating func readQuotation() {
    position += 1
    while position < scalars.count {
      if scalars[position...].prefix(2).elementsEqual("\\E".unicodeScalars.map(\.value)) {
        position += 2
        return
      }
      addLiteral(scalars[position])
      position += 1
    }
  }

  /// `\d`, `\pL` and their like; nil where the letter begins something else.
  mutating func readCharacterClass(_ start: Int) throws(Problem) -> CharacterRanges? {
    guard let letter = next else { throw Problem(.unfinishedEscape, start..<position) }
    let characters: CharacterRanges
    switch letter {
    case "d", "D": characters = .digits
    case "s", "S": characters = .spaces
    case "w", "W": characters = .wordCharacters
    case "p", "P": return try readProperty(start)
    default: return nil
    }
    position += 1
    let isCapital = letter < 0x61
    return isCapital ? characters.inverted : characters
  }

  /// `\pL`, `\p{Greek}`, `\P{Greek}`, `\p{^Greek}`.
  private mutating func readProperty(_ start: Int) throws(Problem) -> CharacterRanges {
    var isInverted = scalars[position] == "P"
    position += 1
    var name: [UInt32] = []
    if skip("{") {
      if skip("^") { isInverted.toggle() }
      while let next, next != "}" {
        name.append(next)
        position += 1
      }
      guard skip("}") else { throw Problem(.unfinishedEscape, start..<start + 3) }
    } else if let next {
      name = [next]
      position += 1
    }
    guard let named = CharacterProperty.named(name) else { throw Problem(.unknownProperty, start..<position) }
    let characters = flags.ignoresCase ? named.withEveryCase : named
    return isInverted ? characters.inverted : characters
  }

  /// One character: `\n`, `\x41`, `\u0041`, `\x{1F600}`, `\101`, or a sign that stands for itself.
  mutating func readEscapedCharacter(_ start: Int) throws(Problem) -> UInt32 {
    guard let letter = next else { throw Problem(.unfinishedEscape, start..<position) }
    position += 1
    switch letter {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x": return try readHexadecimal(start, digits: 2, braces: true)
    case "u": return try readHexadecimal(start, digits: 4, braces: false)
    case 0x30...0x37: return readOctal(first: letter)
    default:
      let isLetterOrDigit = letter != "_" && Neighbour(letter) == .wordCharacter
      if isLetterOrDigit { throw Problem(.unknownEscape, start..<position) }
      return letter
    }
  }

  private mutating func readHexadecimal(_ start: Int, digits: Int, braces: Bool) throws(Problem) -> UInt32 {
    let isOpen = braces && skip("{")
    var value: UInt32 = 0
    var count = 0
    while isOpen || count < digits, let next, let digit = hexadecimal(next) {
      value = min(value << 4 | digit, CharacterRanges.last + 1)
      count += 1
      position += 1
    }
    guard isOpen ? count > 0 && skip("}") : count == digits else { throw Problem(.unfinishedEscape, start..<position) }
    // What stands for half a character in UTF-16 is read, and met by nothing.
    guard value <= CharacterRanges.last else { throw Problem(.noCharacter, start..<position) }
    return value
  }

  private func hexadecimal(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0x41...0x46: scalar - 0x41 + 10
    case 0x61...0x66: scalar - 0x61 + 10
    default: nil
    }
  }

  /// Whether the digit at a position begins an octal number rather than a back-reference, as RE2 tells them apart.
  private func isOctal(after position: Int) -> Bool {
    let digits = scalars[position...].prefix(2)
    return digits.count == 2 && digits.allSatisfy { (0x30...0x37).contains($0) }
  }

  private mutating func readOctal(first: UInt32) -> UInt32 {
    var value = first - 0x30
    for _ in 0..<2 {
      guard let next, (0x30...0x37).contains(next) else { break }
      value = value * 8 + next - 0x30
      position += 1
    }
    return value
  }
}
