/// Finds phrases in disguise in one text.
struct DisguiseFinder {
  private let text: WrittenText
  private let tape: Tape
  /// Which of `a` to `z` some character can be read as.
  private let readable: UInt32
  private let hasStars: Bool
  /// Made when the first phrase is met whose letters are all in the text.
  private lazy var views = View.all(of: tape)

  init(_ text: WrittenText) {
    self.text = text
    var tape = Tape(text.folded)
    tape.readCapitalI(asWritten: text.scalars, text.folded)
    self.tape = tape
    readable = tape.characters.reduce(0) { $0 | $1.shape.latin }
    hasStars = tape.characters.contains { $0.scalar == "*" }
  }

  /// Where `phrase` is, plain or in disguise, in scalars of the text as written.
  mutating func places(of phrase: DisguisedPhrase) -> Set<Range<Int>> {
    guard hasStars || phrase.needed & ~readable == 0 else { return [] }
    var places: Set<Range<Int>> = []
    for view in views {
      places.formUnion(view.places(of: phrase, masked: false))
      if hasStars { places.formUnion(view.places(of: phrase, masked: true)) }
    }
    return Set(places.map(text.folded.written))
  }
}

/// A tape and what is asked of a disguise on it.
private struct View {
  let tape: Tape
  /// White space splits letters only where it splits all of them.
  private let mustSplitAll: Bool
  /// How many there are before each character.
  private var letters = Tally()
  private var digits = Tally()
  private var signs = Tally()
  private var unsplit = Tally()
  /// Where words start: all of them, and by each of `a` to `z` that the first letter can be read as.
  private var starts: [Int] = []
  private var startsByLetter: [[Int]] = Array(repeating: [], count: 26)

  /// The text as it stands, with letters pulled together that signs split, and with those that white space splits.
  static func all(of tape: Tape) -> [View] {
    [
      View(tape, mustSplitAll: false),
      tape.pulledTogether(.signs).map { View($0, mustSplitAll: false) },
      tape.pulledTogether(.whiteSpace).map { View($0, mustSplitAll: true) },
    ].compactMap { $0 }
  }

  private init(_ tape: Tape, mustSplitAll: Bool) {
    self.tape = tape
    self.mustSplitAll = mustSplitAll
    for (index, character) in tape.characters.enumerated() {
      let traits = character.traits
      letters.add(traits.contains(.letter))
      digits.add(traits.contains(.digit))
      signs.add(!traits.contains(.inWord) && character.shape.isReadable && !Self.isStroke(character.scalar))
      unsplit.add(traits.contains(.inWord) && !traits.contains(.alone))
      if traits.contains(.startsWord) { addStart(index, character.shape) }
    }
  }

  private mutating func addStart(_ index: Int, _ shape: LetterShape) {
    starts.append(index)
    for letter in startsByLetter.indices where shape.latin & 1 << UInt32(letter) != 0 {
      startsByLetter[letter].append(index)
    }
  }

  /// Where `phrase` is, in the folded text.
  func places(of phrase: DisguisedPhrase, masked: Bool) -> [Range<Int>] {
    DisguiseSearch.candidates(for: phrase, on: tape, beginningAt: beginnings(of: phrase), masked: masked)
      .filter(isDisguise).map(place)
  }

  /// Where `phrase` may begin, so that most of a text is passed over.
  private func beginnings(of phrase: DisguisedPhrase) -> [Int] {
    switch phrase.steps.first {
    case .sign(let sign)?: tape.characters.indices.filter { tape.characters[$0].scalar == sign }
    case .letter(let letter)? where letter.shape.latin != 0: startsByLetter[letter.shape.latin.trailingZeroBitCount]
    default: starts
    }
  }

  /// Digits and strokes alone are no disguise, and neither are digits with signs, which are sums of money, nor a flag.
  private func isDisguise(_ candidate: Range<Int>) -> Bool {
    if candidate.count == 2, tape.characters[candidate].allSatisfy({ Emoji.regionalIndicators.contains($0.scalar) }) {
      return false
    }
    let isLegible = letters[candidate] > 0 || digits[candidate] == 0 && signs[candidate] > 0
    return isLegible && !(mustSplitAll && unsplit[candidate] > 0)
  }

  /// The place of a candidate in the folded text.
  private func place(of candidate: Range<Int>) -> Range<Int> {
    let characters = tape.characters[candidate]
    guard let first = characters.first, let last = characters.last else { return 0..<0 }
    return first.place.lowerBound..<last.place.upperBound
  }

  private static func isStroke(_ scalar: UInt32) -> Bool { scalar == "!" || scalar == "|" }
}

/// Counts, so that how many there are in a range is known at once.
private struct Tally {
  private var before = [0]

  mutating func add(_ counts: Bool) { before.append(before[before.count - 1] + (counts ? 1 : 0)) }

  subscript(range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }
}
