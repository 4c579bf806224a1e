/// A tape and what is asked of a disguise on it.
struct DisguiseView {
  var tape = DisguiseTape()
  /// White space splits letters only where it splits all of them.
  private var mustSplitAll = false
  /// How many there are before each character: letters, digits, signs that are read as letters, and characters of words
  /// that nothing splits.
  private var tallies = Pad<Tally>(capacity: 1024)
  private var isTallied = false
  /// Where words start.
  private(set) var starts = Pad<Int32>(capacity: 256)
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
  }

  mutating func prepare(mustSplitAll: Bool) {
    self.mustSplitAll = mustSplitAll
    isTallied = false
    starts.removeAll()
    for index in 0..<tape.characters.count where tape.characters[index].isAny(TapeCharacter.startsWord) {
      starts.append(Int32(index))
    }
  }

  private mutating func tally() {
    isTallied = true
    tallies.removeAll()
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
    }
  }

  private static func isStroke(_ scalar: UInt32) -> Bool { scalar == 0x21 || scalar == 0x7C }

  /// Where a phrase may begin that begins with no letter of its own.
  mutating func beginnings(of phrase: DisguisedPhrase) -> UnsafeBufferPointer<Int32> {
    guard phrase.stepCount > 0, phrase.step(0).kind == DisguisedPhrase.Step.sign else { return starts.elements }
    signs.removeAll()
    let sign = phrase.step(0).scalar
    for index in 0..<tape.characters.count where tape.characters[index].scalar == sign { signs.append(Int32(index)) }
    return signs.elements
  }

  /// Digits and strokes alone are no disguise, and neither are digits with signs, which are sums of money, nor a flag.
  mutating func isDisguise(_ place: Span) -> Bool {
    if !isTallied { tally() }
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
  var beginnings: PhraseBeginnings
  var walk: DisguiseWalk
  /// The places at which terms stand plainly, in order of their terms; filled once something is found in disguise.
  var plain = Pad<PlainPlace>(capacity: 16)

  init(_ tree: PhraseTree, _ cells: UnsafePointer<UInt32>) {
    beginnings = PhraseBeginnings(tree)
    walk = DisguiseWalk(cells)
  }

  func free() {
    for view in views { view.free() }
    source.free()
    beginnings.free()
    walk.free()
    plain.free()
  }
}

/// A place in the text as written at which a term stands plainly.
struct PlainPlace: BitwiseCopyable {
  let term: Int32
  let from: Int32
  let to: Int32

  func isBefore(_ other: Self) -> Bool { (term, from, to) < (other.term, other.from, other.to) }
}
