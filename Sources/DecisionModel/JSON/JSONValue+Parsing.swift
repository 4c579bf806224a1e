extension JSONValue {
  /// How deep arrays and objects may stand in each other.
  public static let greatestDepth = 64

  /// Reads one JSON text (RFC 8259), strictly and in one pass, in time and memory in proportion to the text.
  ///
  /// Refused are duplicate keys (compared after escapes are read), a byte order mark, text after the value, ill-formed
  /// UTF-8, numbers beyond binary64, nesting deeper than `greatestDepth`, and whatever else the grammar does not have.
  /// The escape of a lone surrogate is read as U+FFFD.
  ///
  /// - Throws: `JSONProblem`, with the first place where the text goes wrong.
  public init(parsing bytes: [UInt8]) throws(JSONProblem) {
    var parser = JSONParser(bytes)
    self = try parser.parseText()
  }

  /// Reads the JSON text of a slice; places are counted from the slice's start.
  public init(parsing bytes: ArraySlice<UInt8>) throws(JSONProblem) {
    try self.init(parsing: Array(bytes))
  }

  /// Reads the JSON text of a buffer, which is copied first.
  public init(parsing bytes: UnsafeRawBufferPointer) throws(JSONProblem) {
    try self.init(parsing: Array(bytes))
  }
}

/// The descent over a JSON text. Strings and numbers are read by `JSONScanner`.
struct JSONParser {
  private var scanner: JSONScanner
  private var depth = 0

  init(_ bytes: [UInt8]) { scanner = JSONScanner(bytes) }

  /// The one value of the text, with nothing but white space around it.
  mutating func parseText() throws(JSONProblem) -> JSONValue {
    if scanner.startsWithByteOrderMark { throw scanner.problem("The text begins with a byte order mark.") }
    scanner.skipSpace()
    let value = try parseValue()
    scanner.skipSpace()
    if !scanner.isAtEnd { throw scanner.problem("There is more text after the value.") }
    return value
  }

  private mutating func parseValue() throws(JSONProblem) -> JSONValue {
    switch scanner.next {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONProblem) in try parser.parseObject() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONProblem) in try parser.parseArray() }
    case UInt8(ascii: "\""): return .string(try scanner.readString())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number(try scanner.readNumber())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw scanner.problem("A value is missing here.")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    if !scanner.skip(word) { throw scanner.problem("Neither a value nor one of the words true, false and null.") }
    return value
  }

  private mutating func nested(
    _ parse: (inout JSONParser) throws(JSONProblem) -> JSONValue
  ) throws(JSONProblem) -> JSONValue {
    if depth == JSONValue.greatestDepth {
      throw scanner.problem("Arrays and objects stand more than \(JSONValue.greatestDepth) deep in each other.")
    }
    depth += 1
    defer { depth -= 1 }
    scanner.advance()
    scanner.skipSpace()
    return try parse(&self)
  }

  private mutating func parseArray() throws(JSONProblem) -> JSONValue {
    if scanner.skip("]") { return .array([]) }
    var elements: [JSONValue] = []
    while true {
      elements.append(try parseValue())
      scanner.skipSpace()
      if scanner.skip("]") { return .array(elements) }
      try skipComma(before: "]", in: "array")
    }
  }

  private mutating func parseObject() throws(JSONProblem) -> JSONValue {
    if scanner.skip("}") { return .object([]) }
    var members: [JSONMember] = []
    var places: [Int] = []
    while true {
      places.append(scanner.offset)
      members.append(try parseMember())
      scanner.skipSpace()
      if scanner.skip("}") { break }
      try skipComma(before: "}", in: "object")
    }
    if let second = JSONMember.firstDuplicate(in: members) {
      throw scanner.problem("The key \(members[second].quotedKey) stands twice in one object.", at: places[second])
    }
    return .object(members)
  }

  private mutating func parseMember() throws(JSONProblem) -> JSONMember {
    if scanner.next != UInt8(ascii: "\"") { throw scanner.problem("A key in double quotes is missing here.") }
    let key = try scanner.readString()
    scanner.skipSpace()
    if !scanner.skip(":") { throw scanner.problem("A colon is missing after the key.") }
    scanner.skipSpace()
    return JSONMember(key: key, value: try parseValue())
  }

  private mutating func skipComma(before end: StaticString, in kind: StaticString) throws(JSONProblem) {
    let place = scanner.offset
    if !scanner.skip(",") { throw scanner.problem("A comma or the end of the \(kind) is missing here.") }
    scanner.skipSpace()
    if scanner.starts(with: end) { throw scanner.problem("A comma stands before the end of the \(kind).", at: place) }
  }
}

extension JSONMember {
  /// The place of the first member whose key an earlier one has. They are sorted, so that many keys cost n log n steps.
  static func firstDuplicate(in members: [JSONMember]) -> Int? {
    if members.count < 2 { return nil }
    let order = members.indices.sorted { one, other in
      precedes(members[one].key, one, members[other].key, other)
    }
    var first: Int?
    for (one, other) in zip(order, order.dropFirst()) where members[one].key == members[other].key {
      first = min(first ?? other, other)
    }
    return first
  }

  /// An order of keys that is quick to settle: by length, then by bytes, equal keys by their places.
  private static func precedes(_ one: [UInt8], _ place: Int, _ other: [UInt8], _ otherPlace: Int) -> Bool {
    if one.count != other.count { return one.count < other.count }
    if one == other { return place < otherPlace }
    return one.lexicographicallyPrecedes(other)
  }

  /// The key in quotes as a message shows it, long ones shortened.
  fileprivate var quotedKey: String {
    key.count > 60 ? "\"\(keyText.prefix(40))…\"" : "\"\(keyText)\""
  }
}
