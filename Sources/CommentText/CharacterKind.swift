/// What a character is, as far as words, measures and disguises care (Unicode 15.0).
package struct CharacterKind: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// General categories L, M and N.
  static let letter = Self(rawValue: 1 << 0)
  package static let mark = Self(rawValue: 1 << 1)
  static let digit = Self(rawValue: 1 << 2)
  static let whiteSpace = Self(rawValue: 1 << 3)
  /// A letter of a script that puts no spaces between words: Han, Kana, Thai, Lao, Khmer, Burmese.
  package static let unspaced = Self(rawValue: 1 << 4)
  /// A mark that may stand on a letter of any script, or encloses it.
  static let accent = Self(rawValue: 1 << 5)
  /// General category Lu.
  static let upperCase = Self(rawValue: 1 << 6)
  /// General categories Lu, Ll and Lt.
  static let cased = Self(rawValue: 1 << 7)
  /// Punctuation that ends a sentence or closes something: it does not belong to a link that it follows.
  static let closing = Self(rawValue: 1 << 8)
  /// The property Emoji, which digits, `#` and `*` have too.
  static let emoji = Self(rawValue: 1 << 9)
  /// A nonspacing mark of script Inherited: what is dropped where accents are ignored.
  static let ignorable = Self(rawValue: 1 << 10)

  /// What words are made of.
  package static let wordCharacter: Self = [.letter, .mark, .digit]
  static let letterOrDigit: Self = [.letter, .digit]

  var isLowerCase: Bool { contains(.cased) && !contains(.upperCase) }

  package func isAny(of kinds: Self) -> Bool { !isDisjoint(with: kinds) }
}

extension CharacterKind {
  private static let table = ScalarTable(runs: CharacterKindTable.kinds, otherwise: CharacterKind()) {
    CharacterKind(rawValue: UInt16(truncatingIfNeeded: $0))
  }

  package static func of(_ scalar: UInt32) -> CharacterKind { table[scalar] }
}
