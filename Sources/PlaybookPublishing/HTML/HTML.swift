/// How a page is written, beside its document.
public struct HTMLOptions: Sendable {
  /// Another form of the document or another document, beside the page: its title and the name of its file.
  public struct Link: Sendable {
    public let title: String
    public let file: String

    public init(_ title: String, file: String) {
      self.title = title
      self.file = file
    }
  }

  /// The language of the text, as BCP 47 has it.
  public var language: String
  public var links: [Link]
  public var parts: [PagePart]

  public init(language: String = "en", links: [Link] = [], parts: [PagePart] = []) {
    self.language = language
    self.links = links
    self.parts = parts
  }
}

/// Writes a document as a page: one file that asks for no other, and runs and shows nothing but what it holds.
///
/// It is complete without its scripts, which add search, a table of contents that follows the reader and buttons that
/// copy links. Anchors are those of the Markdown. The same document gives the same bytes; lines end with LF.
public func html(_ document: Document, _ options: HTMLOptions = HTMLOptions()) -> String {
  Page(document: document, options: options).written.html
}
