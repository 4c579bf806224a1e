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

@Test(arguments: idleCases) func `a part of a condition that changes nothing is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: shadowedCases) func `a part of a category that never decides is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: shadowedPlanCases) func `a plan that is never given is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: copyCases) func `what differs in name alone is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: seamCases) func `a value that falls between clauses or into two of them is found`(
  _ promised: FindingCase
) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: idleTrialCases) func `a trial of which nothing comes is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: trialCases) func `what a trial would change is told`(_ promised: FindingCase) {
  #expect(
    promised.differences { text in findingsOfUse(in: text).filter { $0.name != "category-without-examples" } } == [])
}

@Test(arguments: contradictionCases) func `orders that contradict each other are found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test func `each kind of fault is seeded a dozen times, and none of them is found without a comment`() {
  let seeded: [[FindingCase]] = [
    takenCases, constantCases, lateHoldCases, idleCases, shadowedCases, shadowedPlanCases, copyCases, seamCases,
    idleTrialCases, trialCases, contradictionCases,
  ]
  for cases in seeded { #expect(cases.count >= 12, "\(cases[0])") }
  // What no comment meets cannot be shown by one.
  let shown: Set<String> = [
    "unreachable-category", "late-hold", "idle-condition", "shadowed-part", "shadowed-plan", "renamed-copy",
    "threshold-gap", "threshold-overlap", "trial-effect", "contradictory-orders",
  ]
  for promised in seeded.joined() where shown.contains(promised.name) {
    let found = findings(in: marked(promised.text).text).filter { $0.name.description == promised.name }
    #expect(found.allSatisfy { $0.witness != nil }, "\(promised): \(promised.text)")
  }
}

@Test func `a category whose comments an escalation always answers never gives its plan`() throws {
  let text = policy(
    "  - {category: complaint, when: {text.says: invoice}, respond: calm}\n"
      + "  - {category: wish, when: {text.says: parcel}, respond: calm}",
    """
    {escalation: storm, when: {category: complaint}, to: care, respond: sorry}
      - {escalation: again, when: {category: wish}, to: care, respond: calm}
    """)
  let found = findingsOfUse(in: text).filter { $0.severity == .warning }
  // What another clause gives by the same name is given.
  #expect(found.map(\.message) == ["the plan `calm` of `complaint` is never given"])
  #expect(found.first?.witness == "\"invoice\" meets `complaint`, and is answered otherwise")
  #expect(found.first?.help == "leave the `respond` of `complaint` out, or narrow `storm`")
}

@Test func `a part of an escalation for which another plan goes before is found`() throws {
  let text = policy(
    "",
    """
    {escalation: storm, when: {text.says: refund*}, to: care, respond: sorry}
      - {escalation: late, when: {text.says: [invoice, refund me]}, to: care, respond: calm}
    """)
  let analysis = try analysed(text)
  let found = analysis.findings.filter { $0.name == "shadowed-plan" }
  #expect(found.map(\.message) == ["the plan `calm` of `late` is never given for this part"])
  #expect(found.map { analysis.files[$0.span.file].text(of: $0.span) } == ["refund me"])
}

@Test func `a ladder on trial shows the first rung that would change something`() {
  let text = playbook(
    """
    ladders:
      manners:
        status: shadow
        forget_after: 90 days
        rungs: [{rung: watch, strikes: 1}, {rung: warn, strikes: 2, do: [warn], say: Please be kind.}]
    categories:
      - {category: rude, when: {text.says: idiot}, ladder: manners}
      - {category: other, when: otherwise}
    """)
  let found = findings(in: text).filter { $0.name == "trial-effect" }
  #expect(found.map(\.message) == ["the ladder `manners` on trial would change decisions"])
  #expect(
    found.first?.witness
      == "{text: \"idiot\", author: {id: \"bob\"}, history: {manners: 1}} is decided so now: \"Nothing to do.\" "
      + "It would be so: \"Second strike: warn the author.\"")
}
