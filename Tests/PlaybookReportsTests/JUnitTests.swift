import Diagnostics
import PlaybookReports
import Testing

@Suite struct JUnitTests {
  @Test(
    arguments: [
      ([Diagnostic.Severity.error], "system-out", "0"), ([.error, .warning], "failure", "1"),
    ])
  func `what makes the run fail is a failure, and counted`(
    _ failing: [Diagnostic.Severity], _ outcome: String, _ failures: String
  ) throws {
    let warned = "decorum: 1\nplaybook: x\nlexicons: {a: [bread]}\ncategories: [{category: other, when: otherwise}]\n"
    let report = try Samples.report([("x.yaml", warned)], failing: Set(failing))
    let read = try JUnitReader.read(MachineFormat.junit.render(report))
    #expect(read.cases.map(\.outcome) == [outcome])
    #expect(read.suites.map { $0["failures"] } == [failures])
    #expect(report.fails == (outcome == "failure"))
  }

  @Test func `a playbook without findings has a case that passes`() throws {
    let clean = "decorum: 1\nplaybook: x\ncategories: [{category: other, when: otherwise}]\n"
    let cases = try JUnitReader.cases(of: MachineFormat.junit.render(Samples.report([("x.yaml", clean)])))
    #expect(cases.map(\.name) == ["no findings"])
    #expect(cases.map(\.outcome) == ["passed"])
  }

  @Test func `results of tests say what was expected, and none at all is a failure`() throws {
    let read = try JUnitReader.read(junitText(of: Samples.tested()))
    #expect(read.suites.map { $0["tests"] } == ["4", "1"])
    #expect(read.cases.map(\.outcome) == ["passed", "failure", "passed", "failure", "failure"])
    #expect(read.cases[1].name.contains("<b>&<U+001B> \"it\" ]]>"))
    #expect(read.cases[1].attributes["message"]?.hasPrefix("category: expected refund, got other") == true)
    #expect(read.cases[1].text.contains("(small.yaml:5:"))
    #expect(read.cases.map(\.name)[2...3] == ["practice P1 is shown", "practice P2 is shown"])
    #expect(read.cases[3].attributes["message"] == "no test that cites it passes: ]]> is not shown")
    #expect(read.cases[4].attributes["message"] == "there is no test at all")
  }
}
