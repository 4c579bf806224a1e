import DecisionModel
import Foundation
import PlaybookModel
import TestSupport
import Testing

@testable import PlaybookPublishing

@Suite struct HTMLTests {
  private func written(_ blocks: Document.Block..., options: HTMLOptions = HTMLOptions()) -> String {
    html(Document(title: "T", origin: "o", blocks: blocks), options)
  }

  @Test(
    arguments: [
      (.paragraph("a < b & \"c\""), "<p>a &lt; b &amp; &quot;c&quot;</p>"),
      (
        .paragraph("\(.strong("a \(.strong("b"))")) \(.emphasis("c")) \(.code("<d>"))"),
        "<p><strong>a b</strong> <em>c</em> <code>&lt;d&gt;</code></p>"
      ),
      (.paragraph(.link("there", to: Anchor("category.\"x y"))), "<p><a href=\"#category.:22x:20y\">there</a></p>"),
      (
        .list(.init(isOrdered: false, sense: .examples, items: [[.paragraph("a")]])),
        "<ul class=\"examples\">\n<li>a</li>\n</ul>"
      ),
      (
        .list(.init(isOrdered: true, items: [[.paragraph("a"), .code("b\n  c")]])),
        "<ol>\n<li><p>a</p>\n<pre><code>b\n  c</code></pre>\n</li>\n</ol>"
      ),
      (.definitions([.init("a", [.paragraph("b")])]), "<dl>\n<div><dt>a</dt>\n<dd>b</dd></div>\n</dl>"),
      (.note("a"), "<p class=\"note\">a</p>"),
      (.disclosure(summary: "a", [.paragraph("b")]), "<details>\n<summary>a</summary>\n<p>b</p>\n</details>"),
      (
        .heading(.init(level: 3, number: "3.1", anchor: Anchor("category.a"), text: "A", source: "playbook.yaml:7")),
        "<div class=\"heading\"><h3 id=\"category.a\"><span class=\"number\">3.1</span> A</h3>"
          + "<p class=\"place\"><a href=\"#category.a\">category.a</a> <span class=\"source\">playbook.yaml:7</span></p></div>"
      ),
      (
        .table(.init(columns: ["A", "B"], rows: [.init(number: "2.1", anchor: Anchor("x"), cells: ["a", "b"])])),
        "<tr id=\"x\">\n<th scope=\"row\"><span class=\"number\">2.1</span> a</th>\n<td data-label=\"B\">b</td>\n</tr>"
      ),
    ] as [(Document.Block, String)])
  func `blocks are written as the elements that mean them`(block: Document.Block, expected: String) {
    #expect(written(block).contains(expected + "\n"))
  }

  @Test func `an anchor that is given twice is the identifier of the first place`() throws {
    let heading = Document.Block.heading(.init(level: 2, anchor: Anchor("a"), text: "A"))
    let page = try ParsedHTML(written(heading, heading))
    #expect(page.elements.filter { $0.value("id") == "a" }.count == 1)
  }

  @Test(arguments: [harbourCoffee(), playbook(), everyField({ $0 }, about: { $0 })])
  func `every link within a page leads to a place in it, and no place has two`(playbook: Playbook) throws {
    for document in [playbookDocument(playbook) { _ in "playbook.yaml:1" }, houseRulesDocument(playbook)] {
      let page = try ParsedHTML(html(document))
      let identifiers = page.elements.compactMap { $0.value("id") }
      let links = page.elements.compactMap { $0.value("href") }.filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
      #expect(Set(identifiers).count == identifiers.count)
      #expect(!links.isEmpty && Set(links.map(String.init)).isSubset(of: identifiers))
    }
  }

  @Test func `every element that begins ends, in its place`() throws {
    let alone: Set = ["meta", "br", "input", "!DOCTYPE"]
    var open: [String] = []
    for tag in try ParsedHTML(html(playbookDocument(harbourCoffee()))).tags where !alone.contains(tag) {
      if !tag.hasPrefix("/") { open.append(tag) } else { #expect("/" + (open.popLast() ?? "") == tag) }
    }
    #expect(open.isEmpty)
  }

  @Test func `the same playbook gives the same page`() {
    let pages = (0..<5).map { _ in html(playbookDocument(harbourCoffee()) { _ in "playbook.yaml:1" }) }
    #expect(Set(pages).count == 1)
    #expect(pages.allSatisfy { !$0.contains("\r") && $0.hasSuffix("</html>\n") })
  }

  @Test func `the house rules do not say where they were written`() {
    let page = html(houseRulesDocument(harbourCoffee()))
    #expect(!page.contains("class=\"source\"") && !page.contains("class=\"place\""))
  }

  @Test func `a page of two hundred categories stays far below a megabyte`() {
    var large = playbook()
    large.categories = (0..<200).map {
      category(
        "c\($0)", about: "What it is.", houseRule: "Do not.", examples: examples(["One", "Two"], not: ["Three"]))
    }
    #expect(html(playbookDocument(large) { _ in "playbook.yaml:1" }).utf8.count < 300_000)
  }
}

@Suite struct ContentPolicyTests {
  private func digest(_ text: String) -> String {
    "'sha256-\(Data(sha256(Array(text.utf8))).base64EncodedString())'"
  }

