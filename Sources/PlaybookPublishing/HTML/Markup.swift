/// HTML in which every text has been escaped: the one door through which text reaches a page.
///
/// It is written as a literal, which is markup; what is interpolated is text and is escaped, unless it is markup itself:
/// `"<a href=\"#\(identifier)\">\(title)</a>"`. The same escaping serves between tags and in quoted attributes. No
/// other string can become markup, for a literal is all that the type is made of.
public struct Markup: Sendable, ExpressibleByStringInterpolation {
  /// The markup as it stands in the page.
  public private(set) var html: String

  public init() { html = "" }
  public init(stringLiteral markup: StaticString) { html = markup.description }
  public init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

  /// A file of the page, such as a script, that is part of Decorum and holds no text of others.
  init(ofOurOwn html: String) { self.html = html }

  public var isEmpty: Bool { html.isEmpty }

  public static func += (one: inout Markup, other: Markup) { one.html += other.html }
  public static func + (one: Markup, other: Markup) -> Markup { Markup(ofOurOwn: one.html + other.html) }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ literal: StaticString) { html += literal.description }
    public mutating func appendInterpolation(_ text: String) { html += escaped(text) }
    public mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    public mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }
    public mutating func appendInterpolation(_ number: Int) { html += String(number) }
    /// Text of several lines, each of which stays one.
    public mutating func appendInterpolation(lines text: String) {
      html += legibleLines(text).map { escapedLegible($0) }.joined(separator: "\n")
    }
  }
}

extension Sequence<Markup> {
  public func joined() -> Markup { reduce(into: Markup()) { $0 += $1 } }
}

private func escaped(_ text: String) -> String { escapedLegible(legible(text)) }

private func escapedLegible(_ text: String) -> String {
  guard text.utf8.contains(where: isMark) else { return text }
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    case UInt8(ascii: "'"): bytes += "&#39;".utf8
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  default: false
  }
}
