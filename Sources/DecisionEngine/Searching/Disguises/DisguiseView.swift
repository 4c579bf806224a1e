/// A tape and what is asked of a disguise on it.
struct DisguiseView {
  var tape = DisguiseTape()
  /// White space splits letters only where it splits all of them.
  private var mustSplitAll = false
  /// How many there are before each character: letters, digits, signs that are read as letters, and characters of words
  /// that nothing splits.
  private var tallies = Pad<Tally>(capacity: 1024)
  /// Where words start: all of them, and by each of `a` to `z` that the first letter can be read as.
  private var starts = Pad<Int32>(capacity: 256)
  private var startsByLetter: [Pad<Int32>] = (0..<26).map { _ in Pad(capacity: 32) }
  private var signs = Pad<Int32>(capacity: 16)

  private struct Tally: BitwiseCopyable {
    var letters: Int32 = 0
    var digits: Int32 = 0
    var signs: Int32 = 0
    var unsplit: Int32 = 0
  }

  func free() {
    tape.free()
    tallies.free()
    starts.free()
    signs.free()
    for pad in startsByLetter { pad.free() }
  }

  mutating func prepare(mustSplitAll: Bool) {
    self.mustSplitAll = mustSplitAll
    tallies.removeAll()
    starts.removeAll()
    for letter in 0..<26 { startsByLetter[letter].removeAll() }
    var tally = Tally()
    tallies.append(tally)
    for index in 0..<tape.characters.count {
      let character = tape.characters[index]
      if character.isAny(TapeCharacter.letter) { tally.letters += 1 }
      if character.isAny(TapeCharacter.digit) { tally.digits += 1 }
      let isInWord = character.isAny(TapeCharacter.inWord)
      if !isInWord && character.hasShape && !Self.isStroke(character.scalar) { tally.signs += 1 }
      if isInWord && !character.isAny(TapeCharacter.alone) { tally.unsplit += 1 }
      tallies.append(tally)
      if character.isAny(TapeCharacter.startsWord) { addStart(index, character.latin) }
    }
  }

  private mutating func addStart(_ index: Int, _ letters: UInt32) {
    starts.append(Int32(index))
    var letters = letters
    while letters != 0 {
      startsByLetter[letters.trailingZeroBitCount].append(Int32(index))
      letters &= letters - 1
    }
  }

  private static func isStroke(_ scalar: UInt32) -> Bool { scalar == 0x21 || scalar == 0x7C }

  /// Where a phrase may begin, so that most of a text is passed over.
  mutating func beginnings(of phrase: DisguisedPhrase) -> UnsafeBufferPointer<Int32> {
    guard phrase.stepCount > 0 else { return starts.elements }
    let first = phrase.step(0)
    switch first.kind {
    case DisguisedPhrase.Step.sign:
      signs.removeAll()
      for index in 0..<tape.characters.count where tape.characters[index].scalar == first.scalar {
        signs.append(Int32(index))
      }
      return signs.elements
    case DisguisedPhrase.Step.letter where first.latin != 0:
      return startsByLetter[min(25, first.latin.trailingZeroBitCount)].elements
    default: return starts.elements
    }
  }

  /// Digits and strokes alone are no disguise, and neither are digits with signs, which are sums of money, nor a flag.
  func isDisguise(_ place: Span) -> Bool {
    let (start, end) = (Int(place.start), Int(place.end))
    if end - start == 2, isRegional(start), isRegional(start + 1) { return false }
    let (before, after) = (tallies[start], tallies[end])
    let letters = after.letters - before.letters, digits = after.digits - before.digits
    let isLegible = letters > 0 || digits == 0 && after.signs > before.signs
    return isLegible && !(mustSplitAll && after.unsplit > before.unsplit)
  }

  private func isRegional(_ index: Int) -> Bool {
    (0x1F1E6...0x1F1FF).contains(tape.characters[index].scalar)
  }
}

/// What the search for disguises keeps from text to text.
struct DisguisePads {
  /// The text as it stands, with letters pulled together that signs split, and with those that white space splits.
  var views: [DisguiseView] = [DisguiseView(), DisguiseView(), DisguiseView()]
  var source = DisguiseTape()

  func free() {
    for view in views { view.free() }
    source.free()
  }
}
