import YAMLSyntax

extension YAMLScalar {
  /// What AutoModerator has in place of a word without quotes that YAML 1.1 takes for something else, as Python writes it;
  /// nil where that is what stands there. See <https://yaml.org/type/>.
  var converted: String? {
    guard style == .plain else { return nil }
    let read = constant ?? number
    return read == text ? nil : read
  }

  private var constant: String? {
    switch text.lowercased() {
    case "yes", "on", "true": "True"
    case "no", "off", "false": "False"
    case "null", "~": "None"
    default: nil
    }
  }

  private var number: String? {
    let digits = text.lowercased().utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let signs = text.utf8.count - digits.count
    // So many digits have no exponent in Python, and every number of them is one here.
    guard signs <= 1, (1...15).contains(digits.count) else { return nil }
    let plain = String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let first = digits.first, first == UInt8(ascii: ".") || YAMLScalar.isDigit(first),
      let value = YAMLScalar.wholeNumber(plain).map(String.init) ?? YAMLScalar.decimal(plain)
    else { return nil }
    return text.hasPrefix("-") && value != "0" ? "-" + value : value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `1_000`, `0x1f`, `0b11`, `010` to the base of eight, and `4:20` to the base of sixty.
  private static func wholeNumber(_ plain: String) -> Int? {
    guard !plain.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }) else { return nil }
    if plain.hasPrefix("0x") { return Int(plain.dropFirst(2), radix: 16) }
    if plain.hasPrefix("0b") { return Int(plain.dropFirst(2), radix: 2) }
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1 { return Int(plain, radix: plain.hasPrefix("0") ? 8 : 10) }
    guard !plain.hasPrefix("0"), parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 }),
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers.reduce(0) { $0 * 60 + $1 }
  }

  /// `1.10` as `1.1`.
  private static func decimal(_ plain: String) -> String? {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), !(parts[0].isEmpty && parts[1].isEmpty),
      !parts[1].hasPrefix("0000")
    else { return nil }
    let zero = UInt8(ascii: "0")
    let whole = String(decoding: parts[0].utf8.drop { $0 == zero }, as: UTF8.self)
    let rest = String(decoding: parts[1].utf8.reversed().drop { $0 == zero }.reversed(), as: UTF8.self)
    return (whole.isEmpty ? "0" : whole) + "." + (rest.isEmpty ? "0" : rest)
  }
}
