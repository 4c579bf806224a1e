import DecisionModel

// Words of a text that is read character by character: runs of letters, marks and digits with single apostrophes between
// letters. In scripts without spaces every letter is a word of its own, together with its marks.
extension TextReader {
  mutating func readWords() {
    words.removeAll()
    let characters = folder.characters
    kinds.setCount(characters.count)
    for place in 0..<characters.count { kinds[place] = tables.kind(characters[place].scalar) }
    var position = 0
    while position < characters.count {
      guard kinds[position] & TextKinds.word != 0 else {
        position &+= 1
        continue
      }
      let end = endOfWord(from: position)
      var found: UInt16 = 0
      for place in position..<end { found |= kinds[place] }
      if found & (TextKinds.letter | TextKinds.digit) != 0 { words.append(word(position, end)) }
      position = end
    }
  }

  @inline(__always)
  private mutating func word(_ start: Int, _ end: Int) -> TextWord {
    let characters = folder.characters
    let hasStem = end - start > 2 && characters[end - 2].scalar == 0x27 && characters[end - 1].scalar == 0x73
    return TextWord(
      start: Int32(offsets[start]), end: Int32(offsets[end]), stem: Int32(offsets[hasStem ? end - 2 : end]))
  }

  @inline(__always)
  private mutating func endOfWord(from start: Int) -> Int {
    let count = kinds.count
    var end = start &+ 1
    if kinds[start] & TextKinds.unspaced != 0 {
      while end < count, kinds[end] & TextKinds.mark != 0 { end &+= 1 }
      return end
    }
    while end < count, kinds[end] & TextKinds.unspaced == 0 {
      guard kinds[end] & TextKinds.word != 0 || isApostropheBetweenLetters(end) else { break }
      end &+= 1
    }
    return end
  }

  /// The letter before may carry marks.
  private mutating func isApostropheBetweenLetters(_ position: Int) -> Bool {
    guard folder.characters[position].scalar == 0x27, position > 0, position + 1 < kinds.count else { return false }
    let before = kinds[position - 1], after = kinds[position + 1]
    return before & (TextKinds.letter | TextKinds.mark) != 0 && after & TextKinds.letter != 0
      && (before | after) & TextKinds.unspaced == 0
  }
}
