import DecisionModel
import Diagnostics
import TestSupport
import Testing

@testable import PlaybookAnalysis

private let today = CalendarDate("2026-12-01")

/// The findings on 2026-12-01.
private func findings(on text: String) -> [Diagnostic] { (try? analysed(text, on: today).findings) ?? [] }

private func analysed(_ text: String, on day: CalendarDate?, with files: [String: String] = [:]) throws -> Analysis {
  let reader = FileReader { path throws(FileReader.Trouble) in
    guard let text = path == "playbook.yaml" ? text : files[path] else { throw .missing }
    return Array(text.utf8)
  }
  return try analyse("playbook.yaml", with: reader, today: day)
}

private func insults(_ acceptance: String) -> String {
  playbook("lexicons: {insults: {terms: [idiot], accept: [\(acceptance)]}}")
}

private let cases = [
  FindingCase(
    "unknown-finding", "there is no finding `unused-lexicom`", help: "write `unused-lexicon`",
    in: playbook("accept: [{finding: 1️⃣unused-lexicom2️⃣, why: x}]"),
    notIn: insults("{finding: unused-lexicon, why: x}")),
  FindingCase(
    "unknown-finding", "there is no finding `everything`",
    help: "write the name that stands in brackets where the finding is shown",
    in: playbook("accept: [{finding: 1️⃣everything2️⃣, why: x}]"), notIn: playbook("")),
  FindingCase(
    "needless-acceptance", "there is no `unused-team` here to accept", severity: .warning,
    help: "leave the acceptance out",
    in: playbook("accept: [{finding: 1️⃣unused-team2️⃣, why: x}]"),
    notIn: playbook("accept: [{finding: unused-team, why: x}]\nteams: {care: {title: x}}")),
  FindingCase(
    "unknown-team", "there is no team `legal`", help: "define it under `teams`",
    in: insults("{finding: unused-lexicon, why: x, owner: 1️⃣legal2️⃣}"),
    notIn: "teams: {legal: {title: Legal}}\n" + insults("{finding: unused-lexicon, why: x, owner: legal}")),
]

@Test(arguments: cases) func `what is wrong with an acceptance is told`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings(on:)) == [])
}

@Test func `a finding within the definition is accepted, the same one outside is not`() throws {
  let text = playbook(
    """
    lexicons:
      insults: {terms: [idiot], accept: [{finding: unused-lexicon, why: not yet}]}
      anger: [angry]
    """)
  let analysis = try analysed(text, on: today)
  #expect(told(analysis, from: .warning) == ["unused-lexicon playbook.yaml:5:3 nothing uses the lexicon `anger`"])
  #expect(analysis.accepted.map(\.message) == ["nothing uses the lexicon `insults`"])
}

@Test func `an acceptance at the top is about its file`() throws {
  let files = ["words.yaml": "lexicons: {anger: [angry]}"]
  let text = playbook("imports: [words]\naccept: [{finding: unused-lexicon, why: x}]\nlexicons: {insults: [idiot]}")
  let analysis = try analysed(text, on: today, with: files)
  #expect(told(analysis, from: .warning) == ["unused-lexicon words.yaml:1:12 nothing uses the lexicon `anger`"])
  #expect(analysis.accepted.count == 1)
}

@Test func `an acceptance holds through its last day, and then the finding is back`() throws {
  let text = insults("{finding: unused-lexicon, why: x, until: 2026-12-01}")
  for day in [today, CalendarDate("2020-01-01"), nil] {
    let analysis = try analysed(text, on: day)
    #expect(told(analysis, from: .warning) == [])
    #expect(analysis.accepted.count == 1)
  }
  let later = try analysed(text, on: CalendarDate("2026-12-02"))
  #expect(later.accepted.isEmpty)
  #expect(
    later.findings.map { "\($0.name) \($0.severity)" } == ["unused-lexicon warning", "ended-acceptance warning"])
  #expect(later.findings.last?.message == "the acceptance of `unused-lexicon` ended on 2026-12-01")
  #expect(later.findings.last?.help == "mend what was accepted, or agree on a later `until`")
}

@Test func `an acceptance that is needless has not ended`() throws {
  let text = playbook("accept: [{finding: unused-team, why: x, until: 2020-01-01}]")
  #expect(
    told(try analysed(text, on: today), from: .warning) == [
      "needless-acceptance playbook.yaml:3:20 there is no `unused-team` here to accept"
    ])
}

@Test func `an error cannot be accepted`() throws {
  let text = playbook(
    "signals: {s: {when: {text.uses: nothing}, accept: [{finding: unknown-lexicon, why: x}]}}")
  let analysis = try analysed(text, on: today)
  #expect(
    told(analysis) == [
      "unknown-lexicon playbook.yaml:3:33 there is no lexicon `nothing`",
      "accepted-error playbook.yaml:3:62 `unknown-lexicon` is an error here, and errors cannot be accepted",
    ])
  #expect(!analysis.findings.contains { $0.name == "needless-acceptance" })
}

@Test func `with an error elsewhere no acceptance is called needless`() throws {
  let text = playbook("titel: x\naccept: [{finding: unused-team, why: x}]")
  #expect(try analysed(text, on: today).findings.map(\.name.description) == ["unknown-key"])
}

@Test func `what the playbook that is extended accepts stays accepted, and need not be needed`() throws {
  let base = "decorum: 1\nplaybook: base\naccept: [{finding: unused-team, why: x, until: 2020-01-01}]\n"
  let text = "decorum: 1\nplaybook: shop\nextends: base\n"
  let files = ["base.yaml": base + "categories: [{category: other, when: otherwise}]"]
  #expect(told(try analysed(text, on: today, with: files), from: .warning) == [])
}
