/// A slow second reading of disguises in ASCII, straight from the words of the reference, to compare the search with.
/// It knows letters, digits, `! | @ $`, one separator between all letters, and `*`.
struct SlowReading {
  let term: [Character]

  private static let standIns: [Character: String] = [
    "1": "il", "!": "il", "|": "il", "0": "o", "7": "t", "@": "a", "4": "a", "$": "s", "5": "s", "8": "bg",
  ]

  /// Whether `text`, all of it, is the term in disguise, or the term itself; perhaps with a separator between letters.
  func reads(_ text: [Character]) -> Bool {
    if readsTogether(text) { return true }
    // One separator between all of them.
    guard text.count >= 3, !text.count.isMultiple(of: 2), !Self.isPartOfWord(text[1]) else { return false }
    let separators = stride(from: 1, to: text.count, by: 2).map { text[$0] }
    let letters = stride(from: 0, to: text.count, by: 2).map { text[$0] }
    guard Set(separators).count == 1 else { return false }
    return readsTogether(letters)
  }

  /// The same without separators.
  func readsTogether(_ text: [Character]) -> Bool {
    let isSigns = !text.contains(where: \.isNumber) && text.contains { "@$".contains($0) }
    guard isSigns || text.contains(where: \.isLetter) else { return false }
    return meets(text[...], term[...]) || isMasked(text)
  }

  /// `k` equal letters are met by `k` or more.
  private func meets(_ text: ArraySlice<Character>, _ letters: ArraySlice<Character>) -> Bool {
    guard let letter = letters.first else { return text.isEmpty }
    let equal = letters.prefix { $0 == letter }.count
    let most = text.prefix { Self.meets($0, letter) }.count
    guard equal <= most else { return false }
    return (equal...most).contains { meets(text.dropFirst($0), letters.dropFirst(equal)) }
  }

  private func isMasked(_ text: [Character]) -> Bool {
    guard text.count == term.count, text.first != "*", text.last != "*" else { return false }
    return zip(text, term).allSatisfy { $0 == "*" || Self.meets($0, $1) }
  }

  static func meets(_ character: Character, _ letter: Character) -> Bool {
    character == letter || standIns[character]?.contains(letter) == true
  }

  static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Every place of the term, in disguise or not, without separators and with no letter or digit at its sides.
  func places(in text: [Character]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for start in text.indices where start == 0 || !Self.isPartOfWord(text[start - 1]) {
      for end in text.indices.dropFirst(start).map({ $0 + 1 }) where readsTogether(Array(text[start..<end])) {
        if end == text.count || !Self.isPartOfWord(text[end]) { places.append(start..<end) }
      }
    }
    return places
  }
}
