import CommentText

/// A regular expression of Python's `re`, which AutoModerator takes, written as one of ours.
///
/// What only looks different is rewritten: `\Z`, `\U0001F600`, `{,3}` and flags that have no effect. What our expressions
/// cannot say (look-around, back-references) is left for ``RegularExpression`` to refuse.
struct PythonExpression {
  /// What stands at an end of everything that the expression meets.
  enum Edge: Equatable {
    /// A letter, digit or underscore of ASCII.
    case word
    /// A letter or digit beyond ASCII, beside which our `\b` is none.
    case foreignWord
    /// A sign, or an assertion such as `^` or `\b`: a word's edge is there already, or not asked for.
    case settled
    /// One thing or another.
    case open
  }

  private(set) var text = ""
  private(set) var left = Edge.open
  private(set) var right = Edge.open
  /// A `.` stands in it, which in AutoModerator is any character, line ends too.
  private(set) var hasDot = false
  /// A `|` stands in it outside of groups.
  private(set) var hasAlternatives = false

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ python: String) {
    scalars = Array(python.unicodeScalars)
    var ends = readAlternatives(depth: 0)
    // A bracket that closes nothing is ours to refuse.
    while position < scalars.count {
      text.unicodeScalars.append(scalars[position])
      position += 1
      ends = readAlternatives(depth: 0)
      (ends.left, ends.right) = (.open, .open)
    }
    (left, right) = (ends.left, ends.right)
  }

  /// The ends of a part of the expression.
  private struct Ends {
    var left = Edge.open
    var right = Edge.open
    var mayBeEmpty = true
    /// It is nothing at all, as a comment is.
    var isNothing = false

    static let nothing = Ends(isNothing: true)

    init(_ edge: Edge, mayBeEmpty: Bool = false) { (left, right, self.mayBeEmpty) = (edge, edge, mayBeEmpty) }
    init(left: Edge = .open, right: Edge = .open, mayBeEmpty: Bool = true, isNothing: Bool = false) {
      (self.left, self.right, self.mayBeEmpty, self.isNothing) = (left, right, mayBeEmpty, isNothing)
    }

    /// One or the other.
    func or(_ other: Ends) -> Ends {
      Ends(
        left: left == other.left ? left : .open, right: right == other.right ? right : .open,
        mayBeEmpty: mayBeEmpty || other.mayBeEmpty)
    }

    /// One behind the other.
    func then(_ next: Ends) -> Ends {
      if isNothing { return next }
      if next.isNothing { return self }
      return Ends(
        left: !mayBeEmpty || left == next.left ? left : .open,
        right: !next.mayBeEmpty || right == next.right ? next.right : .open,
        mayBeEmpty: mayBeEmpty && next.mayBeEmpty)
    }
  }
}

// MARK: - Reading

