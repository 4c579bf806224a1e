/// A text of XML piece by piece: elements, their attributes, and text, in one pass.
///
/// It is our own: Foundation's parser ends the process at `<?x?>` (Swift 6.3.1), and takes what has no end for whole. It
/// knows the five entities of XML and no others, since nothing declares any: a document type is refused where it stands.
/// Other references stay as they are written, so that HTML's can be resolved where HTML stands. Names are parted from
/// their prefixes, and namespaces resolved (Namespaces in XML 1.0).
struct XMLScanner {
  enum Piece {
    case start(XMLElement)
    /// An element ends. What is written `<a/>` begins and ends.
    case end
    /// Text as it is meant.
    case text([UInt8])
  }

  private let text: ArraySlice<UInt8>
  private let bounds: FeedBounds
  private var place: Int
  /// The elements that are open, as they were written.
  private var open: [ArraySlice<UInt8>] = []
  private var namespaces: [(depth: Int, prefix: ArraySlice<UInt8>, name: [UInt8])] = []
  /// Whether the element that began last ends with its tag.
  private var endsAtOnce = false
  private var hasRoot = false

  init(_ text: ArraySlice<UInt8>, _ bounds: FeedBounds) {
    self.text = text
    self.bounds = bounds
    place = text.startIndex
  }

  var depth: Int { open.count }

  /// The next piece; nil at the end.
  ///
  /// - Throws: `FeedProblem` with the line, where it goes on in no way that XML has.
  mutating func next() throws(FeedProblem) -> Piece? {
    if endsAtOnce {
      endsAtOnce = false
      close()
      return .end
    }
    while place < text.endIndex {
      if text[place] != UInt8(ascii: "<") {
        let text = readText()
        if !open.isEmpty { return .text(text) }
        if !text.allSatisfy(\.isBlank) { throw problem(hasRoot ? "text behind its end" : "text before its beginning") }
      } else if starts("<!--") {
        try skip(to: "-->", after: 4)
      } else if starts("<![CDATA[") {
        let start = place + 9
        try skip(to: "]]>", after: 9)
        if !open.isEmpty { return .text(Array(text[start..<(place - 3)])) }
      } else if starts("<?") {
        try skip(to: "?>", after: 2)
      } else if starts("</") {
        try readEnd()
        return .end
      } else {
        return .start(try readStart())
      }
    }
    if !hasRoot || !open.isEmpty { throw problem("it ends too soon") }
    return nil
  }

  func problem(_ words: String) -> FeedProblem {
    let line = 1 + text[..<min(place, text.endIndex)].count { $0 == 0x0A }
    return FeedProblem("line \(line): \(words)")
  }

  private func starts(_ sign: StaticString) -> Bool {
    sign.withUTF8Buffer { text[place...].starts(with: $0) }
  }

  private mutating func skip(to end: String, after count: Int) throws(FeedProblem) {
    let start = place + count
    guard start <= text.endIndex, let found = text[start...].firstRange(of: Array(end.utf8)) else {
      throw problem("`\(end)` is missing")
    }
    place = found.upperBound
  }

  // MARK: Text

