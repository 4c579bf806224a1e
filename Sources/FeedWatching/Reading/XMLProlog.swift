/// What stands before the first element of a text of XML, as far as it matters whether it may be parsed at all.
struct XMLProlog {
  /// `<?xml version="1.0" encoding="utf-8"?>`
  private(set) var declaration: Range<Int>?
  /// Whether a document type is declared, which may define entities: the way to blow a text up, and to have other files
  /// read. Elsewhere than here it is no XML.
  private(set) var declaresType = false

  init(_ text: [UInt8]) {
    var rest = text[...].drop { $0.isBlank }
    while let first = rest.first, first == UInt8(ascii: "<") {
      if rest.starts(with: "<?".utf8) {
        let end = rest.firstRange(of: Array("?>".utf8))?.upperBound ?? rest.endIndex
        if declaration == nil, rest.starts(with: "<?xml".utf8) { declaration = rest.startIndex..<end }
        rest = rest[end...]
      } else if rest.starts(with: "<!--".utf8) {
        let end = rest.dropFirst(4).firstRange(of: Array("-->".utf8))?.upperBound ?? rest.endIndex
        rest = rest[end...]
      } else {
        declaresType = rest.starts(with: "<!".utf8)
        return
      }
      rest = rest.drop { $0.isBlank }
    }
  }
}
