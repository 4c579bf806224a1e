import DecisionModel

/// An occurrence with its place in the text as written.
struct SettledOccurrence: BitwiseCopyable {
  let from: UInt32
  let to: UInt32
  let isException: Bool
  let occurrence: Occurrence

  /// The order of the text; exceptions first of what begins together, then the shorter, then the earlier term.
  func isBefore(_ other: Self) -> Bool {
    if from != other.from { return from < other.from }
    if isException != other.isException { return isException }
    if to != other.to { return to < other.to }
    return occurrence.term < other.occurrence.term
  }
}

// Searches with exceptions, or that see through disguises: which of their occurrences count is known at the end.
extension TextSearcher {
  mutating func settle() {
    if tables.disguises[0] != 0 { findDisguises() }
    settled.removeAll()
    for place in 0..<unsettled.count {
      let occurrence = unsettled[place]
      let range = reader.place(Int(occurrence.start), Int(occurrence.end))
      settled.append(
        SettledOccurrence(
          from: UInt32(range.lowerBound), to: UInt32(range.upperBound),
          isException: tables.isException(Int(occurrence.term)), occurrence: occurrence))
    }
    settled.sort { $0.isBefore($1) }
    for place in 0..<settled.count { settle(settled[place]) }
  }

  /// Counts an occurrence, unless an exception of its search holds its place: one that began no later and ends no sooner.
  private mutating func settle(_ settled: SettledOccurrence) {
    let search = tables.search(ofTerm: Int(settled.occurrence.term))
    let exception = furthest[search]
    let reach = exception.text == text ? UInt32(bitPattern: exception.count) : 0
    if settled.isException {
      furthest[search] = Finding(count: Int32(bitPattern: max(reach, settled.to)), text: text)
    } else if reach < settled.to || exception.text != text, !wasFound(settled.occurrence.term) {
      count(settled.occurrence, of: search)
    }
  }

  /// Adds the places at which terms stand in disguise, and not plainly.
  private mutating func findDisguises() {
    if !reader.isReadWhole { reader.readWhole() }
    let plain = unsettled.count
    var tape = disguises.source
    tape.read(reader, shapes)
    disguises.source = tape
    var readable: UInt32 = 0
    var hasStars = false
    for character in tape.characters.elements {
      readable |= character.latin
      if character.scalar == 0x2A { hasStars = true }
    }
    var isPrepared = false
    var cells = tables.disguises + 1
    for _ in 0..<tables.disguises[0] {
      let phrase = DisguisedPhrase(cells: cells)
      cells += phrase.length
      guard hasStars || phrase.needed & ~readable == 0 else { continue }
      if !isPrepared { prepareViews() }
      isPrepared = true
      for view in 0..<viewCount { find(phrase, view, hasStars, plain) }
    }
  }

  /// Makes the views of the text that there are; those in which nothing was pulled together are left out.
  private mutating func prepareViews() {
    disguises.views[0].tape.copy(disguises.source)
    disguises.views[0].prepare(mustSplitAll: false)
    viewCount = 1
    for whiteSpace in [false, true] {
      disguises.source.copy(disguises.views[0].tape)
      guard disguises.views[viewCount].tape.pullTogether(&disguises.source, whiteSpace: whiteSpace) else { continue }
      disguises.views[viewCount].prepare(mustSplitAll: whiteSpace)
      viewCount += 1
    }
  }

  private mutating func find(_ phrase: DisguisedPhrase, _ view: Int, _ hasStars: Bool, _ plain: Int) {
    for isMasked in hasStars ? [false, true] : [false] {
      let beginnings = disguises.views[view].beginnings(of: phrase)
      walk.walk(phrase, on: disguises.views[view].tape, from: beginnings, isMasked: isMasked)
      for place in 0..<walk.found.count { add(walk.found[place], of: phrase, view, plain) }
    }
  }

  private mutating func add(_ found: Span, of phrase: DisguisedPhrase, _ view: Int, _ plain: Int) {
    guard disguises.views[view].isDisguise(found) else { return }
    let tape = disguises.views[view].tape
    let (first, last) = (tape.characters[Int(found.start)], tape.characters[Int(found.end) - 1])
    let start = Int32(reader.offsets[Int(first.start)]), end = Int32(reader.offsets[Int(last.end)])
    let range = reader.place(Int(start), Int(end))
    for place in 0..<plain where unsettled[place].term == Int32(phrase.term) {
      let other = reader.place(Int(unsettled[place].start), Int(unsettled[place].end))
      if other.lowerBound < range.upperBound, other.upperBound > range.lowerBound { return }
    }
    unsettled.append(Occurrence(term: Int32(phrase.term), start: start, end: end, isDisguised: true))
  }
}

extension DisguiseTape {
  /// Makes this a copy of another tape.
  mutating func copy(_ other: DisguiseTape) {
    characters.setCount(other.characters.count)
    characters.base.update(from: other.characters.base, count: other.characters.count)
  }
}
