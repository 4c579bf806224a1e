/// Reads one JSON text after another, token by token, where it stands: nothing is copied, and once its scratch memory
/// has grown to the needs of the texts, nothing is allocated.
///
/// It admits exactly what `JSONValue(parsing:)` admits, keys that stand twice included. A text is only known to be JSON
/// at `.end`; what was read before counts from then on.
///
/// ```swift
/// reader.start(line)
/// while true {
///   switch reader.next() {
///   case .key(let key) where reader.isText(key, "text"): …
///   case .end: return comment
///   case .refused: throw reader.problem
///   …
/// ```
public struct JSONLineReader {
  /// Where a string or number stands in the text.
  public struct Slice: Sendable, Equatable {
    /// Of a string, the bytes between the quotes.
    public let range: Range<Int>
    /// Whether escapes stand in it; where none do, its bytes are its text.
    public let hasEscapes: Bool
  }

  public enum Token: Sendable, Equatable {
    case beginObject, endObject, beginArray, endArray
    /// A key with its colon; its value follows.
    case key(Slice)
    case string(Slice)
    case number(Slice)
    case bool(Bool)
    case null
    /// The text has ended, and is JSON.
    case end
    /// The text is no JSON; `problem` says why.
    case refused
  }

  /// What may stand next.
  private enum Expectation {
    case value, elementOrEnd, keyOrEnd, commaOrEnd, nothing
  }

  // The memory stays the caller's, from `start` to the last token.
  var base: UnsafePointer<UInt8>?
  var count = 0
  /// How far the text was read, in bytes.
  package internal(set) var offset = 0
  private var expected = Expectation.nothing
  private var depth = 0
  /// A bit for each level of depth: whether it is an object.
  private var objects: UInt64 = 0
  private var keys = OpenKeys()
  /// The hash of the key that was read last: `ByteHash` of its text.
  public private(set) var keyHash: UInt64 = 0
  /// Whether the whole reader has admitted the text already.
  private var isSettled = false

  public init() {}

  /// Begins with a text, which must stay where it is until the last token is read.
  public mutating func start(_ text: UnsafeRawBufferPointer) {
    base = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
    count = text.count
    offset = 0
    depth = 0
    expected = .value
    keys.removeAll()
    isSettled = false
  }

  /// The next token. After `.end` and `.refused` there is none: the same comes again.
  public mutating func next() -> Token {
    skipSpace()
    switch expected {
    case .value: return readValue()
    case .elementOrEnd: return skip(UInt8(ascii: "]")) ? close(.endArray) : readValue()
    case .keyOrEnd: return skip(UInt8(ascii: "}")) ? closeObject() : readKey()
    case .commaOrEnd: return afterValue()
    case .nothing: return .refused
    }
  }

  /// Passes over the value of a key, or an element. What is wrong with it is told by the next token.
  public mutating func skipValue() {
    let outside = depth
    repeat {
      switch next() {
      case .end, .refused: return
      default: break
      }
    } while depth > outside || expected == .value
  }

  /// Passes over bytes behind which a value stands next. Whoever does so knows what they are: from then on tokens are told
  /// apart, and whether the text is JSON is for the caller to know.
  ///
  /// - Returns: Whether they stand there, and nothing before was refused; else nothing was passed over.
  package mutating func passOver(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard expected != .nothing, let base, let known = bytes.baseAddress, bytes.count <= count &- offset,
      ByteHash.areAlike(base + offset, known, bytes.count)
    else { return false }
    offset &+= bytes.count
    expected = .value
    return true
  }

  /// Whether nothing is left of the text.
  package var hasPassedAll: Bool { offset == count }

  /// Whether an object stands next.
  package var isAtObject: Bool {
    var place = offset
    while let byte = byte(at: place), isSpace(byte) { place += 1 }
    return byte(at: place) == UInt8(ascii: "{")
  }

  /// Why the text is no JSON; nil if it is.
  public var problem: JSONProblem? {
    do {
      _ = try JSONValue(parsing: UnsafeRawBufferPointer(start: base, count: count))
      return nil
    } catch {
      return error
    }
  }
}

