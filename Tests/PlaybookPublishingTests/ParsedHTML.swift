import Foundation

/// A page as a browser reads it, as far as pages of ours go: elements with their attributes, and texts.
struct ParsedHTML {
  struct Problem: Error { let place: Substring }

  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var elements: [Element] = []
  /// The names of the ends of elements among those of their beginnings: `section`, `p`, `/p`, `/section`.
  private(set) var tags: [String] = []
  private(set) var texts: [String] = []
  /// What stands in styles and in scripts, in the order of the page.
  private(set) var raw: [(element: Element, text: String)] = []

  init(_ html: String) throws(Problem) {
    // Scalars, for a mark that combines with the `>` before it is still no part of the tag.
    var rest = Substring(html).unicodeScalars
    while !rest.isEmpty {
      if rest.first == "<" { try readTag(&rest) } else { readText(&rest) }
    }
  }

  /// The tags without those within drawings, which texts make larger.
  var tagsBesideDrawings: [String] {
    var isInside = false
    return tags.filter { tag in
      if tag == "/svg" { isInside = false }
      defer { if tag == "svg" { isInside = true } }
      return !isInside
    }
  }

  private mutating func readText(_ rest: inout Substring.UnicodeScalarView) {
    let text = rest.prefix { $0 != "<" }
    rest = rest.dropFirst(text.count)
    if !text.allSatisfy(\.properties.isWhitespace) { texts.append(Self.unescaped(text)) }
  }

  private mutating func readTag(_ rest: inout Substring.UnicodeScalarView) throws(Problem) {
    let start = rest
    rest.removeFirst()
    let name = String(rest.prefix { $0 == "/" || $0 == "!" || Self.isPartOfName($0) })
    rest = rest.dropFirst(name.unicodeScalars.count)
    tags.append(name)
    if name == "!DOCTYPE" { rest = rest.drop { $0 != ">" } }
    var attributes: [(name: String, value: String)] = []
    while let next = rest.first, next != ">", !rest.starts(with: ["/", ">"]) {
      rest = rest.drop { $0 == " " || $0 == "\n" }
      let name = rest.prefix(while: Self.isPartOfName)
      rest = rest.dropFirst(name.count)
      if name.isEmpty { throw Problem(place: Substring(start.prefix(200))) }
      if rest.starts(with: ["=", "\""]) {
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 3)
        attributes.append((String(name), Self.unescaped(value)))
      } else {
        attributes.append((String(name), ""))
      }
    }
    // An element of a drawing may end where it begins.
    if rest.first == "/" {
      rest.removeFirst()
      tags.append("/" + name)
    }
    guard rest.popFirst() == ">", !name.isEmpty else { throw Problem(place: Substring(start.prefix(200))) }
    if name.hasPrefix("/") { return }
    elements.append(Element(name: name, attributes: attributes))
    if ["style", "script"].contains(name) { try readRaw(&rest, name) }
  }

  private mutating func readRaw(_ rest: inout Substring.UnicodeScalarView, _ name: String) throws(Problem) {
    let text = Substring(rest)
    guard let end = text.firstRange(of: "</\(name)>"), let element = elements.last else {
      throw Problem(place: text.prefix(200))
    }
    raw.append((element, String(text[..<end.lowerBound])))
    rest = text[end.lowerBound...].unicodeScalars
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
  }

  private static func unescaped(_ text: Substring.UnicodeScalarView) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) {
      $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
    }
  }
}
