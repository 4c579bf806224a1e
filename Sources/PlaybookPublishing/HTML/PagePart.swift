/// A piece of a page that is no part of its document: a box to ask the playbook, the findings of a build, a script that
/// loads the page anew.
///
/// It brings what it needs with it, and the page's policy allows exactly that. Identifiers within it have a colon before
/// a small letter (`ask:text`), which no anchor of a document has.
public struct PagePart: Sendable {
  public enum Place: Sendable {
    /// Above all, before the title.
    case banner
    /// A section after what the document begins with, before its first section.
    case section(Document.Heading)
    /// At the end, where nobody sees it.
    case hidden
  }

  /// Data for a script, which reads it as the text of the element with the identifier.
  public struct Data: Sendable {
    public let identifier: String
    public let mediaType: String
    public let text: String

    /// JSON; what could end the element is written as `\u003C`, which means the same there.
    public static func json(_ text: String, identifier: String) -> Data {
      let bytes = text.utf8.flatMap { $0 == UInt8(ascii: "<") ? Array(#"\u003C"#.utf8) : [$0] }
      return Data(identifier: identifier, mediaType: "application/json", text: String(decoding: bytes, as: UTF8.self))
    }

    /// Any bytes, in base 64.
    public static func bytes(_ bytes: [UInt8], identifier: String) -> Data {
      Data(identifier: identifier, mediaType: "application/octet-stream;encoding=base64", text: base64(bytes))
    }
  }

  public let place: Place
  public let markup: Markup
  /// CSS, for the head of the page.
  public let style: String
  /// Modules in JavaScript, run in their order when the page has been read. They are part of Decorum, never of a playbook.
  public let scripts: [String]
  public let data: [Data]
  /// Addresses to which the scripts may connect, as `connect-src` has them. A published page has none.
  public let connections: [String]
  /// Whether the scripts load others. Those of a published page do not.
  public let loadsScripts: Bool

  public init(
    _ place: Place, markup: Markup = Markup(), style: String = "", scripts: [String] = [], data: [Data] = [],
    connections: [String] = [], loadsScripts: Bool = false
  ) {
    self.place = place
    self.markup = markup
    self.style = style
    self.scripts = scripts
    self.data = data
    self.connections = connections
    self.loadsScripts = loadsScripts
  }
}
