import DecisionModel
import Diagnostics
import PlaybookReports
import Testing

/// Nothing in a report is obeyed by what shows it.
@Suite struct HostileReportTests {
  @Test(arguments: MachineFormat.allCases)
  func `no report holds what a terminal or a log obeys`(_ format: MachineFormat) throws {
    let text = try format.render(Samples.everything())
    var hidden: [String] = []
    findHiddenCharacters(in: Array(text.utf8)) { hidden.append("\($0)") }
    #expect(hidden.isEmpty)
    #expect(text.firstRange(of: "##[") == nil && text.firstRange(of: "##vso") == nil)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasPrefix("::") || format == .github })
  }

  @Test func `a command of GitHub is one line, and its parts are where they seem to be`() throws {
    let report = try Samples.everything()
    let lines = MachineFormat.github.render(report).split(separator: "\n")
    #expect(lines.count == report.playbooks.flatMap(\.findings).count)
    for line in lines {
      let head = try #require(line.dropFirst(2).firstRange(of: "::"))
      let properties = line[..<head.lowerBound].split(separator: " ", maxSplits: 1)[1].split(separator: ",")
      #expect(properties.allSatisfy { $0.count { $0 == "=" } == 1 }, "\(line)")
      #expect(["error", "warning", "notice"].contains { line.hasPrefix("::\($0) file=") })
    }
    let file = "playbooks/a b/müsli%2C 100%25%3Ax.yaml"
    #expect(lines[0].hasPrefix("::error file=\(file),line=5,col=3,endLine=5,endColumn=8,title=duplicate-key::"))
  }

  @Test func `the text of a fix is kept to the letter`() throws {
    let text = "decorum: 1\nplaybook: x\ntitle: “a##[b] {0} [c](d)”\ncategories: [{category: other, when: otherwise}]\n"
    let report = try Samples.report([("x.yaml", text)])
    let json = try JSONValue(parsing: Array(MachineFormat.json.render(report).utf8))
    #expect(json.at("findings", "fixes", "replacement")?.text == #""a##[b] {0} [c](d)""#)
    let sarif = try JSONValue(parsing: Array(MachineFormat.sarif.render(report).utf8))
    let replacement = sarif.at("runs", "results", "fixes", "artifactChanges", "replacements")
    #expect(replacement?.at("insertedContent", "text")?.text == #""a##[b] {0} [c](d)""#)
  }

  @Test func `what SARIF would read as a link or a placeholder is text`() throws {
    let text = "decorum: 1\nplaybook: x\n\"[a](1) {0} {b}\": c\ncategories: [{category: other, when: otherwise}]\n"
    let sarif = try JSONValue(parsing: Array(MachineFormat.sarif.render(Samples.report([("x.yaml", text)])).utf8))
    let message = try #require(sarif.at("runs", "results", "message", "text")?.text)
    #expect(message.contains(#"`\[a\](1) {{0} {b}`"#))
  }
}
