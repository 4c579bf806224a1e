/// Where phrases may begin on a tape: all places from which a walk could find them, and few others.
struct PhraseBeginnings {
  private let tree: PhraseTree
  private var active = Pad<Int32>(capacity: 64)
  private var following = Pad<Int32>(capacity: 64)
  /// By node: the step in which it was last reached.
  private var reached = Pad<UInt32>(capacity: 1)
  private var step: UInt32 = 0
  /// By phrase: its places, a list.
  private var lists = Pad<List>(capacity: 1)
  private var places = Pad<Place>(capacity: 64)
  /// The phrases that may be there.
  private(set) var phrases = Pad<Int32>(capacity: 64)
  private var gathered = Pad<Int32>(capacity: 64)
  /// The row of stars that was met last, and the bits of the letter behind it.
  private var stars = 0..<0
  private var lettersBehindStars: UInt32 = 0

  private struct List: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private struct Place: BitwiseCopyable {
    let start: Int32
    var next: Int32 = -1
  }

  /// So many steps are taken from one start; what is undecided then may be there.
  private static let furthest = 24

  init(_ tree: PhraseTree) { self.tree = tree }

  func free() {
    active.free()
    following.free()
    reached.free()
    lists.free()
    places.free()
    phrases.free()
    gathered.free()
  }

  /// Looks for all phrases on a tape, from the places at which words start, which are in order.
  mutating func find(on tape: DisguiseTape, from starts: UnsafeBufferPointer<Int32>, isMasked: Bool) {
    if lists.count != tree.phrases.count { lists.fill(tree.phrases.count, with: List()) }
    if reached.count != tree.nodes.count { reached.fill(tree.nodes.count, with: 0) }
    for phrase in phrases.elements { lists[Int(phrase)] = List() }
    phrases.removeAll()
    places.removeAll()
    stars = 0..<0
    var endOfRun = 0
    for start in starts { follow(from: start, tape, isMasked, &endOfRun) }
  }

  /// Where a phrase may begin, in order.
  mutating func beginnings(of phrase: Int32) -> UnsafeBufferPointer<Int32> {
    gathered.removeAll()
    var place = lists[Int(phrase)].first
    while place >= 0 {
      gathered.append(places[Int(place)].start)
      place = places[Int(place)].next
    }
    return gathered.elements
  }

  private mutating func follow(from start: Int32, _ tape: DisguiseTape, _ isMasked: Bool, _ endOfRun: inout Int) {
    var last = tape.characters[Int(start)]
    beginStep()
    enter(last, start, isMasked)
    swap(&active, &following)
    var (index, steps) = (Int(start) + 1, 0)
    while !active.isEmpty, index < tape.characters.count {
      guard steps < Self.furthest else { return addAll(from: start) }
      steps += 1
      let character = tape.characters[index]
      beginStep()
      let starsAhead = isMasked && character.scalar == 0x2A ? starsAhead(from: index, tape) : 0
      for node in active.elements { advance(from: node, character, start, isMasked, starsAhead) }
      // What one and the same character leads to comes to an end: then the rest of them changes nothing.
      if character.isLike(last), isUnchanged { index = skip(tape, from: index, &endOfRun) }
      swap(&active, &following)
      last = character
      index += 1
    }
  }

  private mutating func beginStep() {
    following.removeAll()
    step &+= 1
    guard step == 0 else { return }
    reached.fill(tree.nodes.count, with: 0)
    step = 1
  }

  /// Begins with the first letters that a character can be read as.
  private mutating func enter(_ character: TapeCharacter, _ start: Int32, _ isMasked: Bool) {
    var letters = character.latin & (1 << 26 - 1)
    while letters != 0 {
      enter(tree.roots[letters.trailingZeroBitCount], character, start, isMasked)
      letters &= letters - 1
    }
    enter(tree.roots[26], character, start, isMasked)
  }

  private mutating func enter(
    _ first: Int32, _ character: TapeCharacter, _ start: Int32, _ isMasked: Bool, inside: Bool = false
  ) {
    var number = first
    while number != 0 {
      let node = tree.nodes[Int(number)]
      if node.isGap {
        enterGap(number, node, character, start, isMasked)
      } else if node.letter.takes(character, inside: inside, isMasked: isMasked) {
        arrive(at: number, character, start)
      }
      number = node.nextSibling
    }
  }

