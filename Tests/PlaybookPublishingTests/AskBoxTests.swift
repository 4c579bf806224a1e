import DecisionModel
import PlaybookModel
import Testing

@testable import PlaybookPublishing

struct AskBoxTests {
  private func box(_ playbook: Playbook) -> PagePart {
    askBox(playbook, program: [1, 2, 3], engine: Array("let a".utf8))
  }

  /// The elements and the attributes of markup, without any value.
  private func skeleton(_ markup: Markup) -> [String] {
    markup.html.split(separator: "<").dropFirst().map { piece in
      let tag = piece.prefix { $0 != ">" }
      return tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "\"\"")
    }
  }

  @Test(arguments: HostileTexts.all) func `a text of a playbook adds no element, no attribute and no data`(text: String)
    throws
  {
    let line = text.prefix { !$0.isNewline }
    let plain = box(everyField({ "word \($0)" }, about: { "About \($0)" }))
    let hostile = box(everyField({ "\(text) \($0)" }, about: { "About \($0) \(line)" }))
    #expect(skeleton(hostile.markup) == skeleton(plain.markup))
    #expect(skeleton(plain.markup).count > 60)
    let data = try #require(hostile.data.first { $0.identifier == "ask:playbook" })
    #expect(!data.text.contains("<"))
    #expect(try JSONValue(parsing: Array(data.text.utf8))["examples"]?.array?.isEmpty == false)
  }

  private var small: Playbook {
    var playbook = playbook()
    playbook.facts = [
      Fact(
        definition: definition("order.late", about: "Days past the promised date"), type: .number, isRequired: false,
        question: nil),
      Fact(definition: definition("order.lost"), type: .yesNo, isRequired: true, question: "Is it lost?"),
      Fact(definition: definition("order.unasked"), type: .duration, isRequired: false, question: nil),
    ]
    playbook.modes = [Mode(definition: definition("crisis", title: "Crisis"), atMost: nil)]
    let conditions: [Condition] = [
      .fact("order.late", .number(.atLeast(1))), .fact("order.lost", .yesNo(true)),
      .fact("post.language", .words(["en", "cy"])), .fact("author.account_age", .duration(.lessThan(60))),
    ]
    playbook.categories = [
      category(
        "complaint", title: "A customer is let down", examples: examples(["late"], not: ["early"]),
        when: Clause(when: .any(conditions))),
      category("other"),
    ]
    return playbook
  }

  @Test func `there is a field for each fact by its type, those that nobody asks for among the others`() {
    let questions = AskQuestions(small, Arrangement(small) { _ in nil })
    #expect(questions.asked.map(\.name) == ["author.account_age", "post.language", "order.late", "order.lost"])
    #expect(questions.others.map(\.name) == ["post.visibility", "post.at", "order.unasked"])
    #expect(questions.asked.map(\.label)[2...] == ["Days past the promised date", "Is it lost?"])
    let html = box(small).markup.html
    let fields = [
      #"<input id="ask:fact.order.late" data-fact="order.late" type="number" step="any">"#,
      #"<select id="ask:fact.order.lost" data-fact="order.lost"><option value="">Not known</option><option value="yes">"#,
      #"<datalist id="ask:fact.post.language.words"><option value="en"></option><option value="cy"></option></datalist>"#,
      #"<select data-unit="author.account_age" aria-label="Unit of: The age of the author&#39;s account">"#,
      #"<input id="ask:mode.crisis" data-mode="crisis" type="checkbox">"#,
    ]
    for field in fields { #expect(html.contains(field), "\(field)") }
  }

  @Test func `every field has a label that names it, and no identifier stands twice`() {
    let html = box(
      everyField {
        $0
      } about: {
        $0
      }
    ).markup.html
    let identifiers = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    let labels = html.split(separator: "<label for=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(identifiers).count == identifiers.count)
    let fields = html.split(separator: "<").filter { tag in
      ["input ", "select ", "textarea "].contains { tag.hasPrefix($0) } && !tag.contains("aria-label")
    }
    #expect(fields.count == labels.count && fields.count > 12)
    #expect(Set(labels).isSubset(of: Set(identifiers)))
  }

  @Test func `the script is told the examples, the fields and the titles`() throws {
    let data = try #require(box(small).data.first)
    let playbook = try JSONValue(parsing: Array(data.text.utf8))
    #expect(playbook["program"]?.text == "small.decorum")
    #expect(playbook["zone"]?.text == "UTC")
    #expect(
      playbook["examples"]?.array?.compactMap { $0["title"]?.text } == [
        "A customer is let down", "Not: A customer is let down",
      ])
    let field = playbook["fields"]?.array?.first { $0["name"]?.text == "order.late" }
    #expect(field?["group"]?.text == "facts" && field?["key"]?.text == "order.late" && field?["type"]?.text == "number")
    let language = playbook["fields"]?.array?.first { $0["name"]?.text == "post.language" }
    #expect(language?["group"]?.text == "post" && language?["key"]?.text == "language")
    #expect(playbook["titles"]?["category"]?["complaint"]?.text == "A customer is let down")
    #expect(playbook["titles"]?["action"]?["hide"]?.text == "Hide it")
  }

  @Test func `the page carries the program, and its script stands behind the engine`() throws {
    let part = box(small)
    let program = try #require(part.data.first { $0.identifier == "ask:program" })
    #expect(program.text == base64(zlibStream([1, 2, 3])))
    let script = try #require(part.scripts.first)
    #expect(script.hasPrefix("let a\n{\n") && script.hasSuffix("}\n"))
    #expect(!script.contains("\nimport ") && !script.contains("\nexport ") && script.contains("openProgram"))
  }

  @Test func `a program that is too large for a page is not in it, and the page says how to ask`() {
    let program = [UInt8](repeating: 0, count: 8 << 20 + 1)
    let part = askBox(small, program: program, engine: [])
    #expect(part.data.isEmpty && part.scripts.isEmpty)
    #expect(part.markup.html.contains("<code>decorum decide small.decorum 'the comment'</code>"))
  }
}
