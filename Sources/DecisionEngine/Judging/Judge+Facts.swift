import DecisionModel

// A comment's facts, put where conditions look for them.
extension Judge {
  /// Fills a sheet with what is known of a comment.
  mutating func fill(_ facts: FactSheet, with comment: Comment) {
    facts.removeAll()
    for (place, value) in comment.facts { give(value, for: place, to: facts) }
    for (ladder, history) in comment.histories { facts.give(strikes: history.strikes, on: ladder) }
    for mode in comment.modes { facts.turnOn(mode: mode) }
    if asked.situation { facts.situation = Situation(comment, in: rulebook, wasCut: false, readText: []) }
  }

  private mutating func give(_ value: FactValue, for place: Int, to facts: FactSheet) {
    switch value {
    case .number(let number): facts.give(place, .number, number)
    case .yesNo(let isSo): facts.give(place, .yesNo, isSo ? 1 : 0)
    case .duration(let seconds): facts.give(place, .duration, seconds)
    case .instant(let instant): facts.give(place, .instant, Double(instant.seconds))
    case .words(let words):
      facts.giveWords(place)
      for word in words { facts.add(word: word.normal) }
    case .bytes(let bytes):
      facts.give(place, bytes: bytes)
      guard rulebook.program.facts[place].type == .text else { return }
      for byte in factSearcher.pointee.reader.pointee.normalForm(of: bytes) { facts.add(normal: byte) }
    }
  }
}

extension TextReader {
  /// The normal form in which words are compared as words: folded, in UTF-8.
  mutating func normalForm(of word: [UInt8]) -> [UInt8] {
    word.withUnsafeBytes { Array(normalForm(of: $0)) }
  }

  /// The same, in memory that holds it until the next text.
  mutating func normalForm(of word: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8> {
    folded.removeAll()
    guard let start = word.baseAddress else { return folded.elements }
    readScalars(of: start.assumingMemoryBound(to: UInt8.self), word.count)
    folder.fold(scalars.elements)
    for character in folder.characters.elements { folded.append(utf8: character.scalar) }
    return folded.elements
  }
}
