import Diagnostics
import Testing

@Suite struct FindingsTests {
  private func finding(_ name: Diagnostic.Name, file: Int = 0, at start: Int, message: String = "m") -> Diagnostic {
    Diagnostic(name, .error, message, at: Span(file: .init(file), start: start, end: start + 1))
  }

  @Test func `findings stand in the order of the text, files in that of import, each once`() {
    var findings = Findings()
    findings.report(finding("c", file: 1, at: 0))
    findings.report(finding("b", at: 5))
    findings.report(finding("a", at: 2))
    findings.report(finding("b", at: 5))
    #expect(findings.sorted.map(\.name.description) == ["a", "b", "c"])
  }

  @Test func `texts are told apart by their bytes`() {
    #expect(finding("a", at: 0, message: "\u{E9}") != finding("a", at: 0, message: "e\u{301}"))
    #expect(finding("a", at: 0) == finding("a", at: 0))
    let place = Span(file: .init(0), start: 0, end: 1)
    #expect(Diagnostic("a", .error, "m", at: place, help: "") != Diagnostic("a", .error, "m", at: place))
    #expect(Diagnostic("a", .error, "m", at: place, help: "x") != Diagnostic("a", .error, "m", at: place, help: "y"))
  }

  @Test func `errors are known from warnings and notes`() {
    var findings = Findings()
    findings.report(Diagnostic("a", .warning, "m", at: Span(file: .init(0), start: 0, end: 0)))
    #expect(!findings.hasErrors)
    findings.report(finding("b", at: 0))
    #expect(findings.hasErrors)
  }
}
