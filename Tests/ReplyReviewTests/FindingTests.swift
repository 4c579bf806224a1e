import DecisionModel
import ReplyReview
import Testing

private let good = "Thank you, Ann. We are sorry for the late parcel. We will send a new one today."

/// A draft that answers Ann Lee, who wrote "late", and what stands against it.
private let drafts: [(draft: String, findings: [String])] = [
  (good, []),
  ("Ann Lee, thanks for writing. Apologies. We will call.", []),
  ("Thank you, Ann. We will send a new one.", ["error missing-step apologise"]),
  ("Sorry, Ann.", ["error missing-step solve"]),
  ("Thank you, dear. Sorry! We will call.", ["error missing-name"]),
  (good + " It is your fault.", ["error broken-standard no-blame"]),
  (good + "!!", ["note broken-standard no-shouting"]),
  ("Thank you, Ann. We are sorry for [what happened]. We will call.", ["error unfilled-blank"]),
  ("Thank you, {author.name}. Sorry, Ann. We will call.", ["error unfilled-blank"]),
  ("Sorry, Ann. We will {do it}.", []),
  ("Sorry, Ann. We will [read](https://a.example).", []),
  ("Sorry, Ann [1]. We will call.", []),
  (
    " \u{200B}… ",
    ["error empty-reply", "error missing-step apologise", "error missing-step solve", "error missing-name"]
  ),
]

@Suite("Findings of a review") struct FindingTests {
  @Test(arguments: drafts) func `a draft is held to the plan that the decision orders`(
    _ draft: String, _ findings: [String]
  ) throws {
    let review = try review(draft)
    #expect(review.plan == "recovery")
    #expect(review.lines == findings)
    #expect(review.passes == !findings.contains { $0.hasPrefix("error") })
  }

  @Test func `what to write instead is what the playbook says, on one line`() throws {
    let review = try review("Thank you, Ann. It is your fault. We will call.")
    #expect(
      review.findings.map(\.instead) == [
        "Say what for. For example: “We are sorry for [what happened].”", "Leave out whose doing it was.",
      ])
  }

  @Test func `a step without words of its own is told by those of its marker`() throws {
    #expect(try review("Sorry, Ann.").findings.first?.instead == "It is told by words such as “we will”.")
  }

  @Test func `the words that show a step are named, and steps that no text shows are asked for`() throws {
    let review = try review(good)
    #expect(review.shown.map(\.step) == ["thank", "apologise", "solve"])
    #expect(
      review.shown.map { $0.found.compactMap { $0.hit.map { String(decoding: $0.text, as: UTF8.self) } } } == [
        [], ["sorry"], ["We will"],
      ])
    #expect(review.questions == ["Does it name what happened?", "Does the reply show the step “Explain”?"])
  }

  @Test(arguments: [
    ("hello", #""comment":"you idiots""#, ["error reply-not-ordered"]),
    ("Thank you.", #""comment":"see you in court""#, ["warning reply-held"]),
    ("Thank you.", #""comment":"late","plan":"friendly""#, ["warning reply-not-ordered"]),
    ("Thank you.", #""comment":"nice","plan":"friendly""#, []),
    ("Thank you.", #""plan":"friendly""#, []),
  ]) func `an answer that nobody ordered, or that waits, is named`(
    _ reply: String, _ rest: String, _ findings: [String]
  ) throws {
    #expect(try review(reply, rest).lines == findings)
  }

  @Test(arguments: [
    (100, #""comment":{"text":"nice","channel":"x"}"#, []),
    (101, #""comment":{"text":"nice","channel":"x"}"#, ["error too-long"]),
    (101, #""comment":{"text":"nice","channel":"page"}"#, []), (101, #""comment":"nice""#, ["warning too-long"]),
    (101, #""plan":"friendly","channel":"x""#, ["error too-long"]),
    (101, #""comment":{"text":"nice","channel":"x","post":{"visibility":"private"}}"#, []),
    (70_000, #""comment":{"text":"nice","channel":"page"}"#, ["error too-long"]),
  ]) func `a public reply is as long as its channel takes`(_ length: Int, _ rest: String, _ findings: [String]) throws {
    let thanks = "Thank you. "
    #expect(try review(thanks + String(repeating: "é", count: length - thanks.count), rest).lines == findings)
  }
}

@Suite("Earlier wording") struct EarlierWordingTests {
  private func compare(_ draft: String, _ earlier: [String]) throws -> Review {
    var review = Draft(text: Array(draft.utf8), plan: "friendly")
    review.earlier = earlier.map { Array($0.utf8) }
    return reviewer.review(review)
  }

  @Test func `the same words are an error, whatever their case, signs and spaces`() throws {
    let review = try compare("Thank you. We are glad!", ["Something else entirely here.", "THANK  you… we are glad"])
    #expect(review.lines == ["error repeated-wording"])
    #expect(review.findings.first?.earlier?.number == 2)
    #expect(review.findings.first?.earlier?.resemblance == 1)
  }

  /// Five runs of three words in each, four of them the same: 4 of 6.
  @Test func `half of the wording is a warning, with the closest of the replies`() throws {
    let review = try compare(
      "Thank you. We will see you soon", ["Thank you. We will hear", "Thank you. We will see you later"])
    #expect(review.lines == ["warning repeated-wording"])
    #expect(review.findings.first?.earlier?.number == 2)
    #expect(review.findings.first?.earlier.map { ($0.resemblance * 1000).rounded() } == 667)
  }

  @Test func `a phrase that both have is no repetition`() throws {
    #expect(
      try compare("Thank you. The new bench is out on Monday.", ["Thank you. We sent the parcel today."]).lines == [])
    #expect(try compare("Thank you.", []).lines == [])
    #expect(try compare("Thank you.", ["", "…"]).lines == [])
  }
}