  private mutating func enterGap(
    _ number: Int32, _ node: PhraseTree.Node, _ character: TapeCharacter, _ start: Int32, _ isMasked: Bool
  ) {
    if character.isAny(TapeCharacter.gap) { arrive(at: number, character, start) }
    if node.canBeNone || character.isAny(TapeCharacter.pulledUp) {
      enter(node.firstChild, character, start, isMasked, inside: true)
    }
  }

  private mutating func advance(
    from number: Int32, _ character: TapeCharacter, _ start: Int32, _ isMasked: Bool, _ starsAhead: Int
  ) {
    let node = tree.nodes[Int(number)]
    if node.repeats, stays(at: node, character, isMasked) { arrive(at: number, character, start) }
    if starsAhead > 0 {
      guard node.goesOn(behind: starsAhead, with: lettersBehindStars) else { return }
    } else {
      guard node.letters & (character.latin | 1 << 31) != 0 else { return }
    }
    enter(node.firstChild, character, start, isMasked)
  }

  /// How many stars stand in a row from a place on.
  private mutating func starsAhead(from index: Int, _ tape: DisguiseTape) -> Int {
    if !stars.contains(index) {
      var end = index + 1
      while end < tape.characters.count, tape.characters[end].scalar == 0x2A { end += 1 }
      stars = index..<end
      lettersBehindStars = 1 << 31 | (end < tape.characters.count ? tape.characters[end].latin : 0)
    }
    return stars.upperBound - index
  }

  private func stays(at node: PhraseTree.Node, _ character: TapeCharacter, _ isMasked: Bool) -> Bool {
    if node.isGap { return character.isAny(TapeCharacter.gap) }
    return !isMasked && !character.isAny(TapeCharacter.breaksWord) && node.letter.isMet(by: character)
  }

  private mutating func arrive(at number: Int32, _ character: TapeCharacter, _ start: Int32) {
    guard reached[Int(number)] != step else { return }
    reached[Int(number)] = step
    let node = tree.nodes[Int(number)]
    if node.begun >= 0 { addList(node.begun, start) }
    if node.whole >= 0, character.isAny(TapeCharacter.endsWord) { addList(node.whole, start) }
    if node.firstChild != 0 || node.repeats && node.whole >= 0 { following.append(number) }
  }

  private mutating func addList(_ first: Int32, _ start: Int32) {
    var phrase = first
    while phrase >= 0 {
      add(phrase, start)
      phrase = tree.phrases[Int(phrase)].next
    }
  }

  private mutating func add(_ phrase: Int32, _ start: Int32) {
    let last = lists[Int(phrase)].last
    if last >= 0, places[Int(last)].start == start { return }
    let place = Int32(places.count)
    places.append(Place(start: start))
    if last >= 0 {
      places.base[Int(last)].next = place
    } else {
      lists.base[Int(phrase)].first = place
      phrases.append(phrase)
    }
    lists.base[Int(phrase)].last = place
  }

  // MARK: - What does not come to an end

  private var isUnchanged: Bool {
    active.count == following.count && active.elements.allSatisfy { reached[Int($0)] == step }
  }

  /// The last of the characters that are like the one at a place.
  private func skip(_ tape: DisguiseTape, from index: Int, _ endOfRun: inout Int) -> Int {
    if endOfRun <= index {
      endOfRun = index + 1
      while endOfRun < tape.characters.count, tape.characters[endOfRun].isLike(tape.characters[index]) { endOfRun += 1 }
    }
    return endOfRun - 1
  }

  /// Adds every phrase that can still come of what is active.
  private mutating func addAll(from start: Int32) {
    for node in active.elements {
      addList(tree.nodes[Int(node)].whole, start)
      addAll(below: tree.nodes[Int(node)].firstChild, start)
    }
  }

  private mutating func addAll(below first: Int32, _ start: Int32) {
    var number = first
    while number != 0 {
      let node = tree.nodes[Int(number)]
      addList(node.begun, start)
      addList(node.whole, start)
      addAll(below: node.firstChild, start)
      number = node.nextSibling
    }
  }
}

extension TapeCharacter {
  /// Whether it is read in the same way.
  fileprivate func isLike(_ other: Self) -> Bool {
    scalar == other.scalar && latin == other.latin && traits == other.traits
  }
}
