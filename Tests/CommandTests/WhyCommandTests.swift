import DecisionModel
import Foundation
import Testing

/// `decorum why` as a person runs it.
@Suite struct WhyCommandTests {
  private static let policy = """
    decorum: 1
    playbook: small
    teams: {care: {hours: always}}
    categories:
      - {category: refund, examples: ["refund me"], when: {text.says: refund}}
      - {category: refund-again, when: {text.says: refund me}, accept: [{finding: unreachable-category, why: a test}]}
      - {category: praise, when: {text.says: [thanks, thank you], post.rating: at least 4}}
      - {category: other, when: otherwise}
    escalations: [{escalation: press, when: {category: praise, author.verified: yes}, to: care}]

    """

  private static func why(_ arguments: String...) throws -> Command.Outcome {
    let folder = try TemporaryFolder(["p.yaml": policy])
    return try Command.run(["why", "p.yaml"] + arguments, in: folder)
  }

  @Test func `without an expectation the conditions of the category are shown`() throws {
    let outcome = try Self.why("a refund, please")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
          a [refund], please
        is `refund`

        `refund` holds
        holds  category.refund
                 true text.says: refund — found “refund” (refund)

        """)
  }

  @Test func `what takes the comment, what lacks, and the smallest changes are shown`() throws {
    let outcome = try Self.why("a refund, thanks", "--not", "praise")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
          a [refund], thanks
        is `refund`, not `praise`

        `refund` stands first and takes it
        holds  category.refund
                 true text.says: refund — found “refund” (refund)

        `praise` does not hold
               category.praise
                 unknown all of
                   true text.says: thanks, thank you — found “thanks” (thanks)
                   unknown post.rating: at least 4 — not given

        To get to `praise` takes 2 changes
          1. leave out “refund”; make post.rating 4
             “a , thanks”
          2. leave out “refund”; make post.rating 5
             “a , thanks”

        """)
  }

  @Test(
    arguments: [
      (["thanks", "--fact", "post.rating=4", "--not", "praise"], 0, "is `praise`"),
      (["thanks", "--fact", "post.rating=4", "--not", "press"], 0, "1. make author.verified true"),
      (["refund", "--not", "refund-again"], 1, "what it would take is taken before it by `refund`"),
      (["refund", "--not", "prais"], 2, "did you mean `praise`?"),
      (["refund", "--fact", "nonsense=1"], 2, "there is no fact `nonsense`"),
      (["refund", "--show", "0"], 2, "--show is a number from 1 to 100"),
      (["\u{1B}[31m thanks \u{202E}", "--not", "praise"], 0, "make post.rating 4"),
    ] as [([String], Int32, String)])
  func `it says what is so, and ends accordingly`(_ arguments: [String], _ status: Int32, _ said: String) throws {
    let folder = try TemporaryFolder(["p.yaml": Self.policy])
    let outcome = try Command.run(["why", "p.yaml"] + arguments, in: folder)
    let all = outcome.output + outcome.errors
    #expect(outcome.status == status && all.contains(said), "\(all)")
    #expect(!all.contains("\u{1B}") && !all.contains("\u{202E}"))
  }

  @Test func `the answer is there for programs, and each changed comment is decided so`() throws {
    let folder = try TemporaryFolder(["p.yaml": Self.policy])
    let outcome = try Command.run(["why", "p.yaml", "a refund, thanks", "--not", "praise", "--json"], in: folder)
    let data = try JSONValue(parsing: Array(outcome.output.utf8.dropLast()))
    #expect(data["category"]?.text == "refund" && data["expected"]?.text == "praise")
    #expect(data["taken_by"]?.text == "refund" && data["complete"] == .bool(true))
    let ways = try #require(data["ways"]?.array)
    #expect(ways.count == 2)
    for way in ways {
      var line = JSONWriter()
      line.value(try #require(way["comment"]))
      let decided = try Command.run(
        ["decide", "p.yaml", "--ndjson"], input: Array((line.text + "\n").utf8), in: folder)
      #expect(decided.output.contains(#""category":"praise""#))
    }
  }
}
