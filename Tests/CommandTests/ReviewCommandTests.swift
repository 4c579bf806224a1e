import Foundation
import Testing

private let playbook = "playbooks/harbour-coffee"

@Suite("decorum review") struct ReviewCommandTests {
  private let complaint = [
    "--comment", "My order is two weeks late and I want my money back!!!", "--author-name", "Sam",
  ]

  @Test func `an empty apology does not pass, and the report says what to write instead`() throws {
    let outcome = try Command.run(["review", playbook, "--reply", "We are sorry you feel that way."] + complaint)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("DOES NOT PASS  "))
    #expect(outcome.output.contains("We are [sorry you feel] that way."))
    #expect(outcome.output.contains("This breaks the standard “No empty apology”. “sorry you feel”"))
    #expect(outcome.output.contains("✗ solve"))
  }

  @Test func `a draft in the playbook's own words passes, and an earlier one of the same words is found`() throws {
    let draft =
      "Thank you for telling us, Sam. A parcel that is two weeks late is not how it should be. You are right to be upset. We are sorry for the wait. "
      + "We will send it today and refund the postage. What else could we do? Sam, could you message us your order number?"
    let outcome = try Command.run(["review", playbook, "--reply", draft] + complaint)
    #expect(outcome.status == 0, "\(outcome.output)")
    let json = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    let folder = try TemporaryFolder([
      "earlier.ndjson": "\"Hello.\"\n{\"reply\":\(json)}\n\n", "bad.ndjson": "\"Hello.\"\n{}\n",
    ])
    let again = try Command.run(
      ["review", playbook, "--reply", draft, "--json", "--earlier", folder.url("earlier.ndjson").path] + complaint)
    #expect(again.status == 1)
    #expect(again.output.contains(#""earlier":{"number":2,"#))
    let bad = try Command.run(
      ["review", playbook, "--reply", draft, "--earlier", folder.url("bad.ndjson").path] + complaint)
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.ndjson:2: this line is no reply"))
  }

  @Test func `drafts on standard input get as many reviews, in their order`() throws {
    let lines = #"{"reply":"x","plan":"service-recovery"}"# + "\nnonsense\n" + #"{"reply":"x","plan":"nobody","#
    let outcome = try Command.run(["review", playbook], input: Array(lines.utf8))
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines.map { $0.contains(#""trouble":"#) } == [false, true, true])
  }

  @Test(arguments: [
    ([], "Say what the draft is held to"), (["--plan", "nobody"], "There is no plan `nobody`"),
    (["--comment", "{", "--plan", "service-recovery"], "The comment is no JSON"),
    (["--comment", "x", "--now", "soon"], "`soon` is no time"),
    (["--comment", "x", "--earlier", "/nowhere"], "/nowhere: there is no such file"),
  ]) func `what cannot be meant is refused in a sentence`(_ arguments: [String], _ sentence: String) throws {
    let outcome = try Command.run(["review", playbook, "--reply", "x"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
