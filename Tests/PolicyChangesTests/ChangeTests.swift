import DecisionModel
import PlaybookPipeline
import PolicyChanges
import PolicyImpact
import Testing

private func program(_ clauses: String) throws -> DecisionProgram {
  let text = """
    decorum: "1"
    playbook: small
    version: 1.0.0
    title: Small
    teams: {care: {title: Customer care}, legal: {title: Legal counsel}}
    facts: {vip: {type: yes_no}}
    \(clauses)
    """
  return try compilePlaybook(try checkPlaybook("p.yaml", in: [InMemoryFile("p.yaml", text)], judging: false)).program
}

private func changes(_ old: String, _ new: String) throws -> PolicyChanges {
  try PolicyChanges(from: try program(old), to: try program(new))
}

private let plain = """
  categories:
    - {category: complaint, title: C, when: {text.says: refund*}, do: [capture]}
    - {category: abuse, title: A, when: {text.says: idiot}, do: [hide]}
    - {category: other, title: O, when: otherwise, do: [let_stand]}
  escalations:
    - {escalation: legal, title: L, when: {text.says: lawyer, category: complaint}, to: legal}
  """

@Suite("What changes between two policies") struct ChangeTests {
  @Test func `a policy held against itself changes nothing, and that is proved`() throws {
    #expect(try changes(plain, plain).isNone)
  }

  @Test func `the same condition in other words changes nothing`() throws {
    let other = plain.replacing("{text.says: refund*}", with: "{any: [{text.says: [refund*, refunded]}]}")
    #expect(try changes(plain, other).isNone)
  }

  @Test func `a category that is put before another takes its comments, with one that shows it`() throws {
    let swapped = """
      categories:
        - {category: abuse, title: A, when: {text.says: idiot}, do: [hide]}
        - {category: complaint, title: C, when: {text.says: refund*}, do: [capture]}
        - {category: other, title: O, when: otherwise, do: [let_stand]}
      escalations:
        - {escalation: legal, title: L, when: {text.says: lawyer, category: complaint}, to: legal}
      """
    let found = try changes(plain, swapped)
    #expect(found.moves.map { "\($0.from) > \($0.to)" } == ["complaint > abuse"])
    #expect(found.moves.first?.witness.direction == .stricter)
    #expect(found.escalations.map { "\($0.escalation) \($0.begins)" } == ["legal false"])
    #expect(found.orders.isEmpty && found.undecided.isEmpty)
  }

  @Test(arguments: [
    ("text.says: refund*", "text.says: refund", ["complaint > abuse", "complaint > other"]),
    ("text.says: idiot", "text.says: [idiot, moron]", ["other > abuse"]),
    ("when: {text.says: idiot}", "when: {text.says: idiot, vip: no}", ["abuse > other"]),
    ("when: {text.says: idiot}", "when: {text.says: idiot}, unless: {vip: yes}", ["abuse > other"]),
    (
      "when: {text.says: idiot}", "when: {any: [{text.says: idiot}, {author.followers: more than 10}]}",
      ["other > abuse"]
    ),
  ]) func `who goes where is found`(_ before: String, _ after: String, _ moves: [String]) throws {
    let found = try changes(plain, plain.replacing(before, with: after))
    #expect(found.moves.map { "\($0.from) > \($0.to)" } == moves)
    #expect(found.undecided.isEmpty)
    let back = try changes(plain.replacing(before, with: after), plain)
    #expect(Set(back.moves.map { "\($0.to) > \($0.from)" }) == Set(moves))
  }

  @Test func `a new escalation begins to hold, and one that is gone ends`() throws {
    let more = plain + "\n  - {escalation: press, title: P, when: {text.says: newspaper}, to: care, do: [hide]}"
    let found = try changes(plain, more)
    #expect(found.escalations.map { "\($0.escalation) \($0.begins)" } == ["press true"])
    #expect(found.escalations.first?.witness.direction == .stricter)
    #expect(found.orders.map { "\($0.kind) \($0.name) \($0.details)" } == ["escalation press [\"is new\"]"])
    #expect(try changes(more, plain).escalations.map { "\($0.escalation) \($0.begins)" } == ["press false"])
  }

  @Test func `what a clause orders is told where it changed`() throws {
    let found = try changes(plain, plain.replacing("do: [hide]", with: "do: [remove]"))
    #expect(found.moves.isEmpty && found.escalations.isEmpty)
    #expect(found.orders.map(\.details) == [["orders `remove`, which it did not", "orders `hide` no longer"]])
  }

  @Test func `a list that only a step asks for is no other list unnoticed`() throws {
    let answered = """
      lexicons: {delay: [late]}
      responses:
        put-right:
          title: Put it right
          owner: care
          reply: {within: 60 minutes, in: public}
          steps: [{step: thank}, {step: apologise, when: {text.uses: delay}}]
      categories:
        - {category: complaint, title: C, when: {text.says: refund*}, respond: put-right}
        - {category: other, title: O, when: otherwise, do: [let_stand]}
      """
    #expect(try changes(answered, answered).isNone)
    let found = try changes(answered, answered.replacing("[late]", with: "[late, lost]"))
    #expect(found.orders.map(\.details) == [["when the step `apologise` is taken changed"]])
  }

  @Test func `escalations in another order are no change unnoticed`() throws {
    let second = "\n  - {escalation: press, title: P, when: {text.says: newspaper}, to: care}"
    let first = "escalations:\n  - {escalation: press, title: P, when: {text.says: newspaper}, to: care}"
    let found = try changes(plain + second, plain.replacing("escalations:", with: first))
    #expect(found.moves.isEmpty && found.escalations.isEmpty)
    #expect(found.orders.map(\.details) == [["the order of the escalations changed"]])
  }

  @Test func `policies that read texts otherwise are not held against each other`() throws {
    #expect(throws: Incomparable.self) { try changes(plain, "matching: {accents: ignored}\n" + plain) }
  }
}
