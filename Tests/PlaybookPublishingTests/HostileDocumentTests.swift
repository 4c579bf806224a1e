import Foundation
import PlaybookPublishing
import Testing

@testable import func PlaybookPublishing.legible

/// What cmark-gfm reads out of a document with hostile texts in it is what was put in.
@Suite(.enabled(if: ParsedMarkdown.isAvailable, Comment(rawValue: ParsedMarkdown.absence)))
struct HostileDocumentTests {
  /// A document with one text in every place that a document has.
  private func document(_ text: String) -> Document {
    let prose = Prose(text)
    let marked: Prose = "\(.strong(prose)) \(prose)\(.emphasis(prose))\(prose)\(.link(prose, to: Anchor(text))) \(.code(text))."
    return Document(
      title: text, origin: text,
      blocks: [
        .heading(.init(level: 2, number: text, anchor: Anchor(text), text: prose)), .paragraph(prose), .paragraph(marked),
        .list(.init(isOrdered: false, items: [[.paragraph(prose)], [.paragraph(prose), .paragraph(marked)]])),
        .list(.init(isOrdered: true, items: [[.paragraph(prose)]])),
        .table(.init(columns: [prose, marked], rows: [.init(anchor: Anchor(text), cells: [prose, marked])])),
        .definitions([.init(prose, [.paragraph(prose)])]), .quotation([.paragraph(prose)]), .code(text),
        .disclosure(summary: text, [.paragraph(prose)]), .paragraph("\(prose)\(Prose(.lineBreak))\(prose)"),
      ])
  }

  private func expectSameStructure(_ text: String, _ seed: UInt64? = nil) throws {
    let plain = try ParsedMarkdown(markdown(document("word")))
    let hostile = try ParsedMarkdown(markdown(document(text)))
    let difference = hostile.nodes.difference(from: plain.nodes)
    #expect(hostile.nodes == plain.nodes, "seed \(seed ?? 0), \(text.debugDescription): \(difference)")
    #expect(hostile.destinations.allSatisfy { $0.hasPrefix("#") }, "seed \(seed ?? 0), \(text.debugDescription)")
    let expected = plain.texts.map { withoutBlanks($0.replacingOccurrences(of: "word", with: legible(text))) }
    #expect(hostile.texts.map(withoutBlanks) == expected, "seed \(seed ?? 0), \(text.debugDescription)")
    #expect(plain.texts.contains("word"))
  }

  private func withoutBlanks(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  @Test(arguments: HostileTexts.all) func `a text changes nothing but itself`(text: String) throws {
    try expectSameStructure(text)
  }

  @Test func `random texts change nothing but themselves`() throws {
    let seed = UInt64.random(in: 0...(.max))
    var dice = Dice(seed: seed)
    for _ in 0..<150 { try expectSameStructure(HostileTexts.random(&dice), seed) }
  }
}
