import DecisionModel

/// The numbers of a word of the text among the words of terms: of the whole, and without a final `'s`; 0 is none.
struct WordNumbers: BitwiseCopyable {
  let whole: UInt32
  let stem: UInt32
}

/// A phrase of which the words before are found: the node behind them, and where the first of them begins.
struct ActivePhrase: BitwiseCopyable {
  let node: UInt32
  let start: Int32
}

// Phrases: a word's number leads from node to node, and where a node completes terms, they are found.
extension TextSearcher {
  /// Looks up the words of the text.
  mutating func findWordNumbers() {
    wordNumbers.removeAll()
    let letters = UnsafePointer(reader.pointee.folded.base)
    for word in reader.pointee.words.elements {
      let whole = number(letters + Int(word.start), Int(word.end &- word.start))
      let stem = word.stem == word.end ? 0 : number(letters + Int(word.start), Int(word.stem &- word.start))
      wordNumbers.append(WordNumbers(whole: whole, stem: stem))
    }
  }

  /// The number of a word. Four bytes may be read at its last one.
  @inline(__always)
  func number(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var hash = UInt32(truncatingIfNeeded: length) &* 0x9E37_79B1
    let bytes = UnsafeRawPointer(start)
    var place = 0
    while length &- place >= 4 {
      hash = tableHash(hash, UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      place &+= 4
    }
    if place < length {
      let cell = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      hash = tableHash(hash, cell & ((1 &<< UInt32((length &- place) &* 8)) &- 1))
    }
    return tables.word(hash, start, length)
  }

  /// Walks along the words and notes every term that they complete.
  mutating func findWords() {
    let hasLetterTables = tables.beginnings.lengthCount | tables.endings.lengthCount | tables.inners.lengthCount != 0
    let looksAtEveryWord = hasLetterTables || tables.anyWord != 0
    active.removeAll()
    for index in 0..<reader.pointee.words.count {
      let numbers = wordNumbers[index]
      if looksAtEveryWord { findSpecialsOfLetters(at: index) }
      if numbers.whole | numbers.stem == 0 {
        active.removeAll()
        continue
      }
      if !active.isEmpty, endsSentence(after: index - 1) { active.removeAll() }
      following.removeAll()
      let word = reader.pointee.words[index]
      if numbers.whole != 0 { follow(numbers.whole, word, end: word.end, at: index) }
      if numbers.stem != 0 { follow(numbers.stem, word, end: word.stem, at: index) }
      swap(&active, &following)
    }
  }

  @inline(__always)
  private mutating func follow(_ number: UInt32, _ word: TextWord, end: Int32, at index: Int) {
    for place in 0..<active.count {
      let phrase = active[place]
      arrive(at: tables.next(from: phrase.node, by: number), from: phrase.start, end)
    }
    arrive(at: tables.node(ofWord: number), from: word.start, end)
    let specials = tables.specials(ofWord: number)
    if specials != 0 { findSpecials(specials, at: index) }
  }

  @inline(__always)
  private mutating func arrive(at node: UInt32, from start: Int32, _ end: Int32) {
    guard node != 0 else { return }
    let row = tables.nodes + Int(node) &* 3
    for place in Int(row[0])..<Int(row[1]) { found(tables.nodeTerms[place], start, end) }
    if row[2] != 0 { following.append(ActivePhrase(node: node, start: start)) }
  }

  /// Whether a sentence ends between a word and the next: `.`, `!` or `?` with white space after it, `。`, and whatever is
  /// masked.
  func endsSentence(after index: Int) -> Bool {
    let (from, to) = (Int(reader.pointee.words[index].end), Int(reader.pointee.words[index + 1].start))
    let letters = reader.pointee.folded.base
    for place in from..<to {
      switch letters[place] {
      case FoldedCharacter.mask: return true
      case 0x2E, 0x21, 0x3F: if isWhiteSpace(at: place + 1) { return true }
      case 0xE3: if letters[place + 1] == 0x80, letters[place + 2] == 0x82 { return true }
      default: break
      }
    }
    return false
  }

  func apostrophes(after index: Int) -> UInt32 {
    var count: UInt32 = 0
    for place in Int(reader.pointee.words[index].end)..<Int(reader.pointee.words[index + 1].start)
    where reader.pointee.folded[place] == 0x27 { count += 1 }
    return count
  }

  func isWhiteSpace(at place: Int) -> Bool {
    place < reader.pointee.folded.count && reader.pointee.tables.isAny(scalar(at: place), of: TextKinds.whiteSpace)
  }

  /// The folded character that begins at a place.
  func scalar(at place: Int) -> UInt32 {
    let letters = UnsafePointer(reader.pointee.folded.base)
    if letters[place] == FoldedCharacter.mask { return FoldedCharacter.masked }
    return UTF8Reading.scalar(letters + place, reader.pointee.folded.count - place).scalar
  }
}