  private mutating func readText() -> [UInt8] {
    let end = text[place...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
    defer { place = end }
    return XMLScanner.resolved(text[place..<end])
  }

  /// A text with its references resolved.
  static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      let name = rest.prefix(12).prefix { $0 != UInt8(ascii: ";") }
      if byte == UInt8(ascii: "&"), name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";"),
        let value = numberOfReference(name) ?? entity(name)
      {
        bytes.append(scalar: value)
        rest = rest[(name.endIndex + 1)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func entity(_ name: ArraySlice<UInt8>) -> UInt32? {
    let known: KeyValuePairs<StaticString, UInt32> = ["amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27]
    return known.first { name.isExactly($0.key) }?.value
  }

  // MARK: Tags

  private mutating func readEnd() throws(FeedProblem) {
    place += 2
    let name = try readName()
    skipBlanks()
    guard take(">"), let element = open.last, element == name else { throw problem("an end without its beginning") }
    close()
  }

  private mutating func close() {
    namespaces.removeAll { $0.depth == open.count }
    open.removeLast()
  }

  private mutating func readStart() throws(FeedProblem) -> XMLElement {
    if hasRoot, open.isEmpty { throw problem("an element behind its end") }
    guard open.count < bounds.depth else {
      throw problem("elements stand more than \(bounds.depth) deep in each other")
    }
    place += 1
    let name = try readName()
    open.append(name)
    hasRoot = true
    let attributes = try readAttributes()
    for (key, value) in attributes {
      if key.isExactly("xmlns") {
        namespaces.append((open.count, [], value))
      } else if key.starts(with: "xmlns:".utf8) {
        namespaces.append((open.count, key.dropFirst("xmlns:".utf8.count), value))
      }
    }
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    let prefix = colon.map { name[..<$0] } ?? []
    return XMLElement(
      namespace: namespaces.last { $0.prefix == prefix }?.name ?? [],
      name: Array(colon.map { name[($0 + 1)...] } ?? name), attributes: attributes)
  }

  private mutating func readAttributes() throws(FeedProblem) -> [(key: ArraySlice<UInt8>, value: [UInt8])] {
    var attributes: [(key: ArraySlice<UInt8>, value: [UInt8])] = []
    while true {
      skipBlanks()
      if take(">") { return attributes }
      if take("/>") {
        endsAtOnce = true
        return attributes
      }
      guard attributes.count < bounds.attributes else { throw problem("an element has too many attributes") }
      let key = try readName()
      skipBlanks()
      guard take("=") else { throw problem("`=` is missing") }
      skipBlanks()
      attributes.append((key, try readValue()))
    }
  }

  private mutating func readValue() throws(FeedProblem) -> [UInt8] {
    guard place < text.endIndex, text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'"),
      let end = text[(place + 1)...].firstIndex(of: text[place])
    else { throw problem("a value in quotes is missing") }
    defer { place = end + 1 }
    return XMLScanner.resolved(text[(place + 1)..<end])
  }

  /// A name: letters, digits, `_ : - .` and whatever is not of ASCII.
  private mutating func readName() throws(FeedProblem) -> ArraySlice<UInt8> {
    let name = text[place...].prefix(256).prefix {
      $0.isLetter || $0.isDigit || $0 >= 0x80 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    guard let first = name.first, !first.isDigit, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else {
      throw problem("a name is missing")
    }
    place = name.endIndex
    return name
  }

  private mutating func skipBlanks() {
    while place < text.endIndex, text[place].isBlank { place += 1 }
  }

  private mutating func take(_ sign: StaticString) -> Bool {
    guard starts(sign) else { return false }
    place += sign.utf8CodeUnitCount
    return true
  }
}

/// An element as it begins.
struct XMLElement {
  /// The address that names its vocabulary; empty where there is none.
  let namespace: [UInt8]
  /// Its name without a prefix.
  let name: [UInt8]
  private let attributes: [(key: ArraySlice<UInt8>, value: [UInt8])]

  init(namespace: [UInt8], name: [UInt8], attributes: [(key: ArraySlice<UInt8>, value: [UInt8])]) {
    self.namespace = namespace
    self.name = name
    self.attributes = attributes
  }

  /// The value of an attribute, by its name as it is written.
  func attribute(_ key: StaticString) -> [UInt8]? { attributes.first { $0.key.isExactly(key) }?.value }
}

/// The character of a reference by number, `#39` or `#x27`; nil for what is none.
func numberOfReference(_ name: ArraySlice<UInt8>) -> UInt32? {
  guard name.first == UInt8(ascii: "#") else { return nil }
  let digits = name.dropFirst()
  let isHexadecimal = digits.first?.small == UInt8(ascii: "x")
  let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
  guard text.utf8.allSatisfy({ $0.isDigit || $0.isLetter }) else { return nil }
  return UInt32(text, radix: isHexadecimal ? 16 : 10)
}