// The grammar.
extension JSONLineReader {
  private mutating func readValue() -> Token {
    guard let byte = byte(at: offset) else { return refuse() }
    switch byte {
    case UInt8(ascii: "\""): return readString().map { done(.string($0)) } ?? refuse()
    case UInt8(ascii: "{"): return open(.beginObject, .keyOrEnd, isObject: true)
    case UInt8(ascii: "["): return open(.beginArray, .elementOrEnd, isObject: false)
    case UInt8(ascii: "t"): return skip("true") ? done(.bool(true)) : refuse()
    case UInt8(ascii: "f"): return skip("false") ? done(.bool(false)) : refuse()
    case UInt8(ascii: "n"): return skip("null") ? done(.null) : refuse()
    default: return readNumber().map { done(.number($0)) } ?? refuse()
    }
  }

  private mutating func readKey() -> Token {
    guard byte(at: offset) == UInt8(ascii: "\""), let key = readString() else { return refuse() }
    skipSpace()
    guard skip(UInt8(ascii: ":")) else { return refuse() }
    keyHash = hash(of: key)
    keys.add(keyHash)
    expected = .value
    return .key(key)
  }

  private mutating func afterValue() -> Token {
    if depth == 0 { return offset == count ? .end : refuse() }
    if skip(UInt8(ascii: ",")) {
      skipSpace()
      return objects & 1 == 1 ? readKey() : readValue()
    }
    if objects & 1 == 1 { return skip(UInt8(ascii: "}")) ? closeObject() : refuse() }
    return skip(UInt8(ascii: "]")) ? close(.endArray) : refuse()
  }

  private mutating func open(_ token: Token, _ next: Expectation, isObject: Bool) -> Token {
    if depth == JSONValue.greatestDepth { return refuse() }
    depth += 1
    objects = objects << 1 | (isObject ? 1 : 0)
    if isObject { keys.beginObject() }
    offset += 1
    expected = next
    return token
  }

  private mutating func close(_ token: Token) -> Token {
    depth -= 1
    objects >>= 1
    return done(token)
  }

  /// Keys with one hash are probably one key. Whether they are the whole reader says, once for each text at most.
  private mutating func closeObject() -> Token {
    if keys.endObject(), !isSettled {
      if problem != nil { return refuse() }
      isSettled = true
    }
    return close(.endObject)
  }

  private mutating func done(_ token: Token) -> Token {
    expected = .commaOrEnd
    return token
  }

  private mutating func refuse() -> Token {
    expected = .nothing
    return .refused
  }
}

// Bytes.
extension JSONLineReader {
  /// The hash of the text of a key.
  @inline(__always)
  func hash(of key: Slice) -> UInt64 {
    guard !key.hasEscapes, let base else { return hash(ofEscaped: key) }
    let (start, length) = (UnsafeRawPointer(base + key.range.lowerBound), key.range.upperBound &- key.range.lowerBound)
    if length >= 8 { return ByteHash.hash(ofMany: start, length) }
    // What stands behind a key in a long line is read with it, and taken away.
    guard key.range.lowerBound + 8 <= count else { return ByteHash.hash(of: bytes(of: key)) }
    let mask = (1 as UInt64) << UInt64(8 * length) &- 1
    return ByteHash.hash(ofFew: ByteHash.word(start, 0) & mask, length)
  }

  private func hash(ofEscaped key: Slice) -> UInt64 {
    var text: [UInt8] = []
    append(key, to: &text)
    return text.withUnsafeBytes { ByteHash.hash(of: $0) }
  }

  /// The byte at an offset; nil behind the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8? {
    guard offset < count, let base else { return nil }
    return base[offset]
  }

  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard self.byte(at: offset) == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= count else { return false }
    for place in 0..<length where byte(at: offset + place) != word.utf8Start[place] { return false }
    offset += length
    return true
  }

  @inline(__always)
  private mutating func skipSpace() {
    guard let base else { return }
    var place = offset
    while place < count, base[place] <= 0x20, isSpace(base[place]) { place += 1 }
    offset = place
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
