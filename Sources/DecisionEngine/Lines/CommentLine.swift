import DecisionModel

/// Reads a comment from a line of JSON straight into what the engine judges: its text and a sheet of facts. Nothing is
/// allocated once its memory has grown to the needs of the comments.
///
/// What it understands is what comments nearly always hold. Whatever else a line holds, it refuses, and the line is
/// read as `CommentReader` reads it; what it does not refuse, it reads as that one does.
struct CommentLine: ~Copyable {
  let rulebook: Rulebook
  /// Whether conditions ask for a situation.
  let asksForSituations: Bool
  private let textReader: UnsafeMutablePointer<TextReader>
  private let facts: FactKeys
  private var keys: CommentKeys
  private var words: GivenWords
  private var json = JSONLineReader()
  private var shape = LineShape()
  private var line = UnsafeRawBufferPointer(start: nil, count: 0)

  /// What was read.
  let sheet: FactSheet
  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// What names the comment, where something does: of a text without escapes.
  private(set) var id: UnsafeRawBufferPointer?
  /// The keys that nobody knows, by their numbers.
  private var unknown = Pad<Int32>(capacity: 16)
  private(set) var knowsAuthor = false
  /// The channel, by its place in the program; less than 0 where the playbook does not know it.
  private(set) var channel: Int32 = -1
  private(set) var isPrivate = false
  /// By ladder; less than 0 where nobody knows.
  private(set) var strikes: Pad<Int32>
  private(set) var postedAt: Instant?
  private(set) var now: Instant?
  private var hasText = false

  /// By fact: the line in which it was last given.
  private var givenIn: Pad<UInt64>
  private var lineNumber: UInt64 = 0
  private var writtenText = Pad<UInt8>(capacity: 1024)
  private var writtenWord = Pad<UInt8>(capacity: 256)

  init(_ judge: borrowing Judge, _ sheet: FactSheet) {
    rulebook = judge.rulebook
    textReader = judge.factSearcher.pointee.reader
    asksForSituations = judge.asked.situation
    facts = FactKeys(judge.rulebook, asked: judge.asked.facts)
    keys = CommentKeys(judge.rulebook)
    words = GivenWords(judge.rulebook.names, textReader)
    self.sheet = sheet
    let program = judge.rulebook.program
    strikes = Pad(capacity: max(1, program.ladders.count))
    strikes.fill(program.ladders.count, with: -1)
    givenIn = Pad(capacity: max(1, program.facts.count))
    givenIn.fill(program.facts.count, with: 0)
  }

  deinit {
    keys.free()
    shape.free()
    words.free()
    unknown.free()
    strikes.free()
    givenIn.free()
    writtenText.free()
    writtenWord.free()
  }

  /// The keys that nobody knows, in the order of the line.
  var unknownKeys: [String] { unknown.elements.map { keys.unknown[Int($0)] } }

  /// Reads a line, which must stay where it is as long as its text is asked for.
  ///
  /// - Returns: Whether it was understood. Where it was not, nothing that was read counts.
  mutating func read(_ line: UnsafeRawBufferPointer) -> Bool {
    self.line = line
    if shape.isTried() {
      if readByShape() {
        shape.wasRight()
        return true
      }
      shape.wasWrong()
    }
    shape.beginLearning()
    guard readByKeys() else {
      shape.forget()
      return false
    }
    shape.endLearning(line)
    return true
  }

  /// Reads a line that is written as the one before: between its values stand the same bytes.
  private mutating func readByShape() -> Bool {
    begin()
    for place in 0..<shape.count {
      guard json.passOver(shape.bytes(before: place)), read(shape.meaning(place)) else { return false }
    }
    return json.passOver(shape.bytesAtEnd) && json.hasPassedAll
  }

  private mutating func readByKeys() -> Bool {
    begin()
    guard case .beginObject = json.next() else { return false }
    while true {
      switch json.next() {
      case .key(let key): guard readMember(key, of: .comment) else { return false }
      case .endObject: return hasText && isAtEnd()
      default: return false
      }
    }
  }

  private mutating func isAtEnd() -> Bool {
    if case .end = json.next() { true } else { false }
  }

  private mutating func begin() {
    json.start(line)
    sheet.removeAll()
    id = nil
    (knowsAuthor, isPrivate, hasText, channel, postedAt, now) = (false, false, false, -1, nil, nil)
    unknown.removeAll()
    for ladder in 0..<strikes.count { strikes[ladder] = -1 }
    lineNumber += 1
  }
}

