import PlaybookPublishing
import Testing

/// A document between the markers of a text that somebody else writes.
@Suite struct InjectionTests {
  private static let begin = "<!-- decorum:begin tea -->"
  private static let end = "<!-- decorum:end tea -->"
  private static let document = "# Tea\n\nBe kind.\n"

  private func text(_ before: String, putting document: String = document) throws -> String? {
    try injecting(document, named: "tea", into: Array(before.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("\(begin)\n\(end)\n", "\(begin)\n\n# Tea\n\nBe kind.\n\n\(end)\n"),
      ("a\n\(begin)\nold\n\n\(end)\nz", "a\n\(begin)\n\n# Tea\n\nBe kind.\n\n\(end)\nz"),
      ("\(begin)  \r\n\(end)\r\nz\n", "\(begin)  \r\n\r\n# Tea\r\n\r\nBe kind.\r\n\r\n\(end)\r\nz\n"),
      ("```\n\(begin)\n```\n\(begin)\n\(end)", "```\n\(begin)\n```\n\(begin)\n\n# Tea\n\nBe kind.\n\n\(end)"),
      ("~~~~\n\(end)\n~~~\n~~~~\n", nil), ("", nil), ("<!-- decorum:begin coffee -->\n", nil),
      ("see \(begin)\n", nil), ("```\n\(begin)\n\(end)\n", nil),
    ])
  func `what stands between the markers is replaced, and nothing else`(_ before: String, _ after: String?) throws {
    #expect(try text(before) == after)
    if let after { #expect(try text(after) == after) }
  }

  @Test(
    arguments: [
      ("x\n\(begin)\n", "line 2: `\(begin)` has no end: write `\(end)` below it"),
      ("\(end)\n", "line 1: `\(end)` has no beginning: write `\(begin)` above it"),
      ("\(begin)\n\(end)\n\(begin)\n\(end)\n", "line 3: `\(begin)` stands there a second time: leave one"),
      ("\(begin)\n\(begin)\n\(end)\n", "line 2: `\(begin)` stands there a second time: leave one"),
    ])
  func `markers that do not fit together are told`(_ before: String, _ sentence: String) {
    let problem = #expect(throws: InjectionProblem.self) { try text(before) }
    #expect(problem?.description == sentence)
  }

  @Test func `a document that shows the markers as code is put in again without a trace`() throws {
    let document = "# Tea\n\n```\n\(Self.end)\n\(Self.begin)\n```\n"
    let once = try #require(try text("\(Self.begin)\n\(Self.end)\nz", putting: document))
    #expect(try text(once, putting: document) == once)
    #expect(try text(once)?.hasSuffix("Be kind.\n\n\(Self.end)\nz") == true)
  }
}
