/// What a program file says of a character beside its kinds (`CommentText.CharacterKind`).
package enum TextKinds {
  package static let letter: UInt16 = 1 << 0
  package static let mark: UInt16 = 1 << 1
  package static let digit: UInt16 = 1 << 2
  package static let whiteSpace: UInt16 = 1 << 3
  package static let unspaced: UInt16 = 1 << 4
  package static let accent: UInt16 = 1 << 5
  package static let upperCase: UInt16 = 1 << 6
  package static let cased: UInt16 = 1 << 7
  package static let closing: UInt16 = 1 << 8
  package static let emoji: UInt16 = 1 << 9
  package static let ignorable: UInt16 = 1 << 10
  /// What stands before or behind it matters to how it folds, or to the words that it stands in.
  package static let entangled: UInt16 = 1 << 15

  package static let word = letter | mark | digit
}
