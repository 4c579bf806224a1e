/// A key that looks for texts in fields: `~title+body#2 (regex, includes)`.
struct SearchKey: Equatable {
  /// How a text must stand in the field.
  enum Method: String {
    case includesWord = "includes-word"
    case includes
    case startsWith = "starts-with"
    case endsWith = "ends-with"
    case fullExact = "full-exact"
    case fullText = "full-text"
  }

  let fields: [String]
  let isNegated: Bool
  let method: Method?
  let isRegex: Bool
  let isCaseSensitive: Bool
  /// The modifiers that AutoModerator does not know.
  let unknownModifiers: [String]

  /// Reads a key in small letters; nil where it cannot be one.
  init?(_ key: String) {
    let bytes = Array(key.utf8)
    let open = bytes.firstIndex(of: UInt8(ascii: "("))
    var name = Array(bytes[..<(open ?? bytes.count)].drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    isNegated = name.first == UInt8(ascii: "~")
    if isNegated { name.removeFirst() }
    if let suffix = name.firstIndex(of: UInt8(ascii: "#")) { name = Array(name[..<suffix]) }
    let isName: (UInt8) -> Bool = { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
    let parts = name.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
    fields = parts.map { String(decoding: $0.filter { $0 != 0x20 }, as: UTF8.self) }
    guard fields.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isName) }) else { return nil }

    let inside = open.map { bytes[($0 + 1)...].prefix { $0 != UInt8(ascii: ")") } } ?? []
    let modifiers = inside.split { $0 == UInt8(ascii: ",") }.map {
      String(decoding: $0.filter { $0 != 0x20 }, as: UTF8.self)
    }
    isRegex = modifiers.contains("regex")
    isCaseSensitive = modifiers.contains("case-sensitive")
    method = modifiers.lazy.compactMap(Method.init).first
    unknownModifiers = modifiers.filter { $0 != "regex" && $0 != "case-sensitive" && Method(rawValue: $0) == nil }
  }

  /// Whether a key looks for texts and says nothing of how.
  static func isWithoutModifiers(_ key: String) -> Bool {
    guard let search = SearchKey(key), !key.contains("(") else { return false }
    return search.fields.allSatisfy { Field.named($0, in: .item) != nil }
  }

  /// How a text must stand in the fields where the key does not say: by the field, where it is one alone.
  static func usualMethod(of fields: [Field]) -> Method {
    guard fields.count == 1, let field = fields.first else { return .includesWord }
    return field.usualMethod
  }
}
