import DecisionModel

// A comment's facts, put where conditions look for them.
extension Judge {
  mutating func give(_ comment: Comment) {
    facts.removeAll()
    facts.now = comment.now
    for (place, value) in comment.facts { give(value, for: place) }
    for (ladder, history) in comment.histories { facts.give(strikes: history.strikes, on: ladder) }
    for mode in comment.modes { facts.turnOn(mode: mode) }
  }

  private mutating func give(_ value: FactValue, for place: Int) {
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
      for byte in factSearcher.reader.normalForm(of: bytes) { facts.add(normal: byte) }
    }
  }
}

extension TextReader {
  /// The normal form in which words are compared as words: folded, in UTF-8.
  mutating func normalForm(of word: [UInt8]) -> [UInt8] {
    word.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return [] }
      readScalars(of: start, bytes.count)
      folder.fold(scalars.elements)
      folded.removeAll()
      for character in folder.characters.elements { folded.append(utf8: character.scalar) }
      return Array(folded.elements)
    }
  }
}
