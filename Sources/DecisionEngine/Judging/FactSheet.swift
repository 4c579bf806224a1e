import CTextMasks
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
    var kind = Kind.none
    /// Where the normal form of a text ends among all bytes; it begins where the text ends.
    var normalEnd: Int32 = 0
    /// A number, seconds, or one for yes; or a span.
    private var cell: UInt64 = 0

    init() {}

    init(_ kind: Kind, _ number: Double) {
      self.kind = kind
      cell = number.bitPattern
    }

    init(_ kind: Kind, _ span: Span) {
      self.kind = kind
      normalEnd = span.end
      cell = UInt64(UInt32(bitPattern: span.start)) | UInt64(UInt32(bitPattern: span.end)) << 32
    }

    var number: Double { Double(bitPattern: cell) }

    /// Where its words stand among all words, or its bytes among all bytes.
    var span: Span {
      Span(
        start: Int32(bitPattern: UInt32(truncatingIfNeeded: cell)),
        end: Int32(bitPattern: UInt32(truncatingIfNeeded: cell &>> 32)))
    }
  }

  let facts: UnsafeMutablePointer<Fact>
  /// Live strikes by ladder; nobody knows where it is negative.
  let strikes: UnsafeMutablePointer<Int32>
  /// The modes that are on, by their places.
  let modes: UnsafeMutablePointer<Bool>
  /// Facts, strikes and modes stand side by side, so that a comment touches little memory.
  private let memory: UnsafeMutableRawPointer
  private let counts: (facts: Int, ladders: Int, modes: Int)
  private var lastGiven = 0
  /// Words in their normal form, as places among the bytes. One thread at a time has a sheet, and nothing is changed while
  /// it is read: to be reminded of that at every decision would take as long as many a question.
  @exclusivity(unchecked) private(set) var words = Pad<Span>(capacity: 0)
  @exclusivity(unchecked) private(set) var bytes = Pad<UInt8>(capacity: 0)
  /// What takes more than a fact to answer: histories, hours. Only a whole comment has it.
  var situation: Situation?

  /// A sheet for the facts of a program.
  public init(_ engine: Engine) {
    let program = engine.program
    counts = (program.facts.count, program.ladders.count, program.modes.count)
    let strikesStart = counts.facts * MemoryLayout<Fact>.stride
    let modesStart = strikesStart + counts.ladders * MemoryLayout<Int32>.stride
    memory = .allocate(byteCount: modesStart + counts.modes + 1, alignment: MemoryLayout<Fact>.alignment)
    facts = memory.bindMemory(to: Fact.self, capacity: counts.facts)
    strikes = (memory + strikesStart).bindMemory(to: Int32.self, capacity: counts.ladders)
    modes = (memory + modesStart).bindMemory(to: Bool.self, capacity: counts.modes)
    removeAll()
  }

  deinit {
    memory.deallocate()
    words.free()
    bytes.free()
  }

  /// Asks for the sheet itself, without which nobody knows where its facts are.
  @inline(__always)
  func fetchPlaces() { decorum_fetch(Unmanaged.passUnretained(self).toOpaque(), 128) }

  /// Asks for the memory of the facts, which is read once the text was.
  @inline(__always)
  func fetch() {
    decorum_fetch(memory, Int64(min(counts.facts * MemoryLayout<Fact>.stride, 1024)))
    decorum_fetch(bytes.base, 64)
    decorum_fetch(words.base, 64)
  }

  /// Forgets everything.
  public func removeAll() {
    facts.initialize(repeating: Fact(), count: counts.facts)
    strikes.initialize(repeating: -1, count: counts.ladders)
    modes.initialize(repeating: false, count: counts.modes)
    words.removeAll()
    bytes.removeAll()
    situation = nil
  }

  func give(_ fact: Int, _ kind: Kind, _ number: Double) {
    facts[fact] = Fact(kind, number)
    lastGiven = fact
  }

  func give(_ fact: Int, bytes content: some Collection<UInt8>) {
    let start = Int32(bytes.count)
    bytes.append(eachOf: content)
    facts[fact] = Fact(.bytes, Span(start: start, end: start + Int32(content.count)))
    lastGiven = fact
  }

  /// Adds the normal form of the text that was given last, byte by byte.
  func add(normal byte: UInt8) {
    bytes.append(byte)
    facts[lastGiven].normalEnd = Int32(bytes.count)
  }

  /// Gives a fact of words, which are then added one by one.
  func giveWords(_ fact: Int) {
    facts[fact] = Fact(.words, Span(start: Int32(words.count), end: Int32(words.count)))
    lastGiven = fact
  }

  /// Adds a word in its normal form to the fact that was given last.
  func add(word: some Collection<UInt8>) {
    let start = Int32(bytes.count)
    bytes.append(eachOf: word)
    words.append(Span(start: start, end: start + Int32(word.count)))
    facts[lastGiven] = Fact(.words, Span(start: facts[lastGiven].span.start, end: Int32(words.count)))
  }

  func give(strikes count: Int, on ladder: Int) { strikes[ladder] = Int32(clamping: max(0, count)) }
  func turnOn(mode: Int) { modes[mode] = true }

  /// Whether bytes that were given are a text.
  func areAlike(_ span: Span, _ text: UnsafeRawBufferPointer) -> Bool {
    guard Int(span.end - span.start) == text.count else { return false }
    guard let start = text.baseAddress else { return true }
    return ByteHash.areAlike(bytes.base + Int(span.start), start, text.count)
  }
}
