import DecisionModel

/// A letter of a phrase as the search for disguises meets it.
struct DisguisedLetter: BitwiseCopyable, Equatable {
  private let scalar: UInt32
  /// A bit for each of `a` to `z` that it can be written as.
  let latin: UInt32
  private let other: UInt32
  private let flags: UInt32

  init(_ cells: UnsafePointer<UInt32>) { (scalar, latin, other, flags) = (cells[1], cells[2], cells[3], cells[4]) }

  /// Whether it is met only by what can be read as one of `a` to `z`.
  var isLatin: Bool { other == 0 && scalar >= 0x61 && scalar <= 0x7A && latin & 1 << (scalar - 0x61) != 0 }
  private var isFirst: Bool { flags & 1 != 0 }
  private var startsWord: Bool { flags & 2 != 0 }
  private var mayBeMasked: Bool { flags & 4 != 0 }

  @inline(__always)
  func isMet(by character: TapeCharacter) -> Bool {
    character.scalar == scalar || latin & character.latin != 0 || other != 0 && other == character.other
  }

  /// Whether it takes a character. `inside`: even where no word starts there; `isMasked`: `*` stands for letters.
  @inline(__always)
  func takes(_ character: TapeCharacter, inside: Bool, isMasked: Bool) -> Bool {
    if startsWord && !inside && !character.isAny(TapeCharacter.startsWord) { return false }
    if !isFirst && character.isAny(TapeCharacter.breaksWord) { return false }
    return isMet(by: character) || isMasked && mayBeMasked && character.scalar == 0x2A
  }
}

/// The letters of all phrases that are sought in disguise, as a tree: where a word starts, only those phrases are walked
/// that may be there. It is made once for an engine, and never changes.
final class PhraseTree: @unchecked Sendable {
  /// A letter, or a gap between two words.
  struct Node: BitwiseCopyable {
    let letter: DisguisedLetter
    let isGap: Bool
    /// Whether the letter may be repeated, or the gap have more than one character.
    let repeats: Bool
    /// Whether the words at a gap may meet.
    let canBeNone: Bool
    /// A bit for each of `a` to `z` that a child can be written as; bit 31 where a child may be met in another way.
    var letters: UInt32 = 0
    /// The same of what stands two, three and four steps below; bit 31 also where a phrase ends on the way.
    var further: (UInt32, UInt32, UInt32) = (0, 0, 0)
    // Places among the nodes, 0 where there is none.
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    // Lists of phrases, -1 where there is none: those of which more follows, and those that end here.
    var begun: Int32 = -1
    var whole: Int32 = -1
  }

  /// A phrase, and the next one of its list.
  struct Phrase: BitwiseCopyable {
    /// Where it stands among the cells of disguises.
    let place: Int32
    var next: Int32
  }

  let nodes: UnsafeMutableBufferPointer<Node>
  let phrases: UnsafeMutableBufferPointer<Phrase>
  /// Where nodes of first letters begin: by the first of `a` to `z` that such a letter can be written as, and last those
  /// of all other letters.
  let roots: [Int32]
  /// Where phrases stand that begin with no letter of their own.
  let others: [Int]

  /// So many letters and gaps of a phrase stand in the tree at the most.
  private static let deepest = 20

  init(_ image: ProgramImage) {
    let cells = TableReader(image).cells(.disguises)
    var growing = Growing()
    var others: [Int] = []
    var place = 1
    for _ in 0..<cells[0] {
      let phrase = DisguisedPhrase(cells: cells + place)
      if phrase.beginsWithLetter { growing.add(phrase, at: place) } else { others.append(place) }
      place += phrase.length
    }
    growing.lookAhead()
    nodes = .allocate(capacity: growing.nodes.count)
    _ = nodes.initialize(from: growing.nodes)
    phrases = .allocate(capacity: growing.phrases.count)
    _ = phrases.initialize(from: growing.phrases)
    roots = growing.roots
    self.others = others
  }

  deinit {
    nodes.deallocate()
    phrases.deallocate()
  }

