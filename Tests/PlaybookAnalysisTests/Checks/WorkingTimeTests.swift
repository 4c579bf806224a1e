import Diagnostics
import TestSupport
import Testing

private let office = "{hours: Mon-Fri 09:00-17:00}"

/// A plan of the team `care`; `rest` are further teams.
private func plan(_ within: String, care: String, _ rest: String = "", owner: String = "owner: care, ") -> String {
  playbook(
    """
    teams:
      care: \(care)
      \(rest.isEmpty ? "press: {hours: always}" : rest)
    responses: {r: {\(owner)reply: {within: \(within)}, steps: [{step: thank}]}}
    escalations: [{escalation: e, when: {text.words: 1}, to: [{team: care}\(rest.isEmpty ? ", {team: press, within: 1 hour}" : "")]}]
    categories: [{category: other, when: otherwise, respond: r, examples: ["a"]}]
    """)
}

private let cases = [
  FindingCase(
    "deadline-outside-hours", "the answer may be due when nobody works who would give it", severity: .warning,
    help: "write working time, such as `1 working day`, or give `care` a `cover` that is open `always`",
    in: plan("1️⃣60 minutes2️⃣", care: office), notIn: plan("1 working hour", care: office)),
  FindingCase(
    "deadline-outside-hours", "the answer may be due when nobody works who would give it", severity: .warning,
    help: "write working time, such as `1 working day`, or let `desk` be open `always`",
    in: plan(
      "1️⃣2 months2️⃣", care: "{hours: Mon-Fri 09:00-17:00, cover: desk}", "desk: {hours: daily 17:00-08:59}"),
    notIn: plan(
      "2 months", care: "{hours: Mon-Fri 09:00-17:00, cover: desk}",
      "desk: {hours: [Sat-Sun 00:00-24:00, \"Mon-Fri 00:00-09:00, Mon-Fri 17:00-24:00\"]}")),
  FindingCase(
    "deadline-outside-hours", "the answer may be due when nobody works who would give it", severity: .warning,
    help: "write working time, such as `1 working day`, or give `care` a `cover` that is open `always`",
    in: plan("1️⃣1 day2️⃣", care: office), notIn: plan("1 day", care: "{title: Care}")),
  FindingCase(
    "working-time-without-hours", "working time runs day and night, since `care` has no `hours`", severity: .warning,
    help: "give `care` its `hours`, or write plain time: `2 days`",
    in: plan("1️⃣2 working days2️⃣", care: "{title: Care}"), notIn: plan("2 working days", care: office)),
  FindingCase(
    "working-time-without-hours", "working time runs day and night, since `publish` names no team", severity: .warning,
    help: "add `team` with the team whose hours count, or write plain time: `1 day`",
    in: order("{1️⃣publish2️⃣: {within: 1 working day}}"), notIn: order("{publish: {within: 1 working day, team: care}}")),
  FindingCase(
    "working-time-without-hours", "working time runs day and night, since `desk` has no `hours`", severity: .warning,
    help: "give `desk` its `hours`, or write plain time: `1 day`",
    in: order("{1️⃣publish2️⃣: {within: 1 working day, team: desk}}"),
    notIn: order("{publish: {within: 1 day, team: desk}}")),
  FindingCase(
    "cover-never-acts", "`desk` never covers for `care`, which has no `hours` and so is always open",
    severity: .warning, help: "give `care` `hours`, or leave `cover` out",
    in: playbookOfTeams("1️⃣care2️⃣: {cover: desk}"),
    notIn: playbookOfTeams("care: {cover: desk, holidays: [2026-12-25]}")),
  FindingCase(
    "cover-never-acts", "`desk` never covers for `care`, which is always open", severity: .warning,
    help: "give `care` hours outside which it is closed, or leave `cover` out",
    in: playbookOfTeams("1️⃣care2️⃣: {cover: desk, hours: [daily 06:00-22:00, daily 21:00-07:00]}"),
    notIn: playbookOfTeams("care: {cover: desk, hours: [daily 06:00-22:00, daily 21:00-05:00]}")),
]

private func order(_ order: String) -> String {
  playbook(
    """
    teams:
      care: \(office)
      desk: {title: Desk}
    escalations: [{escalation: e, when: {text.words: 1}, to: [{team: care}, {team: desk, within: 1 hour}]}]
    categories: [{category: other, when: otherwise, do: [\(order)], examples: ["a"]}]
    """)
}

private func playbookOfTeams(_ care: String) -> String {
  playbook(
    """
    teams:
      \(care)
      desk: {title: Desk}
    escalations: [{escalation: e, when: {text.words: 1}, to: care}]
    categories: [{category: other, when: otherwise, examples: ["a"]}]
    """)
}

@Test(arguments: cases) func `deadlines fall where somebody works`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `the finding shows a comment whose answer is due then`() throws {
  let finding = try #require(findings(in: plan("60 minutes", care: office)).first)
  #expect(finding.label == "a comment of Saturday 19:00 is due on Saturday 20:00")
  let days = try #require(findings(in: plan("8 days", care: office)).first)
  #expect(days.label == "a comment of Friday 20:00 is due on Saturday 20:00")
}

@Test func `holidays of all close whom nothing else does`() {
  let text = playbookOfTeams("care: {cover: desk}")
  #expect(findings(in: text).map(\.name) == ["cover-never-acts"])
  #expect(findings(in: text.replacing("teams:", with: "holidays: [2026-12-25]\nteams:")).isEmpty)
}
