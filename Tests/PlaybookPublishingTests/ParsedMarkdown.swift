import Foundation

/// A document as cmark-gfm reads it, with the extensions that GitHub uses: an independent witness of what our Markdown means.
struct ParsedMarkdown {
  /// A node of the tree. Empty comments, which only part characters, are left out, and tags count as what they mean.
  struct Node: Equatable, CustomStringConvertible {
    let name: String
    /// How deep it stands among blocks; 0 for what stands within a line.
    let depth: Int
    var description: String { "\(String(repeating: " ", count: depth))\(name)" }
  }

  private(set) var nodes: [Node] = []
  private(set) var destinations: [String] = []
  private(set) var html: [String] = []
  /// The text of each paragraph, heading and cell, marks left out.
  private(set) var texts: [String] = []

  static let path = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isAvailable: Bool { path != nil }
  static let absence = "cmark-gfm is not installed (apt-get install -y cmark-gfm)"

  init(_ markdown: String) throws {
    var element = ""
    for line in try Self.xml(markdown).split(separator: "\n", omittingEmptySubsequences: false) {
      element += element.isEmpty ? line : "\n\(line)"
      if Self.isWhole(element) {
        read(element[...])
        element = ""
      }
    }
  }

  /// Only blocks of HTML and of code go over several lines.
  private static func isWhole(_ element: String) -> Bool {
    let text = element.drop { $0 == " " }
    return ["html_block", "code_block"].allSatisfy { !text.hasPrefix("<\($0)") || text.contains("</\($0)>") }
  }

  private mutating func read(_ line: Substring) {
    let depth = line.prefix { $0 == " " }.count
    let tag = line.dropFirst(depth)
    guard tag.hasPrefix("<"), !tag.hasPrefix("</"), !tag.hasPrefix("<?"), !tag.hasPrefix("<!") else { return }
    let name = String(tag.dropFirst().prefix { $0.isLetter || $0 == "_" })
    switch name {
    case "text": append(text: content(of: tag))
    case "code":
      nodes.append(Node(name: name, depth: 0))
      append(text: content(of: tag))
    case "html_inline", "html_block": read(html: content(of: tag), name: name)
    case "softbreak", "linebreak", "emph", "strong", "strikethrough": nodes.append(Node(name: name, depth: 0))
    case "link", "image":
      nodes.append(Node(name: name, depth: 0))
      destinations.append(attribute("destination", of: tag))
    default:
      nodes.append(Node(name: name, depth: depth))
      if ["paragraph", "heading", "table_cell"].contains(name) { texts.append("") }
    }
  }

  private mutating func append(text: String) {
    if !texts.isEmpty { texts[texts.count - 1] += text }
  }

  private mutating func read(html: String, name: String) {
    let meaning = ["<em>": "emph", "<strong>": "strong", "<code>": "code"]
    if html == "<!-- -->" || ["</em>", "</strong>", "</code>"].contains(html) { return }
    self.html.append(html)
    nodes.append(Node(name: meaning[html] ?? name, depth: 0))
  }

  private func content(of tag: Substring) -> String {
    guard let start = tag.firstIndex(of: ">"), let end = tag.lastIndex(of: "<") else { return "" }
    return start < end ? decoded(tag[tag.index(after: start)..<end]) : ""
  }

  private func attribute(_ name: String, of tag: Substring) -> String {
    guard let start = tag.range(of: "\(name)=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"") else {
      return ""
    }
    return decoded(tag[start..<end])
  }

  private func decoded(_ text: Substring) -> String {
    if !text.utf8.contains(UInt8(ascii: "&")) { return String(text) }
    return text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
  }

  private static func xml(_ markdown: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("decorum-\(UUID().uuidString).md")
    try Data(markdown.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/false")
    let extensions = ["table", "autolink", "strikethrough", "tagfilter", "tasklist", "footnotes"].flatMap {
      ["-e", $0]
    }
    process.arguments = ["--unsafe", "-t", "xml"] + extensions + [file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    return String(decoding: data, as: UTF8.self)
  }
}
