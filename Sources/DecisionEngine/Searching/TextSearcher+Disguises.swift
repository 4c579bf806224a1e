import DecisionModel

// Terms in disguise: the text is read as a tape, once as it stands and once or twice with letters pulled together, and the
// phrases are walked that may begin where a word starts.
extension TextSearcher {
  /// Adds the places at which terms stand in disguise, and not plainly.
  mutating func findDisguises() {
    if !reader.pointee.isReadWhole { reader.pointee.readWhole() }
    plainCount = unsettled.count
    disguises.plain.removeAll()
    disguises.source.read(reader.pointee, shapes)
    prepareViews()
    let (readable, hasStars) = disguises.source.letters
    for view in 0..<viewCount {
      findPhrases(view, readable: hasStars ? .max : readable, isMasked: false)
      if hasStars { findPhrases(view, readable: .max, isMasked: true) }
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

  /// `readable` has a bit for each of `a` to `z` that may be in the text; `isMasked`: a `*` stands for a letter.
  private mutating func findPhrases(_ view: Int, readable: UInt32, isMasked: Bool) {
    let (tape, starts) = (disguises.views[view].tape, disguises.views[view].starts)
    disguises.beginnings.find(on: tape, from: starts.elements, isMasked: isMasked)
    for place in 0..<disguises.beginnings.phrases.count {
      let number = disguises.beginnings.phrases[place]
      let phrase = DisguisedPhrase(cells: tables.disguises + Int(phraseTree.phrases[Int(number)].place))
      guard phrase.needed & ~readable == 0 else { continue }
      find(phrase, view, from: disguises.beginnings.beginnings(of: number), isMasked)
    }
    for place in phraseTree.others {
      let phrase = DisguisedPhrase(cells: tables.disguises + place)
      guard phrase.needed & ~readable == 0 else { continue }
      find(phrase, view, from: disguises.views[view].beginnings(of: phrase), isMasked)
    }
  }

  private mutating func find(
    _ phrase: DisguisedPhrase, _ view: Int, from beginnings: UnsafeBufferPointer<Int32>, _ isMasked: Bool
  ) {
    disguises.walk.walk(phrase, on: disguises.views[view].tape, from: beginnings, isMasked: isMasked)
    for place in 0..<disguises.walk.found.count { add(disguises.walk.found[place], of: phrase, view) }
  }

  private mutating func add(_ found: Span, of phrase: DisguisedPhrase, _ view: Int) {
    guard disguises.views[view].isDisguise(found) else { return }
    let tape = disguises.views[view].tape
    let (first, last) = (tape.characters[Int(found.start)], tape.characters[Int(found.end) - 1])
    let start = Int32(reader.pointee.offsets[Int(first.start)]), end = Int32(reader.pointee.offsets[Int(last.end)])
    if isPlain(Int32(phrase.term), in: reader.pointee.place(Int(start), Int(end))) { return }
    unsettled.append(Occurrence(term: Int32(phrase.term), start: start, end: end, isDisguised: true))
  }

  /// Whether a term stands plainly in a part of the text, or reaches into it.
  private mutating func isPlain(_ term: Int32, in range: Range<Int>) -> Bool {
    if disguises.plain.isEmpty { sortPlain() }
    // Of the places of one term, those that begin later end later: the first that ends behind the beginning decides.
    var (low, high) = (0, disguises.plain.count)
    while low < high {
      let middle = (low + high) / 2
      let place = disguises.plain[middle]
      if (place.term, Int(place.to)) <= (term, range.lowerBound) { low = middle + 1 } else { high = middle }
    }
    guard low < disguises.plain.count else { return false }
    let place = disguises.plain[low]
    return place.term == term && Int(place.from) < range.upperBound
  }

  private mutating func sortPlain() {
    for number in 0..<plainCount {
      let occurrence = unsettled[number]
      let range = reader.pointee.place(Int(occurrence.start), Int(occurrence.end))
      disguises.plain.append(
        PlainPlace(term: occurrence.term, from: Int32(range.lowerBound), to: Int32(range.upperBound)))
    }
    disguises.plain.sort { $0.isBefore($1) }
  }
}

extension DisguiseTape {
  /// A bit for each of `a` to `z` that the text can be read as, and whether it has a `*`.
  fileprivate var letters: (readable: UInt32, hasStars: Bool) {
    var (readable, hasStars): (UInt32, Bool) = (0, false)
    for character in characters.elements {
      readable |= character.latin
      if character.scalar == 0x2A { hasStars = true }
    }
    return (readable, hasStars)
  }

  /// Makes this a copy of another tape.
  fileprivate mutating func copy(_ other: DisguiseTape) {
    characters.setCount(other.characters.count)
    characters.base.update(from: other.characters.base, count: other.characters.count)
  }
}