  private struct Growing {
    /// None stands at the first place, so that 0 is no node.
    var nodes = [Node(letter: DisguisedLetter([0, 0, 0, 0, 0]), isGap: false, repeats: false, canBeNone: false)]
    var phrases: [Phrase] = []
    var roots = [Int32](repeating: 0, count: 27)
    private var parents = [0]

    mutating func add(_ phrase: DisguisedPhrase, at place: Int) {
      let number = Int32(phrases.count)
      var (node, depth) = (0, 0)
      while depth < PhraseTree.deepest, let next = phrase.node(ofStep: depth) {
        node = child(of: node, next)
        depth += 1
      }
      if depth == phrase.stepCount, phrase.isPlain(state: depth) {
        phrases.append(Phrase(place: Int32(place), next: nodes[node].whole))
        nodes[node].whole = number
      } else {
        phrases.append(Phrase(place: Int32(place), next: nodes[node].begun))
        nodes[node].begun = number
      }
    }

    private mutating func child(of node: Int, _ new: Node) -> Int {
      let root = new.letter.latin == 0 ? 26 : min(26, new.letter.latin.trailingZeroBitCount)
      let first = node == 0 ? roots[root] : nodes[node].firstChild
      var child = Int(first)
      while child != 0 {
        if nodes[child].isLike(new) { return child }
        child = Int(nodes[child].nextSibling)
      }
      nodes.append(new)
      parents.append(node)
      child = nodes.count - 1
      nodes[child].nextSibling = first
      if node == 0 { roots[root] = Int32(child) } else { nodes[node].firstChild = Int32(child) }
      nodes[node].letters |= !new.isGap && new.letter.isLatin ? new.letter.latin : new.letter.latin | 1 << 31
      return child
    }

    /// Tells every node what stands further below; children come behind their parents.
    mutating func lookAhead() {
      for child in nodes.indices.reversed() where parents[child] != 0 {
        let (node, parent) = (nodes[child], parents[child])
        let other: UInt32 = node.isGap || node.begun >= 0 || node.whole >= 0 ? 1 << 31 : 0
        nodes[parent].further.0 |= node.letters | other
        nodes[parent].further.1 |= node.further.0 | other
        nodes[parent].further.2 |= node.further.1 | other
      }
    }
  }
}

extension PhraseTree.Node {
  /// Whether a phrase may go on below where so many stars stand for letters, and then one of some letters.
  func goesOn(behind stars: Int, with letters: UInt32) -> Bool {
    switch stars {
    case 1: further.0 & letters != 0
    case 2: further.1 & letters != 0
    case 3: further.2 & letters != 0
    default: true
    }
  }

  fileprivate func isLike(_ other: Self) -> Bool {
    letter == other.letter && isGap == other.isGap && repeats == other.repeats && canBeNone == other.canBeNone
  }
}

extension DisguisedPhrase {
  /// What a step is in the tree; nil where it, or what may stay before it, has no place there.
  fileprivate func node(ofStep number: Int) -> PhraseTree.Node? {
    guard number < stepCount, isPlain(state: number) else { return nil }
    let step = step(number)
    let repeats = loop(number + 1)[0] != 0
    switch step.kind {
    case Step.letter:
      return PhraseTree.Node(letter: step.letter, isGap: false, repeats: repeats, canBeNone: false)
    case Step.gap where number + 1 < stepCount && self.step(number + 1).kind == Step.letter:
      guard isPlain(state: number + 1) else { return nil }
      return PhraseTree.Node(
        letter: DisguisedLetter([0, 0, 0, 0, 0]), isGap: true, repeats: repeats, canBeNone: step.canBeNone)
    default: return nil
    }
  }

  /// Whether in a state only the letter or the gap may stay that leads to it.
  fileprivate func isPlain(state: Int) -> Bool {
    let loop = loop(state)
    guard loop[0] != 0 else { return true }
    guard state > 0 else { return false }
    switch step(state - 1).kind {
    case Step.letter: return loop[0] == Self.letterLoop && Int(loop[1]) == state - 1
    case Step.gap: return loop[0] == Self.gapLoop
    default: return false
    }
  }
}
