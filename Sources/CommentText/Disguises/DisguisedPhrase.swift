/// A phrase as the search for disguises walks it: a small automaton, whose states are the places between its steps.
package struct DisguisedPhrase: Sendable {
  /// What leads from one state to the next.
  package enum Step: Sendable {
    case letter(TermLetter)
    /// The first character of a word that may be any.
    case anyLetter
    /// A sign that must stand there as written.
    case sign(UInt32)
    /// What stands between two words: one character at the least, unless letters of unspaced scripts meet.
    case gap(canBeNone: Bool)
    /// Nothing: the next state is reached at once.
    case nothing
  }

  /// What leads from a state to itself.
  package enum Loop: Sendable { case none, letter(TermLetter), word, gap }

  package private(set) var steps: [Step] = []
  /// One more than there are steps; the last state is the end.
  package private(set) var loops: [Loop] = []
  /// A bit for each of `a` to `z` that has to be in a text which holds the phrase, in whatever disguise.
  package private(set) var needed: UInt32 = 0
  /// Whether the phrase ends in a sign, so that it needs no end of a word.
  package let endsInSign: Bool

  /// Nil for what cannot be disguised: phrases without letters, and those with apostrophes that stand alone.
  package init?(_ phrase: Phrase) {
    guard case .words(let before, let words, let after) = phrase.form, words.allSatisfy({ $0.apostrophesAfter == 0 }),
      words.contains(where: { $0.letters.contains { LetterShape.of($0).isReadable } })
    else { return nil }
    endsInSign = !after.isEmpty
    loops = [.none]
    for sign in before { add(.sign(sign)) }
    for (index, word) in words.enumerated() {
      add(word)
      guard index + 1 < words.count else { break }
      add(.gap(canBeNone: Self.isUnspaced(word.letters.last) || Self.isUnspaced(words[index + 1].letters.first)))
      loops[loops.count - 1] = .gap
    }
    for sign in after { add(.sign(sign)) }
  }

  private mutating func add(_ step: Step) {
    steps.append(step)
    loops.append(.none)
  }

  private mutating func add(_ word: PhraseWord) {
    guard !word.isAnyWord else {
      add(.anyLetter)
      loops[loops.count - 1] = .word
      return
    }
    if word.anyBeginning {
      add(.nothing)
      loops[loops.count - 1] = .word
    }
    let letters = TermLetter.letters(of: word)
    for letter in letters {
      add(.letter(letter))
      if letter.mayBeRepeated { loops[loops.count - 1] = .letter(letter) }
      needed |= letter.shape.latin
    }
    if word.anyContinuation {
      add(.nothing)
      loops[loops.count - 1] = .word
    }
  }

  private static func isUnspaced(_ letter: UInt32?) -> Bool {
    letter.map { CharacterKind.of($0).contains(.unspaced) } ?? false
  }
}

/// A letter of a word, with what may meet it.
package struct TermLetter: Sendable {
  package let scalar: UInt32
  package let shape: LetterShape
  /// It is the first of its word.
  package let isFirst: Bool
  /// It must begin a word.
  package let startsWord: Bool
  /// `*` may stand for it: it is neither the first of its word nor the last.
  package let mayBeMasked: Bool
  /// It is the last of equal letters: more of them are the same.
  package let mayBeRepeated: Bool

  static func letters(of word: PhraseWord) -> [TermLetter] {
    let letters = word.letters.filter { !CharacterKind.of($0).contains(.accent) }
    return letters.enumerated().map { index, scalar in
      let isLast = index == letters.count - 1
      let isLetter = CharacterKind.of(scalar).contains(.letter)
      return TermLetter(
        scalar: scalar, shape: isLetter ? .ofTermLetter(scalar) : .none, isFirst: index == 0,
        startsWord: index == 0 && !word.anyBeginning,
        mayBeMasked: isLetter && index > 0 && !isLast,
        mayBeRepeated: isLetter && (isLast || letters[index + 1] != scalar))
    }
  }

  func isMet(by character: TapeCharacter) -> Bool {
    character.scalar == scalar || shape.meets(character.shape)
  }
}
