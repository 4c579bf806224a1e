import Testing

@testable import PlaybookPublishing

@Suite struct DrawingTests {
  private func page(_ drawing: Document.Drawing) throws -> ParsedHTML {
    let figure = Document.Figure(title: "T", drawing: drawing, words: [.paragraph("W")])
    return try ParsedHTML(html(Document(title: "T", origin: "o", blocks: [.figure(figure)])))
  }

  @Test func `a figure stands there for wide and for narrow places, with the same in words`() throws {
    let page = try page(.flowchart(smallFlowchart))
    let drawings = page.elements.filter { $0.name == "svg" }
    #expect(drawings.map { $0.value("width") } == ["640", "320"])
    #expect(page.texts.contains("T"))
    #expect(page.texts.contains("The same in words"))
    #expect(page.elements.filter { $0.value("href") == "#category.abuse" }.count == 2)
    for text in ["A comment", "Abuse?", "Yes", "No", "Hide it ", "A strike on “Warn”", "The rest", "Join in"] {
      #expect(page.texts.filter { $0 == text }.count == 2, "\(text)")
    }
  }

  /// Everything in a drawing, and what each may have; nothing else comes out of any text.
  private static let attributes: [String: Set<String>] = [
    "svg": ["role", "width", "height", "viewBox"], "title": [], "desc": [], "g": ["class", "transform"], "a": ["href"],
    "rect": ["class", "x", "y", "width", "height", "rx"], "path": ["class", "d"],
    "circle": ["class", "cx", "cy", "r"], "text": ["class", "x", "y", "text-anchor"], "tspan": ["class", "x", "dy"],
  ]

  @Test(arguments: HostileTexts.all + [String(repeating: "x", count: 2000), String(repeating: "漢字", count: 300)])
  func `a hostile text is text in a drawing, too`(text: String) throws {
    for drawing in drawingsOf(text) {
      let page = try page(drawing)
      let start = try #require(page.elements.firstIndex { $0.name == "svg" })
      let end = try #require(page.elements[start...].firstIndex { $0.name == "details" })
      for element in page.elements[start..<end] where element.name != "div" {
        let allowed = try #require(Self.attributes[element.name], "\(element.name)")
        #expect(Set(element.attributes.map(\.name)).isSubset(of: allowed))
      }
      #expect(page.elements[start..<end].compactMap { $0.value("href") }.allSatisfy { $0.hasPrefix("#") })
    }
  }

  @Test(
    arguments: [
      ("", 100, []), ("one two three", 60, ["one", "two", "three"]), ("one two three", 400, ["one two three"]),
      ("漢字漢字漢字", 64, ["漢字漢", "字漢字"]), ("aaaaaaaaaa", 42, ["aaaa", "aaaa", "aa"]),
      ("a b c d e f g", 32, ["a b", "c d", "e…"]),
    ])
  func `texts are broken where they must be`(text: String, width: Int, expected: [String]) {
    #expect(TextMeasure(isStrong: false).lines(of: text, within: width, atMost: 3) == expected)
  }

  @Test(arguments: HostileTexts.all) func `no line is wider than its place, and no letter is lost`(text: String) {
    for isStrong in [true, false] {
      let measure = TextMeasure(isStrong: isStrong)
      let lines = measure.lines(of: text, within: 120, atMost: .max)
      #expect(lines.allSatisfy { measure.width(of: $0) <= 121 || $0.count == 1 }, "\(lines)")
      #expect(withoutBlanks(lines.joined()) == withoutBlanks(legible(text)))
    }
  }

  private func withoutBlanks(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " }))
  }

  @Test func `a deadline stands where the hand points`() throws {
    let stops = [900, 1800, 3600, 3 * 3600, 86_400].map {
      Document.Clock.Stop(label: "\($0)", seconds: Int64($0), deeds: [])
    }
    let page = try page(.clock(.init(stops: stops)))
    let dots = page.elements.filter { $0.value("class") == "dot" && $0.value("r") == "5" }
    let places = dots.map { "\($0.value("cx") ?? "") \($0.value("cy") ?? "")" }
    // The first hour at its quarter, its half and its end; three hours on the face of twelve.
    #expect(Array(places.prefix(4)) == ["62.0 0.0", "0.0 62.0", "0.0 -62.0", "62.0 0.0"])
    #expect(page.texts.contains("The first hour") && page.texts.contains("The first 12 hours"))
  }

  @Test func `a clock of days has no face, and one of working hours an open dot`() throws {
    let stops = [Document.Clock.Stop(label: "4 working hours", seconds: nil, deeds: [])]
    let page = try page(.clock(.init(stops: stops)))
    #expect(!page.elements.contains { $0.value("class") == "face" })
    #expect(page.elements.contains { $0.value("class") == "dot open" })
  }

  @Test func `bars are as long as their numbers, and say what they are to those who listen`() throws {
    let bars = Document.Bars(
      description: "Two weeks.", sorts: [.init("in time", .good), .init("late", .late)],
      rows: [.init("one", counts: [30, 10], remark: "40"), .init("two", counts: [10, 0], remark: "10")])
    let page = try page(.bars(bars))
    let widths = page.elements.filter { $0.value("class") == "good" && $0.value("height") == "20" }.map {
      $0.value("width")
    }
    #expect(widths.count == 4 && widths.allSatisfy { $0 != nil })
    let numbers = widths.compactMap { $0.flatMap(Double.init) }
    #expect(zip(numbers, numbers.dropFirst()).contains { abs($0 / $1 - 3) < 0.1 })
    #expect(page.elements.filter { $0.name == "svg" }.allSatisfy { $0.value("role") == "img" })
    #expect(page.texts.filter { $0 == "Two weeks." }.count == 2)
  }

  @Test func `of a drawing that nobody would see all of there are the words`() throws {
    let row = Document.Flowchart.Row(question: .init("Q"), outcome: .init(.init("A"), .calm))
    let chart = Document.Flowchart(start: "S", rows: Array(repeating: row, count: 200), otherwise: nil, always: nil)
    let page = try page(.flowchart(chart))
    #expect(!page.elements.contains { $0.name == "svg" || $0.name == "figure" } && page.texts.contains("W"))
  }

  @Test func `nothing traps on an empty drawing or on a number out of range`() throws {
    let empty: [Document.Drawing] = [
      .flowchart(.init(start: "", rows: [], otherwise: nil, always: nil)), .ladder(.init(rungs: [], forgetting: "")),
      .clock(.init(stops: [])), .bars(.init(description: "", sorts: [], rows: [])),
    ]
    for drawing in empty { #expect(try !page(drawing).elements.isEmpty) }
    let ladder = Document.Ladder(
      rungs: [.init(strikes: .min, box: .init(""), needs: -1), .init(strikes: .max, box: .init(""), needs: .max)],
      forgetting: "")
    #expect(try page(.ladder(ladder)).elements.filter { $0.value("class") == "need" }.isEmpty)
  }
}
