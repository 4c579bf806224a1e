/// A text as the search for disguises reads it: without accents, every character with the letters that it can be read
/// as, and with what is known of the words around it.
struct Tape: Sendable {
  var characters: [TapeCharacter] = []

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// A letter, mark or digit.
    static let inWord = Self(rawValue: 1 << 0)
    static let letter = Self(rawValue: 1 << 1)
    static let digit = Self(rawValue: 1 << 2)
    static let whiteSpace = Self(rawValue: 1 << 3)
    /// Nothing before it belongs to the same word.
    static let startsWord = Self(rawValue: 1 << 4)
    /// Nothing after it belongs to the same word, a final `'s` aside.
    static let endsWord = Self(rawValue: 1 << 5)
    /// It may stand between two words of a phrase: no part of a word, or of its final `'s`; no end of a sentence.
    static let gap = Self(rawValue: 1 << 6)
    /// A single apostrophe between letters.
    static let joiningApostrophe = Self(rawValue: 1 << 7)
    /// No letter or digit stands at its sides.
    static let alone = Self(rawValue: 1 << 8)
    /// Only a separator stands between it and the character before it, and it was taken out.
    static let pulledUp = Self(rawValue: 1 << 9)
    /// A chain of such characters begins with it, or ended before it: no word goes across.
    static let breaksWord = Self(rawValue: 1 << 11)
    /// A letter of a script that puts no spaces between words.
    static let unspaced = Self(rawValue: 1 << 10)
  }
}

struct TapeCharacter: Sendable {
  let scalar: UInt32
  var shape: LetterShape
  var traits: Tape.Traits
  /// Where it stands in the folded text, its accents included.
  var place: Range<Int>

  /// It can be read as a letter, or it is one, or a digit, or it hides one.
  var isReadable: Bool { traits.contains(.inWord) || shape.isReadable || scalar == "*" }
  /// A letter in a circle or square, or half of a flag: next to another it is no end of a word.
  var isPictured: Bool { !traits.contains(.inWord) && shape.isReadable && scalar > 0xFFFF }
}

extension Tape {
  /// The tape of a text as it stands.
  init(_ folded: FoldedText) {
    for (index, scalar) in folded.characters.enumerated() {
      let kind = CharacterKind.of(scalar)
      if kind.contains(.accent) {
        if let last = characters.indices.last { characters[last].place = characters[last].place.lowerBound..<index + 1 }
      } else {
        characters.append(
          TapeCharacter(scalar: scalar, shape: .of(scalar), traits: Traits(kind), place: index..<index + 1))
      }
    }
    for index in characters.indices { markApostrophe(index) }
    for index in characters.indices { markWord(index) }
    for index in characters.indices { markGap(index) }
  }

  private mutating func markApostrophe(_ index: Int) {
    let before = traits(index - 1), after = traits(index + 1)
    guard characters[index].scalar == "'", before.contains(.inWord), !before.contains(.digit), after.contains(.letter),
      !before.union(after).contains(.unspaced)
    else { return }
    characters[index].traits.insert(.joiningApostrophe)
  }

  private mutating func markWord(_ index: Int) {
    let before = traits(index - 1), after = traits(index + 1)
    if !before.isPartOfWord && !isPicturedPair(index - 1) || isUnspacedBoundary(index) {
      characters[index].traits.insert(.startsWord)
    }
    if !after.isPartOfWord && !isPicturedPair(index) || isUnspacedBoundary(index + 1) || isFinalS(index + 1) {
      characters[index].traits.insert(.endsWord)
    }
    if !before.contains(.inWord) && !after.contains(.inWord) { characters[index].traits.insert(.alone) }
  }

  private func isPicturedPair(_ first: Int) -> Bool {
    first >= 0 && first + 1 < characters.count && characters[first].isPictured && characters[first + 1].isPictured
  }

  /// Where every letter is a word, one ends before each letter, but not before a mark.
  private func isUnspacedBoundary(_ index: Int) -> Bool {
    let before = traits(index - 1), after = traits(index)
    let isMark = after.contains(.inWord) && !after.contains(.letter) && !after.contains(.digit)
    return !isMark && before.union(after).contains(.unspaced)
  }

  /// Whether a final `'s`, which may be left off, begins at `index`.
  private func isFinalS(_ index: Int) -> Bool {
    traits(index).contains(.joiningApostrophe) && characters[index + 1].scalar == "s"
      && !traits(index + 2).contains(.inWord) && !traits(index + 2).contains(.joiningApostrophe)
  }

  private mutating func markGap(_ index: Int) {
    let isLeftOff = isFinalS(index) || isFinalS(index - 1)
    let isBetweenWords = !traits(index).isPartOfWord && !endsSentence(index)
    if isLeftOff || isBetweenWords { characters[index].traits.insert(.gap) }
  }

  private func endsSentence(_ index: Int) -> Bool {
    switch characters[index].scalar {
    case FoldedText.masked, 0x3002: true
    case ".", "!", "?": traits(index + 1).contains(.whiteSpace)
    default: false
    }
  }

  private func traits(_ index: Int) -> Traits {
    characters.indices.contains(index) ? characters[index].traits : []
  }
}

extension Tape.Traits {
  var isPartOfWord: Bool { contains(.inWord) || contains(.joiningApostrophe) }

  fileprivate init(_ kind: CharacterKind) {
    self = []
    if kind.isAny(of: .wordCharacter) { insert(.inWord) }
    if kind.contains(.letter) { insert(.letter) }
    if kind.contains(.digit) { insert(.digit) }
    if kind.contains(.whiteSpace) { insert(.whiteSpace) }
    if kind.contains(.unspaced) { insert(.unspaced) }
  }
}
