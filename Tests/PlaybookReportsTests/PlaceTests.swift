import DecisionModel
import Diagnostics
import PlaybookReports
import Testing

@Suite struct PlaceTests {
  /// `abut` stands behind a wide emoji and a combining accent.
  private static let text =
    "\u{FEFF}decorum: 1\nplaybook: x\ncategories: [{title: \"💥e\u{301}\", abut: y, category: other, "
    + "when: otherwise}]\n"

  private func json(_ format: MachineFormat, _ path: String = "x.yaml", _ text: String = text) throws -> JSONValue {
    try JSONValue(parsing: Array(format.render(Samples.report([(path, text)])).utf8))
  }

  @Test func `our own shape counts characters, and bytes from the start of the file`() throws {
    let finding = try #require(try json(.json)["findings"]?.elements.first)
    #expect(finding["name"]?.text == "unknown-key")
    #expect(finding["line"]?.number == 3)
    #expect(finding["column"]?.number == 28)
    #expect(finding.at("end", "column")?.number == 32)
    let offset = try #require(finding["offset"]?.wholeNumber)
    let length = try #require(finding["length"]?.wholeNumber)
    #expect(Array(Self.text.utf8)[offset..<offset + length].elementsEqual("abut".utf8))
    #expect(finding["page"]?.text == "decorum explain unknown-key")
  }

  @Test func `SARIF counts UTF-16 code units and says so`() throws {
    let run = try #require(try json(.sarif)["runs"]?.elements.first)
    #expect(run["columnKind"]?.text == "utf16CodeUnits")
    let region = run.at("results", "locations", "physicalLocation", "region")
    #expect(region?["startLine"]?.number == 3)
    #expect(region?["startColumn"]?.number == 30)
    #expect(region?["endColumn"]?.number == 34)
  }

  @Test(arguments: [
    ("a b/ü,:%.yaml", "a%20b/%C3%BC%2C%3A%25.yaml"), ("/tmp/x.yaml", "file:///tmp/x.yaml"), ("x.yaml", "x.yaml"),
  ])
  func `a path is a URI reference`(_ path: String, _ expected: String) throws {
    let result = try json(.sarif, path).at("runs", "results")
    #expect(result?.at("locations", "physicalLocation", "artifactLocation", "uri")?.text == expected)
  }

  @Test func `every rule has its page, and every result its rule`() throws {
    let sarif = try JSONValue(parsing: Array(MachineFormat.sarif.render(Samples.everything()).utf8))
    let rules = try #require(sarif.at("runs", "tool", "driver", "rules")).elements
    #expect(rules.allSatisfy { $0.at("help", "markdown")?.text?.contains("## Why") == true })
    #expect(rules.allSatisfy { $0.at("shortDescription", "text")?.text?.hasPrefix("#") == false })
    for result in try #require(sarif.at("runs", "results")).elements {
      let rule = rules[try #require(result["ruleIndex"]?.wholeNumber)]
      #expect(rule["id"] == result["ruleId"])
    }
  }

  @Test func `a fingerprint is its own, and stays when lines come before it and indentation changes`() throws {
    func fingerprints(_ text: String) throws -> [String] {
      try json(.gitlab, "x.yaml", text).elements.compactMap { $0["fingerprint"]?.text }
    }
    let text = "decorum: 1\nplaybook: x\nteams:\n  a: {tile: b}\n  b: {tile: b}\n  c:\n    tile: b\n"
    let last = "categories: [{category: other, when: otherwise}]\n"
    let all = try fingerprints(text + last)
    #expect(all.count > 3 && Set(all).count == all.count)
    #expect(try fingerprints("# A remark.\n\n" + text.replacing("    tile", with: "      tile") + last) == all)
    let twice = try JSONValue(
      parsing: Array(MachineFormat.gitlab.render(Samples.report([("x.yaml", text), ("x.yaml", text)])).utf8))
    let prints = twice.elements.compactMap { $0["fingerprint"]?.text }
    #expect(prints.count > 6 && Set(prints).count == prints.count)
  }
}
