import Diagnostics
import PlaybookAnalysis
import TestSupport
import Testing

/// All findings but those of what a case defines for others, and does not use itself.
private func findingsOfUse(in text: String) -> [Diagnostic] {
  findings(in: text).filter { !$0.name.description.hasPrefix("unused-") }
}

@Test(arguments: takenCases) func `a category of which everything is taken is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: constantCases) func `a condition that is the same for every comment is found`(_ promised: FindingCase)
{
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test func `all that take a category's comments are named, and no other, with a comment that is taken`() throws {
  let text = playbook(
    """
    categories:
      - {category: big, when: {author.followers: at least 100}}
      - {category: idle, when: {text.says: parcel}}
      - {category: small, when: {author.followers: at most 100, text.words: more than 3}}
      - {category: both, when: {author.followers: known, text.words: at least 4}}
      - {category: other, when: otherwise}
    """)
  let analysis = try analysed(text)
  let finding = try #require(analysis.findings.first { $0.name == "unreachable-category" })
  #expect(analysis.findings.filter { $0.severity == .warning } == [finding])
  #expect(finding.related.map { analysis.files[$0.span.file].text(of: $0.span) } == ["big", "small"])
  #expect(finding.related.map(\.label) == ["in part by this one", "in part by this one"])
  #expect(
    finding.witness
      == "{text: \"so so so so\", author: {followers: 0}} is `small`; it meets the condition of `both` too")
}

@Test func `what is made of a constant signal is told of the signal alone`() {
  let text = playbook(
    """
    signals:
      never: {all: [{author.followers: at least 100}, {author.followers: less than 50}]}
      also: {signal: never, text.says: parcel}
    categories:
      - {category: a, when: {signal: also}}
      - {category: b, when: {text.says: invoice}}
      - {category: other, when: otherwise}
    escalations: [{escalation: e, when: {category: a}, to: care}]
    teams: {care: {hours: always}}
    """)
  let found = findings(in: text).filter { $0.severity == .warning }.map(\.message)
  #expect(found == ["no comment can meet the condition of the signal `never`"])
}

@Test func `an escalation that its own exception takes away is found`() {
  let text = playbook(
    """
    categories:
      - {category: complaint, when: {text.says: refund*}}
      - {category: other, when: otherwise}
    escalations: [{escalation: e, when: {category: complaint}, unless: {text.says: refund*}, to: care}]
    teams: {care: {hours: always}}
    """)
  let found = findings(in: text).filter { $0.severity == .warning }.map(\.message)
  #expect(found == ["no comment can meet the condition of the escalation `e`"])
}

@Test(arguments: lateHoldCases) func `an answer that is held until it is late is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}
