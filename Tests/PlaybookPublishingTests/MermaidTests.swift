import Testing

@testable import PlaybookPublishing

@Suite struct MermaidTests {
  @Test func `a flowchart has a part for each question`() {
    let expected = """
      flowchart TB
        start(["A comment"])
        subgraph row0[" "]
          direction LR
          q0{{"Abuse#63;"}}
          q0 -- Yes --> a0["Hide it<br>A strike on “Warn”"]
        end
        start --> row0
        class row0 row
        subgraph row1[" "]
          direction LR
          q1(["The rest"])
          q1 --> a1["Join in"]
        end
        row0 -- No --> row1
        class row1 row
        always[/"In any case"/]
        row1 -.- always
        classDef row fill:none
      """
    #expect(Mermaid().lines(of: .flowchart(smallFlowchart))?.joined(separator: "\n") == expected)
  }

  @Test(
    arguments: [
      ("A threat?", "A threat#63;"), ("\"so\"", "#34;so#34;"), ("a; end", "a#59; end"), ("#quot;", "#35;quot#59;"),
      ("<b>", "#60;b#62;"), ("`x`", "#96;x#96;"), ("1. one", "1#46; one"), ("%%{init}", "#37;#37;#123;init#125;"),
      ("$$x$$", "#36;#8288;#36;x#36;#8288;#36;"), ("ﬂ°°60¶ß", "fl°°60¶ß"), ("a\nb", "a b"), ("Köln, 漢字", "Köln, 漢字"),
      ("a\u{202E}b", "a#60;U#43;202E#62;b"),
    ])
  func `what could mean something is written as a number`(text: String, expected: String) {
    #expect(mermaidEscaped(text) == expected)
  }

  /// In a label stand letters, digits, blanks, commas, numbers of characters, line breaks and letters beyond ASCII.
  private func isHarmless(_ label: Substring) -> Bool {
    let rest = label.replacing("<br>", with: "").replacing(/#[0-9]+;/, with: "")
    return rest.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || scalar == " " || scalar == "," || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
    }
  }

  @Test(arguments: HostileTexts.all + ["end", "\"]\nend", "graph TD; a-->b", "x:::y", "$$x$$"])
  func `a hostile text stays within its label`(text: String) throws {
    for (hostile, plain) in zip(drawingsOf(text), drawingsOf("word")) {
      let lines = Mermaid().lines(of: hostile) ?? []
      let expected = Mermaid().lines(of: plain) ?? []
      try #require(lines.count == expected.count)
      for (line, other) in zip(lines, expected) {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let others = other.split(separator: "\"", omittingEmptySubsequences: false)
        #expect(parts.count == others.count && parts.first == others.first && parts.last == others.last)
        if parts.count > 1 { #expect(isHarmless(parts[1]), "\(line)") }
      }
    }
  }

  @Test func `what is larger than GitHub draws is left to its words`() {
    let box = Document.Box(String(repeating: "long ", count: 60))
    let rows = (0..<200).map { _ in Document.Flowchart.Row(question: box, outcome: .init(box, .calm)) }
    let chart = Document.Drawing.flowchart(.init(start: "a", rows: rows, otherwise: nil, always: nil))
    let figure = Document.Figure(title: "T", drawing: chart, words: [.paragraph("In words.")])
    #expect(Mermaid().lines(of: chart) == nil)
    let text = markdown(Document(title: "T", origin: "o", blocks: [.figure(figure)]))
    #expect(text.hasSuffix("# T\n\nIn words.\n"))
  }

  @Test func `the words of a figure wait behind a disclosure unless they are part of the text`() {
    for isOpen in [true, false] {
      let figure = Document.Figure(
        title: "Triage", anchor: Anchor("f"), drawing: .flowchart(smallFlowchart), words: [.paragraph("In words.")],
        showsWords: isOpen)
      let text = markdown(Document(title: "T", origin: "o", blocks: [.figure(figure)]))
      #expect(text.contains("<a id=\"f\"></a>\n\n```mermaid\nflowchart TB\n"))
      #expect(text.contains("<summary>Triage, in words</summary>") == !isOpen)
      #expect(text.contains("\n```\n\nIn words.\n") == isOpen)
    }
  }
}
