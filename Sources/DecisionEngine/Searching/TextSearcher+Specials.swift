import DecisionModel

// Phrases with a `*`, with signs before or behind them, or with apostrophes that stand for themselves: each is compared
// where its first word may be.
extension TextSearcher {
  /// The special phrases whose first word begins or ends with letters that a word of the text has, or holds them.
  mutating func findSpecialsOfLetters(at index: Int) {
    if tables.anyWord != 0 { findSpecials(tables.anyWord, at: index) }
    let word = reader.pointee.words[index]
    let letters = UnsafePointer(reader.pointee.folded.base)
    let start = letters + Int(word.start)
    let (length, stem) = (Int(word.end - word.start), Int(word.stem - word.start))
    each(tables.beginnings.lengths, tables.beginnings.lengthCount) { wanted, searcher in
      guard wanted <= length else { return }
      let list = searcher.tables.beginnings.list(start, wanted, searcher.tables.letters)
      if list != 0 { searcher.findSpecials(list, at: index) }
    }
    each(tables.endings.lengths, tables.endings.lengthCount) { wanted, searcher in
      guard wanted <= length else { return }
      let list = searcher.tables.endings.list(start + length - wanted, wanted, searcher.tables.letters)
      if list != 0 { searcher.findSpecials(list, at: index) }
      guard stem < length, wanted <= stem else { return }
      let stemList = searcher.tables.endings.list(start + stem - wanted, wanted, searcher.tables.letters)
      if stemList != 0, stemList != list { searcher.findSpecials(stemList, at: index) }
    }
    findInners(at: index, start, length)
  }

  /// Calls with every length of a table, from the shortest on.
  private mutating func each(
    _ lengths: UnsafePointer<UInt32>, _ count: Int, _ body: (Int, inout TextSearcher) -> Void
  ) {
    for place in 0..<count { body(Int(lengths[place]), &self) }
  }

  /// Letters that may stand anywhere in the word. A list that was tried at this word is not tried again.
  private mutating func findInners(at index: Int, _ start: UnsafePointer<UInt8>, _ length: Int) {
    guard tables.inners.lengthCount != 0 else { return }
    triedLists.removeAll()
    for place in 0..<tables.inners.lengthCount {
      let wanted = Int(tables.inners.lengths[place])
      guard wanted <= length else { break }
      for from in 0...length - wanted {
        let list = tables.inners.list(start + from, wanted, tables.letters)
        guard list != 0, !triedLists.elements.contains(Int32(list)) else { continue }
        triedLists.append(Int32(list))
        findSpecials(list, at: index)
      }
    }
  }

  /// Compares the phrases of a list with the text from a word on.
  mutating func findSpecials(_ list: Int, at index: Int) {
    let cells = tables.specialLists + list
    for place in 1...Int(cells[0]) { findSpecial(tables.specials + Int(cells[place]), at: index) }
  }

  private mutating func findSpecial(_ special: UnsafePointer<UInt32>, at index: Int) {
    let (term, before) = (special[0], Int(special[1]))
    let wordCount = Int(special[2 + before])
    let wanted = special + 3 + before
    guard index + wordCount <= reader.pointee.words.count else { return }
    for offset in 0..<wordCount - 1 {
      let row = wanted + offset * 4
      guard !endsSentence(after: index + offset), end(of: row, at: index + offset) != nil else { return }
      if row[3] > 0, row[3] != apostrophes(after: index + offset) { return }
    }
    guard let end = end(of: wanted + (wordCount - 1) * 4, at: index + wordCount - 1) else { return }
    let after = wanted + wordCount * 4
    guard let from = start(of: special + 2, before, endingAt: Int(reader.pointee.words[index].start)),
      let to = self.end(of: after + 1, Int(after[0]), beginningAt: end)
    else { return }
    found(term, Int32(from), Int32(to))
  }

  /// Where a word of a phrase ends in a word of the text, a final `'s` left off if need be; nil where it is not that word.
  private mutating func end(of wanted: UnsafePointer<UInt32>, at index: Int) -> Int? {
    let word = reader.pointee.words[index]
    if meets(wanted, Int(word.start), Int(word.end)) { return Int(word.end) }
    guard word.stem < word.end, meets(wanted, Int(word.start), Int(word.stem)) else { return nil }
    return Int(word.stem)
  }

  /// Whether folded bytes are a word of a phrase, by its wildcards: flags, then where its letters stand.
  private mutating func meets(_ wanted: UnsafePointer<UInt32>, _ start: Int, _ end: Int) -> Bool {
    let (flags, length) = (wanted[0], Int(wanted[2]))
    let letters = tables.letters + Int(wanted[1]), word = UnsafePointer(reader.pointee.folded.base) + start
    guard end - start >= length else { return false }
    switch flags {
    case 0: return end - start == length && ByteHash.areAlike(letters, word, length)
    case 2: return ByteHash.areAlike(letters, word, length)
    case 1: return ByteHash.areAlike(letters, word + (end - start - length), length)
    default: return length == 0 || (0...end - start - length).contains { ByteHash.areAlike(letters, word + $0, length) }
    }
  }

  /// Where signs begin that end at a place; nil where others stand there.
  private mutating func start(of signs: UnsafePointer<UInt32>, _ count: Int, endingAt end: Int) -> Int? {
    var place = end
    for offset in stride(from: count - 1, through: 0, by: -1) {
      guard place > 0 else { return nil }
      place -= 1
      while place > 0, reader.pointee.folded[place] & 0xC0 == 0x80 { place -= 1 }
      guard meets(signs[offset], at: place) else { return nil }
    }
    return place
  }

  /// Where signs end that begin at a place; nil where others stand there.
  mutating func end(of signs: UnsafePointer<UInt32>, _ count: Int, beginningAt start: Int) -> Int? {
    var place = start
    for offset in 0..<count {
      guard place < reader.pointee.folded.count, meets(signs[offset], at: place) else { return nil }
      place += length(at: place)
    }
    return place
  }

  /// Whether the character at a place is the one wanted; a space wants any white space.
  private mutating func meets(_ wanted: UInt32, at place: Int) -> Bool {
    let scalar = scalar(at: place)
    return scalar == wanted || wanted == 0x20 && reader.pointee.tables.isAny(scalar, of: TextKinds.whiteSpace)
  }

  private mutating func length(at place: Int) -> Int {
    let first = reader.pointee.folded[place]
    return first < 0x80 || first == FoldedCharacter.mask ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Terms without a letter or digit, which are found as they stand.
  mutating func findSigns() {
    let count = Int(tables.signs[0])
    guard count > 0 else { return }
    var place = 0
    while place < reader.pointee.folded.count {
      var row = tables.signs + 1
      for _ in 0..<count {
        if let end = end(of: row + 2, Int(row[1]), beginningAt: place) { found(row[0], Int32(place), Int32(end)) }
        row += 2 + Int(row[1])
      }
      place += length(at: place)
    }
  }
}
