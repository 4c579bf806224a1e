/// A sentence to say, with places for facts and blanks that a person fills in.
public struct Wording: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case text(String)
    /// `{author.name}`
    case fact(String)
    /// `[what happened]`
    case blank(String)
  }

  public let pieces: [Piece]

  public init(pieces: [Piece]) { self.pieces = pieces }

  /// The facts that the wording needs.
  public var facts: [String] {
    pieces.compactMap { piece in
      if case .fact(let name) = piece { name } else { nil }
    }
  }

  /// The wording as an author writes it, with its facts and blanks.
  public var written: String {
    pieces.map { piece in
      switch piece {
      case .text(let words): words
      case .fact(let name): "{\(name)}"
      case .blank(let name): "[\(name)]"
      }
    }.joined()
  }

  public var hasBlank: Bool {
    pieces.contains { piece in
      if case .blank = piece { true } else { false }
    }
  }
}

extension Wording {
  /// Why a text is no wording: the offset in UTF-8 of what is wrong.
  public struct Problem: Error, Hashable, Sendable {
    public let offset: Int
    public let message: String
  }

  /// Reads a wording: `{fact}` and `[blank]`; `{{` and `}}` are braces, `[[` and `]]` brackets.
  public init(_ text: String) throws(Problem) {
    var reader = WordingReader(text)
    try reader.read()
    self.init(pieces: reader.pieces)
  }
}

private struct WordingReader {
  let bytes: [UInt8]
  var place = 0
  var text: [UInt8] = []
  var pieces: [Wording.Piece] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func read() throws(Wording.Problem) {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"): try open("{", closedBy: "}") { .fact($0) }
      case UInt8(ascii: "["): try open("[", closedBy: "]") { .blank($0) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): try close()
      default: take()
      }
    }
    endText()
  }

  private mutating func take() {
    text.append(bytes[place])
    place += 1
  }

  private mutating func endText() {
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
    text = []
  }

  private mutating func open(
    _ mark: Unicode.Scalar, closedBy end: Unicode.Scalar, make: (String) -> Wording.Piece
  ) throws(Wording.Problem) {
    if isDoubled { return takeDoubled() }
    guard let close = bytes[place...].firstIndex(of: UInt8(ascii: end)), close > place + 1 else {
      throw Wording.Problem(offset: place, message: "this `\(mark)` is not closed")
    }
    endText()
    pieces.append(make(String(decoding: bytes[place + 1..<close], as: UTF8.self)))
    place = close + 1
  }

  private mutating func close() throws(Wording.Problem) {
    guard isDoubled else {
      let mark = String(UnicodeScalar(bytes[place]))
      throw Wording.Problem(offset: place, message: "this `\(mark)` closes nothing")
    }
    takeDoubled()
  }

  private var isDoubled: Bool { place + 1 < bytes.count && bytes[place + 1] == bytes[place] }

  private mutating func takeDoubled() {
    take()
    place += 1
  }
}
