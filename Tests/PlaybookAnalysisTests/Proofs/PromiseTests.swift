import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import TestSupport
import Testing

/// The findings of promises, and errors.
private func findingsOfPromises(in text: String) -> [Diagnostic] {
  findings(in: text).filter { $0.severity == .error || $0.name == "broken-promise" }
}

@Test(arguments: brokenPromiseCases) func `a promise that a comment breaks is found`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfPromises) == [])
}

/// The finding of a policy whose promise is broken.
private func finding(_ parts: PromiseParts) throws -> Diagnostic {
  try #require(findings(in: parts.playbook("kept")).first { $0.name == "broken-promise" })
}

@Test func `the comment that breaks a promise is shown with its history, as tests write it`() throws {
  let parts = PromiseParts(when: "when: {category: rude}", kept: "before: {block: warn}", block: "strikes: 3")
  #expect(
    try finding(parts).witness
      == "{text: \"idiot\", author: {id: \"other\"}, history: {conduct: {strikes: 2}}} is `rude`")
}

@Test func `the comment whose answer is latest is shown with its time`() throws {
  let parts = PromiseParts(
    kept: "always: {reply: {within: 4 hours}}", plan: "reply: {within: 4 working hours, in: public}",
    hours: "Mon-Fri 09:00-17:00, cover: duty")
  let found = try finding(parts)
  #expect(found.witness == "{text: \"invoice\", now: 2027-10-29T16:00:00Z} is `complaint`")
  #expect(found.help == "give the answer no more than 4 hours, or promise more time")
  #expect(found.related.map(\.label) == ["the comment's category", "the time of the answer"])
}

@Test func `what holds an answer is named`() throws {
  let found = try finding(PromiseParts(escalation: "hold_reply: yes"))
  #expect(found.witness == "\"invoice. lawyer\" is `complaint`, and `court` holds")
  #expect(found.related.map(\.label) == ["the comment's category", "holds what speaks"])
}

@Test func `a promise of which nobody knows says so`() throws {
  // The two expressions are the same, which the proof does not see.
  let text = PromiseParts(
    when: "when: {text.matches: 'ab'}, unless: {text.matches: '[a]b'}", kept: "always: {actions: [hide]}"
  ).playbook("kept")
  let found = try #require(findings(in: text).first { $0.name == "undecided-policy" })
  #expect(found.severity == .note)
  #expect(found.message == "whether `kept` is kept is not decided: no comment was found that shows it")
}

@Test func `a promise is about the channels that are ours`() {
  // `board` cannot show an answer, and is none of ours until it is used.
  let text = PromiseParts(when: "when: {category: complaint}").playbook("kept")
  #expect(findingsOfPromises(in: text).isEmpty)
  let used = text.replacing("used_on: [page]", with: "used_on: [page, board]")
  #expect(findingsOfPromises(in: used).map(\.message) == ["`kept` is broken: `reply` cannot be done on `board`"])
}

@Test func `what was found out is told of every promise, in their order`() throws {
  let text = PromiseParts().playbook("kept") + "\n  "
  let promises = text.replacing(
    "promises:", with: "promises:\n  broken: {when: {category: rude}, never: [warn]}\n  all-right: {never: [lock]}")
  let playbook = try #require(try analysed(promises).playbook)
  let judged = judgePromises(of: playbook)
  #expect(playbook.promises.map(\.definition.name) == ["all-right", "broken", "kept"])
  #expect(judged.verdicts == [.kept, .broken, .kept])
  #expect("\(judged.days.lowerBound) \(judged.days.upperBound)" == "2026-12-01 2028-11-30")
}