  private func policy(of page: ParsedHTML) throws -> [String: [String]] {
    let meta = try #require(page.elements.first { $0.value("http-equiv") == "Content-Security-Policy" })
    let rules = try #require(meta.value("content")).components(separatedBy: "; ").map { $0.split(separator: " ") }
    return Dictionary(uniqueKeysWithValues: rules.map { (String($0[0]), $0.dropFirst().map(String.init)) })
  }

  @Test func `a page runs and shows what it holds, known by its digest, and nothing else`() throws {
    let part = PagePart(
      .section(.init(level: 2, anchor: Anchor("ask"), text: "Ask")), markup: "<p>\("<b>")</p>",
      style: "p { margin: 0 }",
      scripts: ["export {}"], data: [.json("{\"a\": \"</script>\"}", identifier: "ask:data")])
    let page = try ParsedHTML(html(playbookDocument(harbourCoffee()), HTMLOptions(parts: [part])))
    let policy = try policy(of: page)
    let styles = page.raw.filter { $0.element.name == "style" }.map(\.text)
    let scripts = page.raw.filter { ["module", nil].contains($0.element.value("type")) && $0.element.name == "script" }
    #expect(styles.count == 1 && scripts.count == 3)
    #expect(policy["style-src"] == styles.map(digest))
    #expect(policy["script-src"] == scripts.map { digest($0.text) })
    for name in ["default-src", "connect-src", "base-uri", "form-action"] { #expect(policy[name] == ["'none'"]) }
    let data = try #require(page.raw.first { $0.element.value("id") == "ask:data" })
    #expect(data.text == #"{"a": "\u003C/script>"}"#)
    #expect(page.texts.contains("<b>"))
  }

  @Test func `no element has a style or a handler of its own, or loads anything`() throws {
    let page = try ParsedHTML(html(playbookDocument(everyField({ $0 }, about: { $0 })) { _ in "playbook.yaml:1" }))
    for element in page.elements {
      #expect(!["img", "link", "iframe", "object", "embed", "base", "form"].contains(element.name))
      for attribute in element.attributes {
        #expect(!["style", "src", "srcset"].contains(attribute.name) && !attribute.name.hasPrefix("on"))
      }
    }
  }

  @Test(arguments: 0..<70) func `base 64 is Foundation's`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ count) }
    #expect(base64(bytes) == Data(bytes).base64EncodedString())
  }
}

/// What a browser reads out of a page with hostile texts in it is what was put in.
@Suite struct HostilePageTests {
  private func expectSameStructure(_ text: String, _ seed: UInt64? = nil) throws {
    let shown = legible(text).filter { !$0.isWhitespace }
    if shown.isEmpty || shown == "–" { return }
    let plain = try ParsedHTML(html(documentOf("word")))
    let hostile = try ParsedHTML(html(documentOf(text)))
    let comment: Testing.Comment = "seed \(seed ?? 0), \(text.debugDescription)"
    #expect(hostile.tags == plain.tags, comment)
    let names = { (page: ParsedHTML) in page.elements.map { $0.attributes.map(\.name) } }
    #expect(names(hostile) == names(plain), comment)
    let labels = { (page: ParsedHTML) in page.elements.compactMap { $0.value("data-label") } }
    let given = { (page: ParsedHTML) in (page.texts + labels(page)).map(withoutBlanks) }
    #expect(
      given(hostile)
        == (plain.texts + labels(plain)).map {
          withoutBlanks($0.replacingOccurrences(of: "word", with: legible(text)))
        }, comment)
    let targets = hostile.elements.compactMap { $0.value("href") }
    #expect(targets.allSatisfy { $0.hasPrefix("#") }, comment)
  }

  private func withoutBlanks(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  @Test(arguments: HostileTexts.all) func `a text changes nothing but itself`(text: String) throws {
    try expectSameStructure(text)
  }

  @Test func `random texts change nothing but themselves`() throws {
    let seed = propertySeed("hostile texts in pages")
    var dice = Dice(seed: seed)
    for _ in 0..<150 { try expectSameStructure(HostileTexts.random(&dice), seed) }
  }

  @Test(arguments: 0..<24) func `hostile texts in every field change nothing but themselves`(round: Int) throws {
    let plain = everyField({ "\($0) x" }, about: { _ in "About." })
    let hostile = everyField({ "\($0) x\(HostileTexts.text(for: $0, in: round))" }, about: { _ in "About." })
    for document in bothDocuments {
      let (page, other) = (try ParsedHTML(html(document(hostile))), try ParsedHTML(html(document(plain))))
      #expect(page.tagsBesideDrawings == other.tagsBesideDrawings)
      #expect(Set(page.tags) == Set(other.tags))
    }
  }

  @Test func `what nobody sees is written out`() {
    let page = html(Document(title: "a\u{202E}b", origin: "c\u{200B}d", blocks: [.paragraph("e\u{0}f")]))
    for text in ["a&lt;U+202E&gt;b", "c&lt;U+200B&gt;d", "e&lt;U+0000&gt;f"] { #expect(page.contains(text)) }
  }
}
