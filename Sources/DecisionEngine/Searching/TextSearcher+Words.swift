import DecisionModel

/// One of the two words that stand before a word: 1 where something is so, else 0.
private struct WordBefore {
  /// Of the first of two, the hash of both.
  var hash: UInt32 = 0
  var isThere = 0
  var hasStem = 0
  var isKept = 0
}

/// A phrase of which the words before are found: the node behind them, and where the first of them begins.
struct ActivePhrase: BitwiseCopyable {
  let node: UInt32
  let start: Int32
}

// Phrases: a word's number leads from node to node, and where a node completes terms, they are found.
extension TextSearcher {
  /// Walks along the words of the text and notes every term that they complete.
  mutating func findWords() {
    if reader.pointee.words.hasStems { sieveWords { $0.hasStem($1) } } else { sieveWords { _, _ in false } }
    if tables.looksAtEveryWord {
      for index in 0..<reader.pointee.words.count { findSpecialsOfLetters(at: index) }
    }
    findPhrases()
  }

  /// Writes down the words that may be of note by themselves or beside their neighbours, and those whose stem may be.
  ///
  /// Whether a word passes nobody can foresee, so nothing branches on it: every word is written, once the two behind it are
  /// known, and those that pass stay.
  @inline(__always)
  private mutating func sieveWords(_ hasStem: (borrowing WordList, Int) -> Bool) {
    let words = reader.pointee.words
    sievedWords.setCount(words.count &+ 2)
    let letters = UnsafePointer(reader.pointee.folded.base), (table, sieve) = (tables.words, tables.sieve)
    let (starts, ends, sieved) = (words.starts.base, words.ends.base, sievedWords.base)
    var (passed, first, second) = (0, WordBefore(), WordBefore())
    for index in 0..<words.count {
      let start = Int(starts[index])
      var word = WordBefore(hash: table.home(letters + start, Int(ends[index]) &- start), isThere: 1)
      let two = WordSieve.joined(second.hash, word.hash), three = WordSieve.joined(first.hash, word.hash)
      word.hasStem = hasStem(words, index) ? 1 : 0
      let isTwo = (sieve.twos.mayHold(two) | second.hasStem | word.hasStem) & second.isThere
      let isThree =
        (sieve.threes.mayHold(three) | first.hasStem | second.hasStem | word.hasStem) & first.isThere
      sieved[passed] = Int32(truncatingIfNeeded: index &- 2)
      passed &+= first.isKept | isThree
      (first, second) = (second, word)
      first.isKept |= isTwo | isThree
      first.hash = two
      second.isKept = sieve.ones.mayHold(word.hash) | word.hasStem | isTwo | isThree
    }
    sieved[passed] = Int32(truncatingIfNeeded: words.count &- 2)
    passed &+= first.isKept
    sieved[passed] = Int32(truncatingIfNeeded: words.count &- 1)
    sievedWords.setCount(passed &+ second.isKept)
  }

  private mutating func findPhrases() {
    active.removeAll()
    var next = 0
    for place in 0..<sievedWords.count {
      let index = Int(sievedWords[place])
      if !active.isEmpty, index != next || endsSentence(after: index &- 1) { active.removeAll() }
      next = index &+ 1
      goOn(by: reader.pointee.words[index], index)
    }
  }

  /// Goes on by a word; with a final `'s` by the whole of it, and by what stands before.
  private mutating func goOn(by word: TextWord, _ index: Int) {
    following.removeAll()
    goOn(from: word.start, to: word.end, index)
    if word.stem != word.end { goOn(from: word.start, to: word.stem, index) }
    swap(&active, &following)
  }

  private mutating func goOn(from start: Int32, to end: Int32, _ index: Int) {
    let letters = UnsafePointer(reader.pointee.folded.base) + Int(start)
    let number = tables.words.number(letters, Int(end &- start))
    guard number != 0 else { return }
    for place in 0..<active.count {
      guard let way = tables.ways.way(from: active[place].node, by: number)?.pointee else { continue }
      if way.completes { findTerms(of: way.next, active[place].start, end) }
      if way.goesOn { following.append(ActivePhrase(node: way.next, start: active[place].start)) }
    }
    let row = tables.words.row(number).pointee
    if row.completes { findTerms(of: row.node, start, end) }
    if row.hasSpecials { findSpecials(Int(tables.nodes[Int(row.node) &* 4 &+ 2]), at: index) }
    if row.goesOn { following.append(ActivePhrase(node: row.node, start: start)) }
  }

  private mutating func findTerms(of node: UInt32, _ start: Int32, _ end: Int32) {
    let row = tables.nodes + Int(node) &* 4
    for place in Int(row[0])..<Int(row[1]) { found(tables.nodeTerms[place], start, end) }
  }

  /// Whether a sentence ends between a word and the next: `.`, `!` or `?` with white space after it, `。`, and whatever is
  /// masked.
  mutating func endsSentence(after index: Int) -> Bool {
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

  mutating func apostrophes(after index: Int) -> UInt32 {
    var count: UInt32 = 0
    for place in Int(reader.pointee.words[index].end)..<Int(reader.pointee.words[index + 1].start)
    where reader.pointee.folded[place] == 0x27 { count += 1 }
    return count
  }

  mutating func isWhiteSpace(at place: Int) -> Bool {
    place < reader.pointee.folded.count && reader.pointee.tables.isAny(scalar(at: place), of: TextKinds.whiteSpace)
  }

  /// The folded character that begins at a place.
  mutating func scalar(at place: Int) -> UInt32 {
    let letters = UnsafePointer(reader.pointee.folded.base)
    if letters[place] == FoldedCharacter.mask { return FoldedCharacter.masked }
    return UTF8Reading.scalar(letters + place, reader.pointee.folded.count - place).scalar
  }
}
