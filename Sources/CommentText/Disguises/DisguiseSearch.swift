/// Walks a tape once and follows every way in which a phrase may be in it; of two that reach the same state, the one
/// that began first (Thompson 1968, with the starts carried along).
struct DisguiseSearch {
  private let phrase: DisguisedPhrase
  /// Whether `*` stands for letters; then the length must be right, and no letter may be repeated.
  private let masked: Bool
  /// For each state, where the earliest way to it began, or `nowhere`.
  private var starts: [Int]
  private var highest = -1
  private var found: [Range<Int>] = []

  private static let nowhere = Int.max

  /// Where `phrase` may be on `tape`, each place from its first character to its last.
  ///
  /// - Parameter beginnings: Where it may begin, in order.
  static func candidates(
    for phrase: DisguisedPhrase, on tape: Tape, beginningAt beginnings: [Int], masked: Bool
  ) -> [Range<Int>] {
    var search = DisguiseSearch(phrase, masked: masked)
    var index = 0
    for beginning in beginnings + [tape.characters.count] {
      while index < beginning, search.isUnderWay {
        search.read(tape.characters[index], at: index)
        index += 1
      }
      guard beginning < tape.characters.count else { break }
      search.arrive(at: 0, from: beginning)
      search.read(tape.characters[beginning], at: beginning)
      index = beginning + 1
    }
    return search.found
  }

  private init(_ phrase: DisguisedPhrase, masked: Bool) {
    self.phrase = phrase
    self.masked = masked
    starts = Array(repeating: Self.nowhere, count: phrase.loops.count)
  }

  private var isUnderWay: Bool { highest >= 0 }

  private mutating func read(_ character: TapeCharacter, at index: Int) {
    for state in stride(from: highest, through: 0, by: -1) where starts[state] != Self.nowhere {
      let start = starts[state]
      if !stays(in: state, with: character) { starts[state] = Self.nowhere }
      advance(from: state, with: character, start: start)
    }
    while highest >= 0, starts[highest] == Self.nowhere { highest -= 1 }
    report(character, at: index)
  }

  private mutating func arrive(at state: Int, from start: Int) {
    starts[state] = min(starts[state], start)
    highest = max(highest, state)
    guard state < phrase.steps.count, case .nothing = phrase.steps[state] else { return }
    arrive(at: state + 1, from: start)
  }

  private func stays(in state: Int, with character: TapeCharacter) -> Bool {
    switch phrase.loops[state] {
    case .none: false
    case .letter(let letter): !masked && !character.traits.contains(.breaksWord) && letter.isMet(by: character)
    case .word: character.traits.isPartOfWord
    case .gap: character.traits.contains(.gap)
    }
  }

  private mutating func advance(from state: Int, with character: TapeCharacter, start: Int) {
    guard state < phrase.steps.count else { return }
    switch phrase.steps[state] {
    case .gap(let canBeNone):
      if character.traits.contains(.gap) { arrive(at: state + 1, from: start) }
      // Spelled out, two words may be split like two letters: `s.h.u.t.u.p`.
      guard canBeNone || character.traits.contains(.pulledUp), takes(state + 1, character, inside: true) else { return }
      arrive(at: state + 2, from: start)
    default:
      if takes(state, character, inside: false) { arrive(at: state + 1, from: start) }
    }
  }

  /// Whether a step takes the character. `inside`: even where no word starts there.
  private func takes(_ step: Int, _ character: TapeCharacter, inside: Bool) -> Bool {
    guard step < phrase.steps.count else { return false }
    switch phrase.steps[step] {
    case .letter(let letter):
      if letter.startsWord && !inside && !character.traits.contains(.startsWord) { return false }
      if !letter.isFirst && character.traits.contains(.breaksWord) { return false }
      return letter.isMet(by: character) || masked && letter.mayBeMasked && character.scalar == "*"
    case .anyLetter: return character.traits.contains(.inWord) && (inside || character.traits.contains(.startsWord))
    case .sign(let sign): return character.scalar == sign
    case .gap, .nothing: return false
    }
  }

  /// Of several ends from one start the last counts.
  private mutating func report(_ character: TapeCharacter, at index: Int) {
    let start = starts[starts.count - 1]
    guard start != Self.nowhere, phrase.endsInSign || character.traits.contains(.endsWord) else { return }
    if found.last?.lowerBound == start { found.removeLast() }
    found.append(start..<index + 1)
  }
}
