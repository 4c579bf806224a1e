/// A phrase as the search for disguises walks it: a small automaton, whose states are the places between its steps.
struct DisguisedPhrase: Sendable {
  /// What leads from one state to the next.
  enum Step: Sendable {
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
  enum Loop: Sendable { case none, letter(TermLetter), word, gap }

  private(set) var steps: [Step] = []
  /// One more than there are steps; the last state is the end.
  private(set) var loops: [Loop] = []
  /// A bit for each of `a` to `z` that has to be in a text which holds the phrase, in whatever disguise.
  private(set) var needed: UInt32 = 0
  /// Whether the phrase ends in a sign, so that it needs no end of a word.
  let endsInSign: Bool

  /// Nil for what cannot be disguised: phrases without letters, and those with apostrophes that stand alone.
  init?(_ phrase: Phrase) {
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
struct TermLetter: Sendable {
  let scalar: UInt32
  let shape: LetterShape
  /// It is the first of its word.
  let isFirst: Bool
  /// It must begin a word.
  let startsWord: Bool
  /// `*` may stand for it: it is neither the first of its word nor the last.
  let mayBeMasked: Bool
  /// It is the last of equal letters: more of them are the same.
  let mayBeRepeated: Bool

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
