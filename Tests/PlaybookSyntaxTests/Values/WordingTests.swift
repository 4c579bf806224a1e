import DecisionModel
import PlaybookSyntax
import TestSupport
import Testing

@Test func `a wording has texts, facts and blanks`() throws {
  let wording = try scalar("Thank you, {author.name}. [what happened] is not how it should be.").wording()
  #expect(
    wording.pieces == [
      .text("Thank you, "), .fact("author.name"), .text(". "), .blank("what happened"),
      .text(" is not how it should be."),
    ])
}

@Test(arguments: [
  ("{{ and }}", "{ and }"), ("[[ and ]]", "[ and ]"), ("a {{b}} c", "a {b} c"), ("{{{{", "{{"), ("plain", "plain"),
])
func `a mark that is written twice is itself`(_ text: String, _ plain: String) throws {
  #expect(try scalar(text).wording().pieces == [.text(plain)])
}

@Test(arguments: [
  ("Dear 1️⃣{2️⃣author.name", "this `{` is not closed"), ("Dear author.name1️⃣}2️⃣", "this `}` closes nothing"),
  ("1️⃣[2️⃣what", "this `[` is not closed"),
  ("what1️⃣]2️⃣ happened", "this `]` closes nothing"), ("☕️ é 1️⃣]2️⃣", "this `]` closes nothing"),
])
func `a mark that is wrong is pointed at`(_ text: String, _ message: String) {
  let promised = FindingCase(
    "invalid-wording", message,
    help:
      "write facts as `{author.name}` and blanks as `[what happened]`; a brace or a bracket itself is written twice",
    in: playbook("responses: {r: {steps: [{step: thank, say: \"\(text)\"}]}}"),
    notIn: playbook("responses: {r: {steps: [{step: thank, say: \"{author.name}\"}]}}"))
  #expect(promised.differences(check: findingsOfForm) == [])
}
