/// The scripts and the data of a page as they stand at its end.
///
/// What is long is packed, and a script unpacks it before it is run or read: a page with an engine in it stays as small as
/// one that is looked at.
struct PageScripts {
  private let modules: [String]
  private let data: [PagePart.Data]

  init(modules: [String], data: [PagePart.Data]) {
    self.modules = modules
    self.data = data
  }

  /// All that is run, as it is then: what the policy of the page must know.
  var texts: [String] { modules + (isPacked ? [PageFiles.unpacking] : []) }

  var markup: Markup {
    let data = data.map { element($0.text, type: $0.mediaType, identifier: $0.identifier) }
    let modules = modules.map { element($0, type: "module", identifier: nil) }
    let unpacking = isPacked ? element(PageFiles.unpacking, type: "module", identifier: nil) : Markup()
    return data.joined() + modules.joined() + unpacking
  }

  /// From so many bytes on a text is packed. Below, people can read it where it stands.
  private static let length = 1 << 15

  private var isPacked: Bool {
    modules.contains(where: packs) || data.contains { packs($0.text, type: $0.mediaType) }
  }

  private func packs(_ text: String) -> Bool { text.utf8.count >= PageScripts.length }

  /// What is base 64 already would not become shorter.
  private func packs(_ text: String, type: String) -> Bool { packs(text) && !type.utf8.contains(UInt8(ascii: ";")) }

  private func element(_ text: String, type: String, identifier: String?) -> Markup {
    let name: Markup? = identifier.map { " id=\"\($0)\"" }
    guard packs(text, type: type) else { return "<script type=\"\(type)\"\(name)>\(ofOurOwn: text)</script>\n" }
    let packed = base64(zlibStream(Array(text.utf8)))
    return """
      <script type="application/octet-stream;encoding=base64" data-packed="\(type)"\(name)>\(packed)</script>

      """
  }
}

extension Markup.Interpolation {
  /// The text of a style or script of our own, which nothing in it may end.
  mutating func appendInterpolation(ofOurOwn text: String) {
    precondition(!text.endsElement, "no style or script of a page holds `</` of its element, or a comment of HTML")
    appendInterpolation(Markup(ofOurOwn: text))
  }
}

extension String {
  /// Whether it holds `</script`, `</style` or `<!--`, in letters of either size.
  fileprivate var endsElement: Bool {
    let ends = ["</script", "</style", "<!--"].map { Array($0.utf8) }
    let bytes = Array(utf8)
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "<") && ends.contains { bytes[index...].starts(with: $0) { $0 | 0x20 == $1 | 0x20 } }
    }
  }
}
