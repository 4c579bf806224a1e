/// Reads a regular expression: RE2's syntax, `(?#…)`, `\uXXXX`, and every sign escaped.
///
/// Groups that are open stand on a stack, so that no nesting is too deep to be read.
struct PatternReader {
  typealias Problem = RegularExpressionProblem

  /// What applies from a place to the end of its group.
  struct Flags {
    var ignoresCase = true
    /// `^` and `$` stand at lines too.
    var isMultiLine = false
    /// `.` is a line end too.
    var dotIsAny = false
  }

  /// A group whose end is not reached yet; the whole expression is one too.
  private struct Group {
    let start: Int
    let flagsOutside: Flags
    /// The alternatives that are complete.
    var choices: [Pattern] = []
    /// What stands after the last `|`.
    var parts: [Pattern] = []

    var pattern: Pattern { .chosen(choices + [.sequenced(parts)]) }
  }

  let scalars: [UInt32]
  var position = 0
  var flags = Flags()
  private var groups: [Group] = []
  private var current: Group
  private var groupNames: Set<[UInt32]> = []
  /// Where the repetition that stands last begins, as long as nothing follows it.
  private var repetition: Int?
  /// Whether something that can be repeated stands last.
  private var canRepeat = false

  private init(_ scalars: [UInt32]) {
    self.scalars = scalars
    current = Group(start: 0, flagsOutside: Flags())
  }

  static func read(_ scalars: [UInt32]) throws(Problem) -> Pattern {
    var reader = PatternReader(scalars)
    while reader.position < scalars.count { try reader.readNext() }
    guard reader.groups.isEmpty else {
      throw Problem(.unclosedGroup, reader.current.start..<reader.current.start + 1)
    }
    return reader.current.pattern
  }

  private mutating func readNext() throws(Problem) {
    let start = position
    position += 1
    switch scalars[start] {
    case "|": endAlternative()
    case "(": try openGroup(start)
    case ")": try closeGroup(start)
    case "*": try repeatLast(from: start, least: 0, most: nil)
    case "+": try repeatLast(from: start, least: 1, most: nil)
    case "?": try repeatLast(from: start, least: 0, most: 1)
    case "{": try readCounts(start)
    case "^": add(.assertion(flags.isMultiLine ? .lineStart : .textStart))
    case "$": add(.assertion(flags.isMultiLine ? .lineEnd : .textEnd))
    case ".": add(.character(flags.dotIsAny ? .all : CharacterRanges.lineEnd.inverted))
    case "[": add(.character(try readClass(from: start)))
    case "\\": try readEscape(start)
    default: addLiteral(scalars[start])
    }
  }

  mutating func add(_ pattern: Pattern) {
    current.parts.append(pattern)
    canRepeat = true
    repetition = nil
  }

  mutating func addLiteral(_ scalar: UInt32) {
    let character = CharacterRanges(scalar)
    add(.character(flags.ignoresCase ? character.withEveryCase : character))
  }

  /// The scalar at the position, if it is one of the text.
  var next: UInt32? { position < scalars.count ? scalars[position] : nil }

  /// Steps over a character if it stands here.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, next == character else { return false }
    position += 1
    return true
  }
}

// MARK: - Groups

extension PatternReader {
  private mutating func endAlternative() {
    current.choices.append(.sequenced(current.parts))
    current.parts = []
    (canRepeat, repetition) = (false, nil)
  }

  private mutating func openGroup(_ start: Int) throws(Problem) {
    guard skip("?") else { return try pushGroup(start, inside: flags) }
    if skip("#") { return try skipComment(start) }
    if try readName(start) { return try pushGroup(start, inside: flags) }
    try refuseForeignGroups(start)
    try readFlags(start)
  }

  private mutating func pushGroup(_ start: Int, inside flags: Flags) throws(Problem) {
    guard groups.count < RegularExpression.deepest else { throw Problem(.tooDeep, start..<start + 1) }
    groups.append(current)
    current = Group(start: start, flagsOutside: self.flags)
    self.flags = flags
    (canRepeat, repetition) = (false, nil)
  }

