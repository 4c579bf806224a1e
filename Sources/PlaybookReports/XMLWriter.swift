import Diagnostics

/// Writes XML 1.0 with strict escaping: an element a line, indented; what XML cannot hold is shown as `<U+001B>` is.
struct XMLWriter {
  private(set) var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  private var depth = 0

  /// An element with the elements that the closure writes.
  mutating func element(_ name: StaticString, _ attributes: [(String, String)], _ content: (inout XMLWriter) -> Void) {
    line("<\(name)\(written(attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  mutating func element(_ name: StaticString, _ attributes: [(String, String)]) {
    line("<\(name)\(written(attributes))/>")
  }

  /// An element that holds lines of text.
  mutating func element(_ name: StaticString, _ attributes: [(String, String)] = [], text lines: [String]) {
    line("<\(name)\(written(attributes))>\(lines.map(escaped).joined(separator: "\n"))</\(name)>")
  }

  private mutating func line(_ text: String) {
    self.text += String(repeating: "  ", count: depth) + text + "\n"
  }

  private func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t": escaped += "&#9;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
