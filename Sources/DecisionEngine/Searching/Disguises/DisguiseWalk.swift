/// A phrase as the search for disguises walks it: term, letters that it needs, whether it ends in a sign, steps and loops.
struct DisguisedPhrase {
  let cells: UnsafePointer<UInt32>

  var term: UInt32 { cells[0] }
  var needed: UInt32 { cells[1] }
  var endsInSign: Bool { cells[2] != 0 }
  var stepCount: Int { Int(cells[3]) }
  /// How many cells it has.
  var length: Int { 4 + stepCount * 5 + (stepCount + 1) * 2 }

  func step(_ number: Int) -> Step { Step(cells: cells + 4 + number * 5) }
  /// What may stay in a state: a kind, and of a letter its step.
  func loop(_ state: Int) -> UnsafePointer<UInt32> { cells + 4 + stepCount * 5 + state * 2 }

  static let letterLoop: UInt32 = 1
  static let wordLoop: UInt32 = 2
  static let gapLoop: UInt32 = 3

  var beginsWithLetter: Bool { stepCount > 0 && step(0).kind == Step.letter && loop(0)[0] == 0 }

  struct Step {
    let cells: UnsafePointer<UInt32>

    static let letter: UInt32 = 0
    static let anyLetter: UInt32 = 1
    static let sign: UInt32 = 2
    static let gap: UInt32 = 3
    static let nothing: UInt32 = 4

    var kind: UInt32 { cells[0] }
    var scalar: UInt32 { cells[1] }
    var canBeNone: Bool { cells[4] & 1 != 0 }
    var letter: DisguisedLetter { DisguisedLetter(cells) }
  }
}

/// Walks a tape once and follows every way in which a phrase may be in it; of two that reach the same state, the one
/// that began first (Thompson 1968, with the starts carried along).
struct DisguiseWalk {
  /// For each state, where the earliest way to it began, or `nowhere`.
  private var starts = Pad<Int>(capacity: 64)
  private var highest = -1
  private var phrase: DisguisedPhrase
  /// Whether `*` stands for letters; then the length must be right, and no letter may be repeated.
  private var isMasked = false
  /// The places found, each from its first character to its last.
  private(set) var found = Pad<Span>(capacity: 16)

  private static let nowhere = Int.max

  init(_ cells: UnsafePointer<UInt32>) { phrase = DisguisedPhrase(cells: cells) }

  func free() {
    starts.free()
    found.free()
  }

  /// Looks for a phrase on a tape, from places at which it may begin, which are in order.
  mutating func walk(
    _ phrase: DisguisedPhrase, on tape: DisguiseTape, from beginnings: UnsafeBufferPointer<Int32>, isMasked: Bool
  ) {
    self.phrase = phrase
    self.isMasked = isMasked
    starts.fill(phrase.stepCount + 1, with: Self.nowhere)
    highest = -1
    found.removeAll()
    var index = 0
    for beginning in beginnings {
      advance(to: Int(beginning), &index, tape)
      arrive(at: 0, from: Int(beginning))
      read(tape.characters[Int(beginning)], at: Int(beginning))
      index = Int(beginning) + 1
    }
    advance(to: tape.characters.count, &index, tape)
  }

  private mutating func advance(to end: Int, _ index: inout Int, _ tape: DisguiseTape) {
    while index < end, highest >= 0 {
      read(tape.characters[index], at: index)
      index += 1
    }
  }

  private mutating func read(_ character: TapeCharacter, at index: Int) {
    var state = highest
    while state >= 0 {
      let start = starts[state]
      if start != Self.nowhere {
        if !stays(in: state, with: character) { starts[state] = Self.nowhere }
        advance(from: state, with: character, start: start)
      }
      state -= 1
    }
    while highest >= 0, starts[highest] == Self.nowhere { highest -= 1 }
    report(character, at: index)
  }

  private mutating func arrive(at state: Int, from start: Int) {
    starts[state] = min(starts[state], start)
    highest = max(highest, state)
    guard state < phrase.stepCount, phrase.step(state).kind == DisguisedPhrase.Step.nothing else { return }
    arrive(at: state + 1, from: start)
  }

  private func stays(in state: Int, with character: TapeCharacter) -> Bool {
    let loop = phrase.loop(state)
    switch loop[0] {
    case DisguisedPhrase.letterLoop:
      let letter = phrase.step(Int(loop[1])).letter
      return !isMasked && !character.isAny(TapeCharacter.breaksWord) && letter.isMet(by: character)
    case DisguisedPhrase.wordLoop: return character.isAny(TapeCharacter.partOfWord)
    case DisguisedPhrase.gapLoop: return character.isAny(TapeCharacter.gap)
    default: return false
    }
  }

  private mutating func advance(from state: Int, with character: TapeCharacter, start: Int) {
    guard state < phrase.stepCount else { return }
    let step = phrase.step(state)
    guard step.kind == DisguisedPhrase.Step.gap else {
      if takes(state, character, inside: false) { arrive(at: state + 1, from: start) }
      return
    }
    if character.isAny(TapeCharacter.gap) { arrive(at: state + 1, from: start) }
    // Spelled out, two words may be split like two letters: `s.h.u.t.u.p`.
    guard step.canBeNone || character.isAny(TapeCharacter.pulledUp), takes(state + 1, character, inside: true)
    else { return }
    arrive(at: state + 2, from: start)
  }

  /// Whether a step takes the character. `inside`: even where no word starts there.
  private func takes(_ number: Int, _ character: TapeCharacter, inside: Bool) -> Bool {
    guard number < phrase.stepCount else { return false }
    let step = phrase.step(number)
    switch step.kind {
    case DisguisedPhrase.Step.letter: return step.letter.takes(character, inside: inside, isMasked: isMasked)
    case DisguisedPhrase.Step.anyLetter:
      return character.isAny(TapeCharacter.inWord) && (inside || character.isAny(TapeCharacter.startsWord))
    case DisguisedPhrase.Step.sign: return character.scalar == step.scalar
    default: return false
    }
  }

  /// Of several ends from one start the last counts.
  private mutating func report(_ character: TapeCharacter, at index: Int) {
    let start = starts[phrase.stepCount]
    guard start != Self.nowhere, phrase.endsInSign || character.isAny(TapeCharacter.endsWord) else { return }
    if !found.isEmpty, found[found.count - 1].start == Int32(start) { found.removeLast() }
    found.append(Span(start: Int32(start), end: Int32(index + 1)))
  }
}