  private mutating func closeGroup(_ start: Int) throws(Problem) {
    guard let outer = groups.popLast() else { throw Problem(.unopenedGroup, start..<start + 1) }
    let pattern = current.pattern
    flags = current.flagsOutside
    current = outer
    add(pattern)
  }

  /// A comment leaves nothing, not even between a character and its repetition.
  private mutating func skipComment(_ start: Int) throws(Problem) {
    while let next, next != ")" { position += 1 }
    guard skip(")") else { throw Problem(.unclosedComment, start..<start + 3) }
  }

  /// `P<name>` or `<name>`. Nobody asks for what a group has met, so that the name says something to people alone.
  private mutating func readName(_ start: Int) throws(Problem) -> Bool {
    let open = position
    _ = skip("P")
    guard skip("<"), let first = next, first != "=", first != "!" else {
      position = open
      return false
    }
    let begin = position
    while let next, Neighbour(next) == .wordCharacter { position += 1 }
    let name = Array(scalars[begin..<position])
    guard !name.isEmpty, skip(">") else { throw Problem(.groupName, start..<position) }
    guard groupNames.insert(name).inserted else { throw Problem(.repeatedGroupName, begin..<begin + name.count) }
    return true
  }

  private func refuseForeignGroups(_ start: Int) throws(Problem) {
    let sign = scalars[position...].prefix(2)
    let place = start..<position + sign.count
    switch (sign.first ?? 0, sign.last ?? 0) {
    case ("=", _), ("!", _): throw Problem(.lookAhead, start..<position + 1)
    case ("<", _): throw Problem(.lookBehind, place)
    case ("P", "="): throw Problem(.backReference, place)
    case (">", _): throw Problem(.atomicGroup, start..<position + 1)
    case ("(", _): throw Problem(.conditionalGroup, start..<position + 1)
    default: break
    }
  }

  /// `(?i)` up to the end of the group, `(?i:…)` in a group of its own.
  private mutating func readFlags(_ start: Int) throws(Problem) {
    var flags = self.flags
    var isOn = true
    while let next {
      position += 1
      switch next {
      case "-" where isOn: isOn = false
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiLine = isOn
      case "s": flags.dotIsAny = isOn
      // Which of several matches a repetition prefers means nothing where the longest is taken.
      case "U": break
      case ":": return try pushGroup(start, inside: flags)
      case ")":
        self.flags = flags
        (canRepeat, repetition) = (false, nil)
        return
      default: throw Problem(isLetter(next) ? .unknownFlag : .unknownGroup, start..<position)
      }
    }
    throw Problem(.unclosedGroup, start..<start + 1)
  }

  private func isLetter(_ scalar: UInt32) -> Bool { Neighbour(scalar) == .wordCharacter }
}

// MARK: - Repetitions

extension PatternReader {
  private mutating func repeatLast(from start: Int, least: Int, most: Int?) throws(Problem) {
    if let repetition { throw Problem(.repeatedRepetition, repetition..<position) }
    guard canRepeat, let last = current.parts.popLast() else { throw Problem(.nothingToRepeat, start..<position) }
    // `*?` prefers few; which end is reported is settled otherwise.
    _ = skip("?")
    current.parts.append(last.repeated(least: least, most: most))
    repetition = start
  }

  /// `{2}`, `{2,}`, `{2,5}`; anything else is a brace.
  private mutating func readCounts(_ start: Int) throws(Problem) {
    guard let least = readCount() else { return addBrace(start) }
    var most: Int? = least
    if skip(",") { most = readCount() }
    guard skip("}") else { return addBrace(start) }
    if let most, most < least { throw Problem(.unorderedCounts, start..<position) }
    try repeatLast(from: start, least: least, most: most)
  }

  private mutating func addBrace(_ start: Int) {
    position = start + 1
    addLiteral(scalars[start])
  }

  /// A number; beyond every limit they are all alike.
  private mutating func readCount() -> Int? {
    var count: Int?
    while let next, (0x30...0x39).contains(next) {
      count = min(RegularExpression.mostStates + 1, (count ?? 0) * 10 + Int(next - 0x30))
      position += 1
    }
    return count
  }
}
