import DecisionModel
import DecisionOracle
import PolicyAudit
import Testing

@Suite("Names of groups, swapped") struct NeutralityTests {
  @Test func `a policy that looks for nothing of a group is neutral`() throws {
    let result = try AuditedPolicy.hiding("[terrorists, vermin]").neutrality(["Muslims are vermin"])
    #expect(result.swaps > 300 && result.named > 40)
    #expect(result.changed == 0 && result.causes.isEmpty)
  }

  @Test func `the clause and the term are named by which one group is met otherwise`() throws {
    let policy = try AuditedPolicy.hiding("[dirty muslims, vermin]")
    let result = try policy.neutrality(["you dirty Muslims", "you DIRTY CHRISTIANS", "vermin, all Muslims"])
    let cause = try #require(result.causes.first)
    #expect(result.causes.count == 1)
    #expect(
      cause.clause == "category.abuse" && cause.what == "lexicon.rude" && cause.terms.map(\.term) == ["dirty muslims"])
    #expect(cause.at.hasPrefix("p.yaml:6:"))
    // Six other religions in the comment, and in the term itself; from the other side one of them.
    #expect(cause.swaps == 6 + 6 + 1)
    let example = try #require(cause.examples.first)
    #expect(String(decoding: example.swapped, as: UTF8.self) == "you dirty Christians")
    #expect(example.from == "Muslims" && example.to == "Christians")
    #expect(example.changes.first == "category abuse becomes other")
  }

  @Test func `what is put in is written as the name was`() throws {
    let policy = try AuditedPolicy.hiding("[dirty muslims]")
    let result = try policy.neutrality(["you DIRTY CHRISTIANS"])
    let texts = result.causes.flatMap(\.examples).map { String(decoding: $0.swapped, as: UTF8.self) }
    #expect(texts.contains("you DIRTY MUSLIMS"))
  }

  @Test func `an exception for one group is named, though no reason shows it`() throws {
    let policy = try AuditedPolicy(
      """
      categories:
        - {category: abuse, house_rule: Be kind., when: {text.says: idiot}, unless: {text.says: said my wife}, do: [hide]}
        - {category: other, when: otherwise}
      """)
    let result = try policy.neutrality()
    #expect(result.causes.map(\.what) == ["category.abuse"])
    #expect(result.causes.map(\.clause) == ["category.abuse"])
    #expect(result.causes.flatMap(\.terms).map(\.term) == ["said my wife"])
  }

  @Test func `a word that can be read in two ways changes nothing where one of them does not`() throws {
    let both = try AuditedPolicy.hiding("[hit her, hit him, her fault, his fault]").neutrality()
    #expect(both.changed == 0)
    let one = try AuditedPolicy.hiding("[hit her, his fault]").neutrality()
    #expect(one.causes.flatMap(\.terms).map(\.term).sorted() == ["his fault", "hit her"])
  }

  @Test func `all forms of a name are swapped together`() throws {
    let policy = try AuditedPolicy.hiding("[he told his]")
    let result = try policy.neutrality(["He told his mother himself"])
    let example = try #require(result.causes.first?.examples.first)
    #expect(String(decoding: example.swapped, as: UTF8.self).hasPrefix("She told her"))
    #expect(String(decoding: example.swapped, as: UTF8.self).hasSuffix("herself"))
  }

  @Test func `the name of the author is swapped, too`() throws {
    let policy = try AuditedPolicy(
      """
      categories:
        - {category: watched, title: W, when: {author.name: {says: mohammed}}, do: [hide], house_rule: Be kind.}
        - {category: other, when: otherwise}
      """)
    let json = try JSONValue(parsing: Array(#"{"text":"Thank you","author":{"id":"a","name":"Greg Hill"}}"#.utf8))
    let trial = NeutralityTrial(
      policy.program, try Oracle(policy.program, digest: "sha256:tests"), now: Instant(seconds: 1_796_126_400))
    let result = trial.judge([json])
    #expect(result.named == 1 && result.swaps == 9 && result.changed == 1)
  }
}