// The members of the object.
extension CommentLine {
  private mutating func readMember(_ key: JSONLineReader.Slice, of place: CommentKeys.Place) -> Bool {
    guard !key.hasEscapes, let meaning = meaning(of: json.bytes(of: key), in: place) else { return false }
    // Of a group that is an object, the members are learnt.
    if case .group(let group) = meaning, json.isAtObject { return readGroup(group) }
    let start = json.offset
    guard read(meaning) else { return false }
    shape.learn(meaning, of: start..<json.offset, in: line)
    return true
  }

  private mutating func meaning(of key: UnsafeRawBufferPointer, in place: CommentKeys.Place) -> CommentKeys.Meaning? {
    keys.meaning(of: key, hash: json.keyHash, in: place) ?? keys.keep(unknown: key, in: place).map { .unknown($0) }
  }

  /// Reads the value that stands next.
  private mutating func read(_ meaning: CommentKeys.Meaning) -> Bool {
    switch meaning {
    case .text: readText()
    case .id: readIdentity()
    case .fact(let fact): read(fact)
    case .ladder(let ladder): readStrikes(on: ladder)
    case .group(let place): readGroup(place)
    case .now: readNow()
    case .modes: readModes()
    case .nothing: readNothing()
    case .unknown(let number): passOver(number)
    }
  }

  /// Facts, or strikes.
  private mutating func readGroup(_ place: CommentKeys.Place) -> Bool {
    switch json.next() {
    case .null: return true
    case .beginObject: break
    default: return false
    }
    while true {
      switch json.next() {
      case .key(let key): guard readMember(key, of: place) else { return false }
      case .endObject: return true
      default: return false
      }
    }
  }

  private mutating func passOver(_ number: Int) -> Bool {
    unknown.append(Int32(number))
    json.skipValue()
    return true
  }

  private mutating func readNothing() -> Bool {
    if case .null = json.next() { true } else { false }
  }

  private mutating func readText() -> Bool {
    guard case .string(let slice) = json.next() else { return false }
    text = json.bytes(of: slice, writtenTo: &writtenText).assumingMemoryBound(to: UInt8.self)
    hasText = true
    return true
  }

  private mutating func readIdentity() -> Bool {
    guard case .string(let slice) = json.next(), !slice.hasEscapes, slice.range.count <= Comment.greatestIdentity else {
      return false
    }
    id = json.bytes(of: slice)
    return true
  }

  private mutating func readNow() -> Bool {
    guard case .string(let slice) = json.next() else { return false }
    now = instant(slice)
    return now != nil
  }

  /// The modes that are on.
  private mutating func readModes() -> Bool {
    switch json.next() {
    case .null: return true
    case .beginArray: break
    default: return false
    }
    while true {
      switch json.next() {
      case .string(let slice):
        guard let mode = rulebook.names.modes[Array(json.bytes(of: slice, writtenTo: &writtenWord))] else {
          return false
        }
        sheet.turnOn(mode: mode)
      case .endArray: return true
      default: return false
      }
    }
  }

  private mutating func readStrikes(on ladder: Int) -> Bool {
    switch json.next() {
    case .null: return true
    case .number(let slice):
      let number = json.number(of: slice)
      guard number >= 0, number <= 1_000_000, Double(Int(number)) == number else { return false }
      strikes[ladder] = Int32(number)
      sheet.give(strikes: Int(number), on: ladder)
      return true
    default: return false
    }
  }
}

// Facts.
extension CommentLine {
  /// Reads the value of a fact. What is `null` is not given; what is given twice is refused.
  private mutating func read(_ fact: Int) -> Bool {
    let token = json.next()
    if case .null = token { return true }
    guard givenIn[fact] != lineNumber else { return false }
    givenIn[fact] = lineNumber
    return give(fact, token)
  }

