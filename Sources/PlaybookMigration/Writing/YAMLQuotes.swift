import Diagnostics

/// How a text stands in YAML so that it is read back as it is.
enum YAMLQuotes {
  /// A key: plain where it is a name, else in double quotes.
  static func key(_ text: String) -> String {
    let isName = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2E, 0x2D, 0x5F].contains($0)
    }
    return isName && !text.isEmpty ? text : doubleQuoted(text)
  }

  /// The text in double quotes, with everything that cannot be seen as an escape.
  static func doubleQuoted(_ text: String) -> String {
    let hidden = hiddenScalars(of: text)
    var quoted = "\""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        if isEscaped(scalar) || hidden.contains(index) {
          quoted += escape(scalar)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// The text in single quotes; nil where it has to be escaped.
  static func singleQuoted(_ text: String) -> String? {
    guard hiddenScalars(of: text).isEmpty, !text.unicodeScalars.contains(where: { isEscaped($0) || $0 == "\n" }) else {
      return nil
    }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// A text of several lines as a block that keeps them; nil where it has one line, or cannot stand in a block.
  static func block(_ text: String, indent: Int) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty,
      first.first != " ", hiddenScalars(of: text).isEmpty,
      !text.unicodeScalars.contains(where: { isEscaped($0) }),
      !lines.contains(where: { $0.first == " " && $0.allSatisfy { $0 == " " } })
    else { return nil }
    let margin = String(repeating: " ", count: indent)
    return "|-" + lines.map { "\n" + ($0.isEmpty ? "" : margin + $0) }.joined()
  }

  /// Line ends aside: what YAML or a reader would take for something else.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" { return false }
    switch scalar.value {
    case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: return true
    default: return scalar.properties.generalCategory == .unassigned || scalar.properties.generalCategory == .surrogate
    }
  }

  /// The places, in scalars, of what nobody could see.
  private static func hiddenScalars(of text: String) -> Set<Int> {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
    var offsets: Set<Int> = []
    // A blank is put first, so that no byte order mark begins the text.
    findHiddenCharacters(in: [0x20] + Array(text.utf8)) { offsets.insert($0.offset - 1) }
    guard !offsets.isEmpty else { return [] }
    var hidden: Set<Int> = []
    var offset = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      // What joins characters is judged by its neighbours, which may be escapes themselves: none of it is left as it is.
      let isJoining = scalar.value >= 0x80 && scalar.properties.isDefaultIgnorableCodePoint
      if offsets.contains(offset) || isJoining { hidden.insert(index) }
      offset += UTF8.width(scalar)
    }
    return hidden
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }
}
