import DecisionModel

/// A character of a folded text, and the span of what it came from in the text as written, in scalars.
struct FoldedCharacter: BitwiseCopyable {
  var scalar: UInt32
  var start: UInt32
  var end: UInt32

  /// Stands where a link was. It is no Unicode scalar, so that nothing meets it.
  static let masked: UInt32 = .max
  /// The same in folded bytes.
  static let mask: UInt8 = 0xFF
}

/// Folds scalars: NFKC_Casefold, then typographic quotes and dashes made plain; every character carries its span.
///
/// The marks of each base are put in order and composed with it (Unicode 3.11 and 3.12).
struct Folder {
  /// So many combining marks on one base are looked at; the rest is passed over.
  private static let mostMarks = 8

  private let tables: CharacterTables
  private let ignoresAccents: Bool
  private var marks: Pad<Mark>
  private(set) var characters = Pad<FoldedCharacter>(capacity: 1024)
  private var sequence = 0
  private var hasBase = false
  private var (start, end): (UInt32, UInt32) = (0, 0)
  private var marksOnBase = 0
  /// Whether the sequence has more than its base, so that its span is not yet that of its characters.
  private var hasGrown = false
  /// Characters of these kinds may belong to what stands before them; all others are a base of their own.
  private let joining: UInt16

  private struct Mark: BitwiseCopyable {
    let scalar: UInt32
    let combiningClass: UInt8
  }

  init(_ tables: CharacterTables, ignoresAccents: Bool) {
    self.tables = tables
    self.ignoresAccents = ignoresAccents
    joining = TextKinds.entangled | TextKinds.mark | (ignoresAccents ? TextKinds.ignorable : 0)
    marks = Pad(capacity: 16)
  }

  func free() {
    marks.free()
    characters.free()
  }

  /// Folds scalars into `characters`, in place of what stands there.
  mutating func fold(_ scalars: UnsafeBufferPointer<UInt32>) {
    characters.removeAll()
    characters.reserve(scalars.count)
    (sequence, hasBase, start, end, marksOnBase, hasGrown) = (0, false, 0, 0, 0, false)
    for index in 0..<scalars.count {
      if let folded = tables.fold(scalars[index]) {
        for each in folded { add(each, at: UInt32(index)) }
      } else {
        add(scalars[index], at: UInt32(index))
      }
    }
    endSequence()
  }

  @inline(__always)
  private mutating func add(_ scalar: UInt32, at index: UInt32) {
    let kind = tables.kind(scalar)
    guard kind & joining == 0 else { return addJoining(scalar, kind, at: index) }
    marksOnBase = 0
    writeMarks()
    beginSequence(scalar, at: index)
  }

  private mutating func addJoining(_ scalar: UInt32, _ kind: UInt16, at index: UInt32) {
    if ignoresAccents && kind & TextKinds.ignorable != 0 {
      // An accent that is ignored leaves nothing, but it belongs to the place of its base.
      if hasBase || !marks.isEmpty { extend(to: index) }
      return
    }
    marksOnBase = kind & TextKinds.mark != 0 ? marksOnBase + 1 : 0
    guard marksOnBase <= Self.mostMarks else { return }
    let combiningClass = tables.combiningClass(scalar)
    guard combiningClass != 0 else { return addBase(scalar, at: index) }
    if !hasBase && marks.isEmpty { start = index }
    marks.append(Mark(scalar: scalar, combiningClass: combiningClass))
    extend(to: index)
  }

  private mutating func extend(to index: UInt32) {
    end = index + 1
    hasGrown = true
  }

  private mutating func addBase(_ scalar: UInt32, at index: UInt32) {
    writeMarks()
    if hasBase, characters.count == sequence + 1, let composite = tables.composite(characters[sequence].scalar, scalar)
    {
      characters.base[sequence].scalar = composite
      return extend(to: index)
    }
    beginSequence(scalar, at: index)
  }

  @inline(__always)
  private mutating func beginSequence(_ scalar: UInt32, at index: UInt32) {
    if hasGrown { endSequence() }
    sequence = characters.count
    hasBase = true
    (start, end) = (index, index &+ 1)
    append(scalar)
  }

  /// Quotes and dashes compose with nothing, and may be made plain at once.
  @inline(__always)
  private mutating func append(_ scalar: UInt32) {
    characters.append(FoldedCharacter(scalar: plainPunctuation(scalar), start: start, end: end))
  }

  /// Puts the marks of the sequence in canonical order and composes them with its base where that can be.
  @inline(__always)
  private mutating func writeMarks() {
    if !marks.isEmpty { composeMarks() }
  }

  private mutating func composeMarks() {
    sortMarks()
    var lastClass: UInt8 = 0
    for mark in marks.elements {
      if hasBase, lastClass < mark.combiningClass,
        let composite = tables.composite(characters[sequence].scalar, mark.scalar)
      {
        characters.base[sequence].scalar = composite
      } else {
        append(mark.scalar)
        lastClass = mark.combiningClass
      }
    }
    marks.removeAll()
  }

  /// A stable sort by insertion. Marks that fold to several may be a few more than `mostMarks`.
  private mutating func sortMarks() {
    for index in 1..<max(1, marks.count) {
      let mark = marks[index]
      var place = index
      while place > 0, marks[place - 1].combiningClass > mark.combiningClass {
        marks[place] = marks[place - 1]
        place -= 1
      }
      marks[place] = mark
    }
  }

  /// Gives every character of the sequence its span.
  private mutating func endSequence() {
    writeMarks()
    for place in sequence..<characters.count {
      (characters.base[place].start, characters.base[place].end) = (start, end)
    }
    hasGrown = false
  }
}

extension Folder {
  /// Takes out lines that begin with `>`.
  func maskQuotes() {
    var isStart = true, isQuote = false
    for place in 0..<characters.count {
      let endsLine = Self.isLineEnd(characters[place].scalar)
      if isStart { isQuote = characters[place].scalar == 0x3E }
      if isQuote && !endsLine { characters.base[place].scalar = FoldedCharacter.masked }
      isStart = endsLine
    }
  }

  private static func isLineEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
  }

  /// Takes out what came from links, which are in order.
  func mask(_ links: Pad<Link>) {
    var next = 0
    for place in 0..<characters.count {
      let character = characters[place]
      while next < links.count, links[next].end <= Int(character.start) { next += 1 }
      if next < links.count, Int(character.end) > links[next].start {
        characters.base[place].scalar = FoldedCharacter.masked
      }
    }
  }
}
