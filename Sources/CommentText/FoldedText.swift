/// A text as it is compared: NFKC_Casefold, then typographic quotes and dashes made plain.
///
/// Every character carries the span of what it came from in the text as written: a base with its marks counts as one
/// sequence, and so do the parts of what is composed.
package struct FoldedText: Sendable {
  /// Stands where a link was. It is no Unicode scalar, so that nothing meets it.
  static let masked: UInt32 = .max
  /// So many combining marks on one base are looked at; the rest is passed over.
  static let mostMarks = 8

  package private(set) var characters: [UInt32] = []
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  package init(_ scalars: [UInt32], _ matching: TextMatching = TextMatching()) {
    if !matching.ignoresAccents, scalars.allSatisfy({ $0 < 0x80 }) {
      fold(ascii: scalars)
    } else {
      fold(scalars, ignoresAccents: matching.ignoresAccents)
    }
  }

  private mutating func fold(_ scalars: [UInt32], ignoresAccents: Bool) {
    var folder = Folder(ignoresAccents: ignoresAccents)
    for (index, scalar) in scalars.enumerated() { folder.add(scalar, at: index) }
    folder.endSequence()
    characters = folder.characters.map(PlainPunctuation.of)
    starts = folder.starts
    ends = folder.ends
  }

  /// Of ASCII nothing changes but its capitals, which is most of what policies and comments are made of.
  private mutating func fold(ascii scalars: [UInt32]) {
    characters = scalars.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    starts = Array(scalars.indices)
    ends = starts.map { $0 + 1 }
  }

  /// The place of a range of folded characters in the text as written: from the first's start to the last's end.
  func written(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  /// Takes out lines that begin with `>`.
  mutating func maskQuotes() {
    var isStart = true, isQuote = false
    for index in characters.indices {
      let endsLine = Self.lineEnds.contains(characters[index])
      if isStart { isQuote = characters[index] == ">" }
      if isQuote && !endsLine { characters[index] = Self.masked }
      isStart = endsLine
    }
  }

  private static let lineEnds: [UInt32] = [0x0A, 0x0D, 0x85, 0x2028, 0x2029]

  /// Takes out what came from `links`, which are in order.
  mutating func mask(_ links: [Range<Int>]) {
    var remaining = links[...]
    for index in characters.indices {
      while let link = remaining.first, link.upperBound <= starts[index] { remaining.removeFirst() }
      if let link = remaining.first, ends[index] > link.lowerBound { characters[index] = Self.masked }
    }
  }
}

/// Folds character by character, and puts the marks of each base in order.
private struct Folder {
  var characters: [UInt32] = []
  var starts: [Int] = []
  var ends: [Int] = []

  let ignoresAccents: Bool

  private let folding = CaseFolding.unicode
  private let composition = CanonicalComposition.unicode
  /// Where the sequence that is being read begins in `characters`; its base, if it has one, stands there.
  private var sequence = 0
  private var hasBase = false
  private var marks: [(scalar: UInt32, combiningClass: UInt8)] = []
  private var span = 0..<0
  private var marksOnBase = 0

  init(ignoresAccents: Bool) { self.ignoresAccents = ignoresAccents }

  mutating func add(_ scalar: UInt32, at index: Int) {
    guard let folded = folding.full(scalar) else { return addFolded(scalar, at: index) }
    for each in folded { addFolded(each, at: index) }
  }

  private mutating func addFolded(_ scalar: UInt32, at index: Int) {
    let kind = CharacterKind.of(scalar)
    if ignoresAccents && kind.contains(.ignorable) { return passOver(index) }
    marksOnBase = kind.contains(.mark) ? marksOnBase + 1 : 0
    guard marksOnBase <= FoldedText.mostMarks else { return }
    let combiningClass = composition.combiningClass(scalar)
    if combiningClass == 0 {
      addBase(scalar, at: index)
    } else {
      if !hasBase && marks.isEmpty { span = index..<index + 1 }
      marks.append((scalar, combiningClass))
      span = span.lowerBound..<index + 1
    }
  }

  /// An accent that is ignored leaves nothing, but it belongs to the place of its base.
  private mutating func passOver(_ index: Int) {
    if hasBase || !marks.isEmpty { span = span.lowerBound..<index + 1 }
  }

  private mutating func addBase(_ scalar: UInt32, at index: Int) {
    writeMarks()
    let isAlone = hasBase && characters.count == sequence + 1
    if isAlone, let composite = composition.composite(characters[sequence], scalar) {
      characters[sequence] = composite
      span = span.lowerBound..<index + 1
      return
    }
    endSequence()
    sequence = characters.count
    hasBase = true
    characters.append(scalar)
    span = index..<index + 1
  }

  /// Puts the marks of the sequence in canonical order and composes them with its base where that can be.
  private mutating func writeMarks() {
    guard !marks.isEmpty else { return }
    var lastClass: UInt8 = 0
    for (scalar, combiningClass) in inOrder(marks) {
      if hasBase, lastClass < combiningClass, let composite = composition.composite(characters[sequence], scalar) {
        characters[sequence] = composite
      } else {
        characters.append(scalar)
        lastClass = combiningClass
      }
    }
    marks.removeAll(keepingCapacity: true)
  }

  /// A stable sort; there are at most `FoldedText.mostMarks`.
  private func inOrder(
    _ marks: [(scalar: UInt32, combiningClass: UInt8)]
  ) -> [(scalar: UInt32, combiningClass: UInt8)] {
    var ordered: [(scalar: UInt32, combiningClass: UInt8)] = []
    for mark in marks {
      let place = ordered.firstIndex { $0.combiningClass > mark.combiningClass } ?? ordered.endIndex
      ordered.insert(mark, at: place)
    }
    return ordered
  }

  /// Gives every character of the sequence its span.
  mutating func endSequence() {
    writeMarks()
    let count = characters.count - starts.count
    starts.append(contentsOf: repeatElement(span.lowerBound, count: count))
    ends.append(contentsOf: repeatElement(span.upperBound, count: count))
  }
}

/// Typographic quotes and dashes, made plain.
enum PlainPunctuation {
  static func of(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0xAB else { return scalar }
    switch scalar {
    case 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0x02BC: return 0x27  // apostrophe
    case 0x201C...0x201F, 0x2033, 0x2036, 0x00AB, 0x00BB, 0x301D...0x301F: return 0x22  // quotation mark
    case 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B: return 0x2D  // hyphen-minus
    default: return scalar
    }
  }
}