extension PythonExpression {
  /// Deeper groups are passed over: our expressions refuse them.
  private static let deepest = 200

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ count: Int = 1) {
    let end = min(position + count, scalars.count)
    text.unicodeScalars.append(contentsOf: scalars[position..<end])
    position = end
  }

  private mutating func takeUp(to ends: [Unicode.Scalar]) {
    while let next, !ends.contains(next) { take() }
  }

  private mutating func readAlternatives(depth: Int) -> Ends {
    var ends = readSequence(depth: depth)
    while next == "|" {
      if depth == 0 { hasAlternatives = true }
      take()
      ends = ends.or(readSequence(depth: depth))
    }
    return ends
  }

  private mutating func readSequence(depth: Int) -> Ends {
    var ends = Ends.nothing
    while let next, next != "|", next != ")" {
      var atom = readAtom(depth: depth)
      if readRepetition() { atom.mayBeEmpty = true }
      ends = ends.then(atom)
    }
    return ends.isNothing ? Ends(mayBeEmpty: true) : ends
  }

  private mutating func readAtom(depth: Int) -> Ends {
    guard let next else { return .nothing }
    switch next {
    case "(": return readGroup(depth: depth)
    case "[": return Ends(readClass())
    case "\\": return readEscape()
    case "^":
      take()
      return Ends(left: .settled, right: .open, mayBeEmpty: false)
    case "$":
      take()
      return Ends(left: .open, right: .settled, mayBeEmpty: false)
    case ".":
      hasDot = true
      take()
      return Ends(.open)
    default:
      take()
      return Ends(PythonExpression.edge(of: next))
    }
  }

  /// Reads `*`, `?`, `+`, `{2,5}`; says whether what is repeated may be left out.
  private mutating func readRepetition() -> Bool {
    var mayBeEmpty = false
    while let next, "*+?".unicodeScalars.contains(next) {
      mayBeEmpty = mayBeEmpty || next != "+"
      take()
    }
    guard next == "{", let close = scalars[position...].prefix(14).firstIndex(of: "}") else { return mayBeEmpty }
    let counts = scalars[(position + 1)..<close]
    guard !counts.isEmpty, counts.allSatisfy({ ("0"..."9").contains($0) || $0 == "," }) else { return mayBeEmpty }
    let least = counts.prefix { $0 != "," }
    if least.isEmpty && counts.count > 1 {
      // `{,3}` begins at none in Python, and is no repetition in ours.
      text += "{0"
      position += 1
    }
    take(close + 1 - position)
    if next == "?" { take() }
    return mayBeEmpty || least.allSatisfy { $0 == "0" }
  }

  private mutating func readGroup(depth: Int) -> Ends {
    let sign = scalars[position...].dropFirst().prefix(3)
    if sign.starts(with: "?#".unicodeScalars) {
      takeUp(to: [")"])
      take()
      return .nothing
    }
    take()
    if next == "?", readGroupSign() { return .nothing }
    guard depth < PythonExpression.deepest else { return Ends(.open, mayBeEmpty: true) }
    let ends = readAlternatives(depth: depth + 1)
    if next == ")" { take() }
    return ends
  }

  /// Reads what stands behind `(?`; says whether the group ends with it, as `(?i)` does.
  private mutating func readGroupSign() -> Bool {
    take()
    while let next {
      switch next {
      case "u", "L", "a": position += 1
      case ":", "=", "!", ">":
        take()
        return false
      case ")":
        // `(?u)` is left without a flag.
        if text.hasSuffix("(?") {
          text.removeLast(2)
          position += 1
        } else {
          take()
        }
        return true
      case "P", "<":
        takeUp(to: [">", ")", "=", "!"])
        if self.next != ")" { take() }
        return false
      default: take()
      }
    }
    return true
  }

  private mutating func readEscape() -> Ends {
    let letter = position + 1 < scalars.count ? scalars[position + 1] : "\\"
    switch letter {
    case "Z":
      text += "\\z"
      position += 2
      return Ends(left: .open, right: .settled, mayBeEmpty: false)
    case "U":
      guard let scalar = hexadecimal(8) else { break }
      position += 10
      text += "\\x{" + String(scalar.value, radix: 16) + "}"
      return Ends(PythonExpression.edge(of: scalar))
    case "u", "x":
      guard let scalar = hexadecimal(letter == "u" ? 4 : 2) else { break }
      take(letter == "u" ? 6 : 4)
      return Ends(PythonExpression.edge(of: scalar))
    default: break
    }
    take(2)
    return PythonExpression.ends(ofEscape: letter)
  }

  /// The character that so many digits behind a letter stand for.
  private func hexadecimal(_ digits: Int) -> Unicode.Scalar? {
    let written = String(String.UnicodeScalarView(scalars[position...].dropFirst(2).prefix(digits)))
    guard written.utf8.count == digits else { return nil }
    return UInt32(written, radix: 16).flatMap(Unicode.Scalar.init)
  }

  private static func ends(ofEscape letter: Unicode.Scalar) -> Ends {
    switch letter {
    case "b", "A": Ends(.settled)
    case "w", "d": Ends(.word)
    case "W", "s": Ends(.settled)
    case "B", "D", "S", "p", "P": Ends(.open)
    case "n", "t", "r", "f", "v", "a": Ends(.settled)
    default: Ends(letter.value < 0x80 && letter.properties.isAlphabetic ? .open : edge(of: letter))
    }
  }

  /// A class of characters: a word's, if all of its characters are.
  private mutating func readClass() -> Edge {
    take()
    let isInverted = next == "^"
    if isInverted { take() }
    var edges: [Edge] = []
    if next == "]" {
      take()
      edges.append(.settled)
    }
    while let scalar = next, scalar != "]" {
      if scalar == "\\" {
        edges.append(readEscape().left)
      } else {
        take()
        if scalar != "-" || next == "]" { edges.append(PythonExpression.edge(of: scalar)) }
      }
    }
    take()
    guard !isInverted, let first = edges.first, edges.allSatisfy({ $0 == first }) else { return .open }
    return first
  }

  /// What a character is beside a word's edge.
  static func edge(of scalar: Unicode.Scalar) -> Edge {
    let isASCII = scalar.value < 0x80
    if isASCII {
      let isWord = scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
      return isWord ? .word : .settled
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .foreignWord : .settled
  }
}
