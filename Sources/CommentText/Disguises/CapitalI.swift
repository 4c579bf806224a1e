extension Tape {
  /// Reads a capital `I` as `l` too, as UTS #39 does; folding alone would hide that they look alike. Only in words that
  /// have a lower-case letter: `kiII` is a disguise, `FAIL` is none.
  mutating func readCapitalI(asWritten scalars: [UInt32], _ folded: FoldedText) {
    let written = characters.map { scalars[folded.starts[$0.place.lowerBound]] }
    var start = 0
    while start < characters.count {
      let word = start..<endOfWord(from: start)
      if word.contains(where: { CharacterKind.of(written[$0]).isLowerCase }) {
        for index in word where written[index] == "I" { characters[index].shape.readAlso("l") }
      }
      start = max(word.upperBound, start + 1)
    }
  }

  private func endOfWord(from start: Int) -> Int {
    characters[start...].firstIndex { !$0.traits.contains(.inWord) } ?? characters.count
  }
}
