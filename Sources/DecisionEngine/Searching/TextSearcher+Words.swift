import DecisionModel

/// A word of the text that stands in some phrase.
struct MetWord: BitwiseCopyable {
  let index: Int32
  /// Its number among the words of phrases; 0 where only what stands before a final `'s` is one of them.
  let number: UInt32
}

/// A phrase of which the words before are found: the node behind them, where the first of them begins, and which words may
/// follow.
struct ActivePhrase: BitwiseCopyable {
  let node: UInt32
  let start: Int32
  let following: UInt64

  @inline(__always)
  static var none: ActivePhrase { ActivePhrase(node: 0, start: 0, following: 0) }

  /// The same, of which no word follows unless so.
  @inline(__always)
  func goingOn(if goesOn: Bool) -> ActivePhrase {
    ActivePhrase(node: node, start: start, following: goesOn ? following : 0)
  }

  /// 1 where a word may follow, 0 where it does not.
  @inline(__always)
  func mayGoOn(by word: UInt32) -> UInt32 { UInt32(truncatingIfNeeded: following &>> UInt64(word & 63)) & 1 }
}

// Phrases: a word's number leads from node to node, and where a node completes terms, they are found.
extension TextSearcher {
  /// Notes the words of the text that stand in phrases.
  mutating func meetWords() {
    let words = reader.pointee.words
    metWords.setCount(words.count)
    let letters = UnsafePointer(reader.pointee.folded.base), table = tables.words, met = metWords.base
    let (starts, ends) = (words.starts.base, words.ends.base)
    var count = 0
    for index in 0..<words.count {
      let (start, end) = (Int(starts[index]), Int(ends[index]))
      let (number, isMet) = table.find(letters + start, end &- start)
      let place = Int32(truncatingIfNeeded: index)
      if words.hasStems, words.stems[index] != ends[index] {
        met[count] = MetWord(index: place, number: isMet == 0 ? 0 : number)
        count &+= 1
      } else {
        // Every word is written and those that were met stay, so that nothing depends on a guess.
        met[count] = MetWord(index: place, number: number)
        count &+= isMet
      }
    }
    metWords.setCount(count)
  }

  /// Walks along the words that were met and notes every term that they complete.
  mutating func findWords() {
    guard tables.looksAtEveryWord else { return findPhrases() }
    for index in 0..<reader.pointee.words.count { findSpecialsOfLetters(at: index) }
    findPhrases()
  }

  private mutating func findPhrases() {
    active.removeAll()
    let met = metWords.base, spans = reader.pointee.words
    // Behind the word before stands one phrase that most often ends there: it is kept aside.
    var last = ActivePhrase.none
    var next: Int32 = 0
    for place in 0..<metWords.count {
      let (index, number) = (met[place].index, met[place].number)
      let span = spans[Int(index)]
      // Whether the word before was met nobody can foresee, so nothing branches on it; phrases of two words are rare.
      last = last.goingOn(if: index == next)
      if !active.isEmpty, index != next { active.removeAll() }
      next = index &+ 1
      if number != 0, span.stem == span.end {
        last = goOn(by: number, span, Int(index), behind: last)
      } else {
        meetStem(number, span, Int(index), last)
        last = .none
      }
    }
  }

  /// Goes on by a word to what stands behind it alone.
  @inline(__always)
  private mutating func goOn(by number: UInt32, _ span: TextWord, _ index: Int, behind last: ActivePhrase)
    -> ActivePhrase
  {
    let row = tables.words.row(number)
    if !active.isEmpty {
      meet(number, span, index, last)
    } else {
      if mayGoOn(last, by: number), let way = tables.ways.way(from: last.node, by: number) {
        goOn(way.pointee, from: last.start, span.end, index)
      }
      if row.pointee.isOfNote { complete(number, span.start, span.end, index) }
    }
    return ActivePhrase(node: row.pointee.node, start: span.start, following: row.pointee.following)
  }

  /// Whether a phrase may go on by a word. Both that say so are asked at once: nobody foresees either.
  @inline(__always)
  private mutating func mayGoOn(_ phrase: ActivePhrase, by word: UInt32) -> Bool {
    phrase.mayGoOn(by: word) & tables.ways.mayGoOn(from: phrase.node, by: word) != 0
  }

  /// Goes on by a word behind a single one.
  private mutating func goOn(_ way: WayTable.Row, from start: Int32, _ end: Int32, _ index: Int) {
    guard !endsSentence(after: index &- 1) else { return }
    if way.kind != 0 { findTerms(of: way.next, start, end) }
    if way.following != 0 { active.append(ActivePhrase(node: way.next, start: start, following: way.following)) }
  }

  /// Goes on by a word where several phrases may.
  private mutating func meet(_ number: UInt32, _ span: TextWord, _ index: Int, _ last: ActivePhrase) {
    begin(last, index)
    goOn(number, span.end)
    complete(number, span.start, span.end, index)
    swap(&active, &following)
  }

  /// The same by a word with a final `'s`: by the whole of it, and by what stands before.
  private mutating func meetStem(_ number: UInt32, _ span: TextWord, _ index: Int, _ last: ActivePhrase) {
    begin(last, index)
    let start = UnsafePointer(reader.pointee.folded.base) + Int(span.start)
    let stem = tables.words.number(start, Int(span.stem &- span.start))
    if number != 0 { goOn(byPart: number, span.start, span.end, index) }
    if stem != 0 { goOn(byPart: stem, span.start, span.stem, index) }
    swap(&active, &following)
  }

  private mutating func goOn(byPart number: UInt32, _ start: Int32, _ end: Int32, _ index: Int) {
    goOn(number, end)
    complete(number, start, end, index)
    let row = tables.words.row(number).pointee
    guard row.following != 0 else { return }
    following.append(ActivePhrase(node: row.node, start: start, following: row.following))
  }

  /// Takes up what stands behind the word before, unless a sentence ends there.
  private mutating func begin(_ last: ActivePhrase, _ index: Int) {
    following.removeAll()
    if last.following != 0 { active.append(last) }
    if !active.isEmpty, endsSentence(after: index &- 1) { active.removeAll() }
  }

  private mutating func goOn(_ number: UInt32, _ end: Int32) {
    for place in 0..<active.count {
      let phrase = active[place]
      guard mayGoOn(phrase, by: number), let way = tables.ways.way(from: phrase.node, by: number)?.pointee else {
        continue
      }
      if way.kind != 0 { findTerms(of: way.next, phrase.start, end) }
      if way.following != 0 {
        following.append(ActivePhrase(node: way.next, start: phrase.start, following: way.following))
      }
    }
  }

  private mutating func complete(_ number: UInt32, _ start: Int32, _ end: Int32, _ index: Int) {
    let row = tables.words.row(number).pointee
    if row.completes { findTerms(of: row.node, start, end) }
    if row.hasSpecials { findSpecials(Int(tables.nodes[Int(row.node) &* 4 &+ 2]), at: index) }
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
