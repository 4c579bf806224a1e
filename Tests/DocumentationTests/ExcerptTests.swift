import Foundation
import Testing

/// Sources that a document shows stand in files that are built: after the fence stands `from=FILE`.
@Suite("Excerpts") struct ExcerptTests {
  private static let excerpts = MarkdownFile.all.flatMap(\.blocks).filter { $0.value("from") != nil }

  @Test func `there are excerpts`() { #expect(Self.excerpts.count >= 5) }

  @Test(arguments: excerpts)
  func `an excerpt stands word for word in its file`(_ excerpt: MarkdownFile.Block) throws {
    let file = MarkdownFile.repository.appending(path: try #require(excerpt.value("from")))
    #expect(try String(contentsOf: file, encoding: .utf8).contains(excerpt.text), "\(excerpt.testDescription)")
  }
}
