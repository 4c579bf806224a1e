import Foundation
import Testing

/// Links in the documents lead to files and headings that are there, and tables are whole.
@Suite("Links") struct LinkTests {
  struct Link: CustomTestStringConvertible, Sendable {
    let from: MarkdownFile
    let target: String
    var testDescription: String { "\(from.path) to \(target)" }
  }

  private static let links = MarkdownFile.all.flatMap { file in
    file.text.matches(of: /\]\(([^)\s]+)\)/).map { Link(from: file, target: String($0.1)) }
  }.filter { !$0.target.contains("://") && !$0.target.hasPrefix("mailto:") }

  @Test(arguments: links)
  func `a link leads somewhere`(_ link: Link) throws {
    let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let home = MarkdownFile.repository.appending(path: link.from.path).deletingLastPathComponent()
    let url =
      parts[0].isEmpty
      ? MarkdownFile.repository.appending(path: link.from.path) : home.appending(path: String(parts[0])).standardized
    #expect(FileManager.default.fileExists(atPath: url.path), "there is no \(url.path)")
    guard parts.count == 2, url.pathExtension == "md" else { return }
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(anchors(of: text).contains(String(parts[1])), "there is no #\(parts[1])")
  }

  @Test(arguments: MarkdownFile.all)
  func `every row of a table has as many cells as its head`(_ file: MarkdownFile) {
    var columns: Int?
    for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      if line.hasPrefix("| ") { #expect(cells == columns ?? cells, "\(file.path):\(index + 1)") }
      columns = line.hasPrefix("| ") ? cells : nil
    }
  }

  /// What can be linked to: marks, and headings as GitHub names them.
  private func anchors(of text: String) -> Set<String> {
    let marks = text.matches(of: /<a id="([^"]+)"><\/a>/).map { String($0.1) }
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      let words = line.drop { $0 == "#" }.dropFirst().lowercased()
      return String(words.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" })
        .replacing(" ", with: "-")
    }
    return Set(marks + headings)
  }
}
