import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting
import Testing

/// The language reference holds what the compiler goes by, and its examples are what they are said to be.
@Suite("Language reference") struct ReferenceTests {
  private static var documents: [ReferenceDocument] {
    MarkdownFile.chapters.map { file in
      ReferenceDocument(name: String(file.path.split(separator: "/").last ?? ""), text: file.text)
    }
  }

  @Test func `the tables in the chapters are what the compiler makes`() throws {
    for (committed, made) in zip(Self.documents, try filled(Self.documents)) {
      #expect(committed.text == made.text, "\(committed.name): run `make reference` and look at the difference")
    }
  }

  @Test(arguments: LanguageTable.names)
  func `every table has its place in one chapter`(_ name: String) {
    let places = Self.documents.filter { $0.tableNames.contains(name) }.map(\.name)
    #expect(places.count == 1, "write `<!-- table: \(name) -->` and `<!-- end -->` where it belongs: \(places)")
    #expect(Self.documents.flatMap(\.tableNames).filter { $0 == name }.count <= 1)
  }

  @Test func `a place for a table that there is none of is told`() {
    let unknown = ReferenceDocument(name: "a.md", text: "<!-- table: keys of a shoe -->\n<!-- end -->\n")
    #expect(throws: ReferenceProblem.unknownTable("keys of a shoe", document: "a.md")) { try filled([unknown]) }
    let unclosed = ReferenceDocument(name: "a.md", text: "<!-- table: keys of a team -->\n")
    #expect(throws: ReferenceProblem.unclosed("keys of a team", document: "a.md")) { try filled([unclosed]) }
  }

  @Test func `a link to a table of another chapter leads there`() throws {
    let team = ReferenceDocument(name: "Teams.md", text: "<!-- table: keys of a level -->\n<!-- end -->\n")
    let user = ReferenceDocument(name: "Other.md", text: "<!-- table: keys of an escalation -->\nold\n<!-- end -->\nx")
    let made = try filled([team, user])[1].text
    #expect(made.contains("(Teams.md#keys-of-a-level)"))
    #expect(made.hasSuffix("\n\n<!-- end -->\nx") && !made.contains("\nold\n"))
  }

  private static let examples = (MarkdownFile.chapters + MarkdownFile.all.filter { $0.path.hasSuffix("Reference.md") })
    .flatMap(\.blocks).filter { $0.language == "yaml" }

  @Test func `there are examples`() { #expect(Self.examples.count > 45) }

  @Test(arguments: examples)
  func `an example is right, or gives the finding that it is about`(_ block: MarkdownFile.Block) throws {
    let analysis = try Frame.analysis(of: block)
    let told = analysis.findings.map { "\($0.name): \($0.message) at \(analysis.files.location(of: $0.span))" }
    if let name = block.value("finding") {
      #expect(analysis.findings.contains { $0.name.description == name }, "\(told)")
    } else {
      #expect(!analysis.hasErrors, "\(told)")
    }
  }

  @Test(arguments: examples.filter { $0.value("finding") == nil })
  func `the tests in an example pass`(_ block: MarkdownFile.Block) throws {
    let analysis = try Frame.analysis(of: block)
    guard !analysis.hasErrors else { return }
    for result in try testPlaybook(analysis) {
      guard case .failed(let mismatches) = result.outcome else { continue }
      for mismatch in mismatches {
        Issue.record("\(result.title): \(mismatch.what): expected \(mismatch.expected), got \(mismatch.actual)")
      }
    }
  }

  @Test(arguments: MarkdownFile.all.flatMap(\.blocks).filter { $0.language == "json" })
  func `what is shown as JSON is JSON`(_ block: MarkdownFile.Block) throws {
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(block.text.utf8)) }
  }
}
