import DecisionModel

/// What the caller knows beside the text of a comment, as conditions ask for it: by the places of the program.
///
/// It keeps its memory from comment to comment. Texts and words are kept as bytes one after another.
struct GivenFacts: ~Copyable {
  enum Kind: UInt8 {
    case none, number, yesNo, words, bytes, duration, instant
  }

  struct Fact: BitwiseCopyable {
    var kind: Kind = .none
    /// A number, seconds, or one for yes.
    var number = 0.0
    /// Where its words stand among all words, or its bytes among all bytes.
    var start: Int32 = 0
    var end: Int32 = 0
    /// Where the normal form of a text stands among all bytes.
    var normalStart: Int32 = 0
    var normalEnd: Int32 = 0
  }

  private(set) var facts: Pad<Fact>
  private var given = Pad<Int32>(capacity: 32)
  /// Words in their normal form, as places among the bytes.
  private(set) var words = Pad<Span>(capacity: 32)
  private(set) var bytes = Pad<UInt8>(capacity: 1024)
  /// Live strikes by ladder; nobody knows where it is negative.
  private(set) var strikes: Pad<Int>
  /// The modes that are on, by their places.
  private(set) var modes: Pad<Bool>
  var now = Instant(seconds: 0)

  init(_ program: DecisionProgram) {
    facts = Pad(capacity: max(1, program.facts.count))
    facts.fill(program.facts.count, with: Fact())
    strikes = Pad(capacity: max(1, program.ladders.count))
    strikes.fill(program.ladders.count, with: -1)
    modes = Pad(capacity: max(1, program.modes.count))
    modes.fill(program.modes.count, with: false)
  }

  deinit {
    facts.free()
    given.free()
    words.free()
    bytes.free()
    strikes.free()
    modes.free()
  }

  mutating func removeAll() {
    for place in 0..<given.count { facts[Int(given[place])] = Fact() }
    given.removeAll()
    words.removeAll()
    bytes.removeAll()
    for place in 0..<strikes.count { strikes[place] = -1 }
    for place in 0..<modes.count { modes[place] = false }
  }

  @inline(__always)
  mutating func give(_ fact: Int, _ kind: Kind, _ number: Double) {
    facts[fact] = Fact(kind: kind, number: number)
    given.append(Int32(fact))
  }

  mutating func give(_ fact: Int, bytes content: some Collection<UInt8>) {
    facts[fact] = Fact(kind: .bytes, start: Int32(bytes.count), end: Int32(bytes.count + content.count))
    for byte in content { bytes.append(byte) }
    given.append(Int32(fact))
  }

  /// Adds the normal form of the text that was given last, byte by byte.
  mutating func add(normal byte: UInt8) {
    let place = Int(given[given.count - 1])
    if facts[place].normalEnd == 0 { facts.base[place].normalStart = Int32(bytes.count) }
    bytes.append(byte)
    facts.base[place].normalEnd = Int32(bytes.count)
  }

  /// Gives a fact of words, which are then added one by one.
  mutating func giveWords(_ fact: Int) {
    facts[fact] = Fact(kind: .words, start: Int32(words.count), end: Int32(words.count))
    given.append(Int32(fact))
  }

  /// Adds a word in its normal form to the fact that was given last.
  mutating func add(word: some Collection<UInt8>) {
    let start = Int32(bytes.count)
    for byte in word { bytes.append(byte) }
    words.append(Span(start: start, end: Int32(bytes.count)))
    facts.base[Int(given[given.count - 1])].end = Int32(words.count)
  }

  mutating func give(strikes count: Int, on ladder: Int) { strikes[ladder] = max(0, count) }
  mutating func turnOn(mode: Int) { modes[mode] = true }

  @inline(__always)
  func fact(_ place: Int) -> Fact { facts[place] }

  /// Whether bytes that were given are a text.
  func areAlike(_ start: Int32, _ end: Int32, _ text: UnsafeRawBufferPointer) -> Bool {
    guard Int(end - start) == text.count else { return false }
    for place in 0..<text.count where bytes[Int(start) + place] != text[place] { return false }
    return true
  }
}