  private mutating func give(_ fact: Int, _ token: JSONLineReader.Token) -> Bool {
    let isAsked = facts[fact].isAsked
    switch (facts[fact].type, token) {
    case (.number, .number(let slice)):
      if isAsked { sheet.give(fact, .number, json.number(of: slice)) }
    case (.yesNo, .bool(let isSo)):
      if isAsked { sheet.give(fact, .yesNo, isSo ? 1 : 0) }
    case (.duration, .number(let slice)):
      let seconds = json.number(of: slice)
      guard seconds >= 0 else { return false }
      if isAsked { sheet.give(fact, .duration, seconds) }
    case (.duration, .string(let slice)):
      return giveLength(fact, slice)
    case (.instant, .string(let slice)):
      guard let instant = instant(slice) else { return false }
      if isAsked { sheet.give(fact, .instant, Double(instant.seconds)) }
      if facts[fact].role == .postedAt { postedAt = instant }
    case (.identity, .string(let slice)):
      let name = json.bytes(of: slice, writtenTo: &writtenWord)
      guard name.count <= Comment.greatestIdentity else { return false }
      if isAsked { sheet.give(fact, bytes: name) }
      if facts[fact].role == .author { knowsAuthor = true }
    case (.text, .string(let slice)):
      if isAsked { giveText(fact, json.bytes(of: slice, writtenTo: &writtenWord)) }
    case (.word, .string(let slice)), (.words, .string(let slice)):
      if isAsked { sheet.giveWords(fact) }
      addWord(slice, to: fact)
    case (.words, .beginArray):
      if isAsked { sheet.giveWords(fact) }
      return addWords(to: fact)
    default: return false
    }
    return true
  }

  private func giveText(_ fact: Int, _ text: UnsafeRawBufferPointer) {
    sheet.give(fact, bytes: text)
    for byte in textReader.pointee.normalForm(of: text) { sheet.add(normal: byte) }
  }

  private mutating func addWords(to fact: Int) -> Bool {
    while true {
      switch json.next() {
      case .string(let slice): addWord(slice, to: fact)
      case .endArray: return true
      default: return false
      }
    }
  }

  private mutating func addWord(_ slice: JSONLineReader.Slice, to fact: Int) {
    let known = facts[fact]
    guard known.isAsked || known.role != .none else { return }
    let word = words.word(json.bytes(of: slice, writtenTo: &writtenWord))
    if known.isAsked { sheet.add(word: words.normal(word)) }
    switch known.role {
    case .channel: channel = word.channel
    case .visibility: isPrivate = isPrivate || word.isPrivate
    default: break
    }
  }

  /// Lengths in words are rare.
  private func giveLength(_ fact: Int, _ slice: JSONLineReader.Slice) -> Bool {
    var text: [UInt8] = []
    json.append(slice, to: &text)
    guard
      case .duration(let seconds)? = try? JSONValue.string(text).fact(
        "", of: .duration, in: rulebook.program.zone, { $0 })
    else { return false }
    sheet.give(fact, .duration, seconds)
    return true
  }

  private func instant(_ slice: JSONLineReader.Slice) -> Instant? {
    if let instant = Instant(plain: json.bytes(of: slice)) { return instant }
    var text: [UInt8] = []
    json.append(slice, to: &text)
    return WrittenTime(text)?.instant(in: rulebook.program.zone)
  }
}

extension JSONLineReader {
  /// The text of a string: where it stands or, where it has escapes, where it is written.
  @inline(__always)
  fileprivate func bytes(of slice: Slice, writtenTo pad: inout Pad<UInt8>) -> UnsafeRawBufferPointer {
    guard slice.hasEscapes else { return bytes(of: slice) }
    pad.reserve(slice.range.count)
    let count = copy(slice, to: pad.base)
    return UnsafeRawBufferPointer(start: pad.base, count: count)
  }
}

/// The facts of a program, as a line gives them.
private struct FactKeys {
  /// What else a fact says, beside what conditions ask of it.
  enum Role {
    case none, author, channel, visibility, postedAt
  }

  struct Fact {
    let type: FactType
    let role: Role
    let isAsked: Bool
  }

  private let facts: [Fact]

  init(_ rulebook: Rulebook, asked: [Bool]) {
    let names: [(String, Role)] = [
      ("author.id", .author), ("post.channel", .channel), ("post.visibility", .visibility), ("post.at", .postedAt),
    ]
    let roles = Dictionary(
      names.compactMap { name, role in rulebook.names.facts[name].map { ($0, role) } }, uniquingKeysWith: { $1 })
    facts = zip(rulebook.program.facts.indices, zip(rulebook.program.facts, asked)).map { number, fact in
      Fact(type: fact.0.type, role: roles[number] ?? .none, isAsked: fact.1)
    }
  }

  @inline(__always)
  subscript(fact: Int) -> Fact { facts[fact] }
}
