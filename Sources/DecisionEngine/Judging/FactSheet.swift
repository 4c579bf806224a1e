import DecisionModel

/// What a caller knows beside the text of a comment, as the engine asks for it: by the places of its program.
///
/// It is filled once and read as often as one likes; who decides about many comments fills the same sheet again and again,
/// which then needs no new memory. One thread at a time.
public final class FactSheet {
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

  let facts: UnsafeMutablePointer<Fact>
  /// Live strikes by ladder; nobody knows where it is negative.
  let strikes: UnsafeMutablePointer<Int>
  /// The modes that are on, by their places.
  let modes: UnsafeMutablePointer<Bool>
  private let counts: (facts: Int, ladders: Int, modes: Int)
  private var given = Pad<Int32>(capacity: 32)
  /// Words in their normal form, as places among the bytes.
  private(set) var words = Pad<Span>(capacity: 32)
  private(set) var bytes = Pad<UInt8>(capacity: 256)
  /// What takes more than a fact to answer: histories, hours. Only a whole comment has it.
  var situation: Situation?

  /// A sheet for the facts of a program.
  public init(_ engine: Engine) {
    let program = engine.program
    counts = (program.facts.count, program.ladders.count, program.modes.count)
    facts = .allocate(capacity: max(1, counts.facts))
    strikes = .allocate(capacity: max(1, counts.ladders))
    modes = .allocate(capacity: max(1, counts.modes))
    facts.initialize(repeating: Fact(), count: max(1, counts.facts))
    strikes.initialize(repeating: -1, count: max(1, counts.ladders))
    modes.initialize(repeating: false, count: max(1, counts.modes))
  }

  deinit {
    facts.deallocate()
    strikes.deallocate()
    modes.deallocate()
    given.free()
    words.free()
    bytes.free()
  }

  /// Forgets everything.
  public func removeAll() {
    for place in 0..<given.count { facts[Int(given[place])] = Fact() }
    given.removeAll()
    words.removeAll()
    bytes.removeAll()
    for place in 0..<counts.ladders { strikes[place] = -1 }
    for place in 0..<counts.modes { modes[place] = false }
    situation = nil
  }

  func give(_ fact: Int, _ kind: Kind, _ number: Double) {
    facts[fact] = Fact(kind: kind, number: number)
    given.append(Int32(fact))
  }

  func give(_ fact: Int, bytes content: some Collection<UInt8>) {
    facts[fact] = Fact(kind: .bytes, start: Int32(bytes.count), end: Int32(bytes.count + content.count))
    for byte in content { bytes.append(byte) }
    given.append(Int32(fact))
  }

  /// Adds the normal form of the text that was given last, byte by byte.
  func add(normal byte: UInt8) {
    let place = Int(given[given.count - 1])
    if facts[place].normalEnd == 0 { facts[place].normalStart = Int32(bytes.count) }
    bytes.append(byte)
    facts[place].normalEnd = Int32(bytes.count)
  }

  /// Gives a fact of words, which are then added one by one.
  func giveWords(_ fact: Int) {
    facts[fact] = Fact(kind: .words, start: Int32(words.count), end: Int32(words.count))
    given.append(Int32(fact))
  }

  /// Adds a word in its normal form to the fact that was given last.
  func add(word: some Collection<UInt8>) {
    let start = Int32(bytes.count)
    for byte in word { bytes.append(byte) }
    words.append(Span(start: start, end: Int32(bytes.count)))
    facts[Int(given[given.count - 1])].end = Int32(words.count)
  }

  func give(strikes count: Int, on ladder: Int) { strikes[ladder] = max(0, count) }
  func turnOn(mode: Int) { modes[mode] = true }

  /// Whether bytes that were given are a text.
  func areAlike(_ start: Int32, _ end: Int32, _ text: UnsafeRawBufferPointer) -> Bool {
    guard Int(end - start) == text.count else { return false }
    for place in 0..<text.count where bytes[Int(start) + place] != text[place] { return false }
    return true
  }
}
