import DecisionModel
import PlaybookModel
import Testing

@testable import PlaybookPublishing

@Suite struct PlainEnglishTests {
  private static let titles = Titles(harbourCoffee())
  private let english = PlainEnglish(titles: titles, zone: .utc)

  /// What a condition says, without marks; lists in brackets.
  private func said(_ condition: Condition, by english: PlainEnglish? = nil) -> String {
    said((english ?? self.english).statement(condition))
  }

  private func said(_ statement: PlainEnglish.Statement) -> String {
    switch statement {
    case .clause(let prose), .sentence(let prose): prose.plainText
    case .outline(let summary, let parts): "\(summary.plainText): [\(parts.map { said($0) }.joined(separator: " | "))]"
    }
  }

  private static func length(_ count: Double, _ unit: Length.Unit) -> Length {
    guard let length = Length(count, unit) else { preconditionFailure("a test gives a length that is none") }
    return length
  }

  static let leaves: [(Condition, String)] = [
    (
      .history(.comments, in: length(5, .hours), .atLeast(10)),
      "the author wrote at least 10 comments within 5 hours, this one included"
    ),
    (
      .history(.sameText, in: length(1, .days), .moreThan(1)),
      "the author wrote the same text more than 1 time within 1 day, this one included"
    ),
    (.mode(["crisis"]), "the mode Crisis is on"), (.not(.mode(["crisis"])), "the mode Crisis is not on"),
    (.mode(["crisis", "sale"]), "the mode Crisis or Sale is on"),
    (.not(.mode(["crisis", "sale"])), "neither the mode Crisis nor Sale is on"),
    (.signal("wants-money"), "the comment shows the sign wants money"),
    (.says(["my lawyer"]), "the text says “my lawyer”"),
    (.says(["a", "b", "c"]), "the text says any of “a”, “b” or “c”"),
    (.uses("refund"), "the text uses any of refund words"),
    (.uses("insults"), "the text uses any of insults"),
    (.termCount("refund", .atLeast(2)), "the text uses at least 2 different terms of refund words"),
    (.score("anger", .atLeast(3)), "the weights of the different anger words in the text add up to at least 3"),
    (.measure(.capitals, .moreThan(0.6)), "the share of capitals among the letters of the text is more than 60%"),
    (.measure(.words, .atLeast(4)), "the text has at least 4 words"),
    (.measure(.words, .exactly(1)), "the text has exactly 1 word"),
    (.measure(.questions, .exactly(0)), "the text has no question marks"),
    (.measure(.links, .lessThan(2)), "the text has fewer than 2 links"),
    (.measure(.emoji, .between(2, 5)), "the text has between 2 and 5 emoji"),
    (
      .measure(.length, .anyOf([.exactly(1), .atLeast(1000)])),
      "the text has exactly 1 character or at least 1,000 characters"
    ),
    (.measure(.longestRun, .moreThan(5)), "the longest run of one character in the text is more than 5 long"),
    (.fact("post.rating", .number(.atMost(2))), "the rating is at most 2"),
    (.fact("post.rating", .number(.exactly(2))), "the rating is 2"),
    (.fact("post.rating", .number(.anyOf([.exactly(1), .exactly(2), .exactly(5)]))), "the rating is 1, 2 or 5"),
    (.fact("author.followers", .number(.atLeast(10_000))), "the author has at least 10,000 followers"),
    (.fact("author.verified", .yesNo(true)), "the platform vouches for the author"),
    (.fact("author.verified", .yesNo(false)), "the platform does not vouch for the author"),
    (.fact("author.account_age", .duration(.lessThan(604_800))), "the age of the author's account is less than 1 week"),
    (.fact("author.roles", .words(["staff", "press"])), "the author's roles include “staff” or “press”"),
    (.fact("post.channel", .words(["facebook"])), "the channel is Facebook"),
    (.fact("post.channel", .words(["reviews"])), "the channel is “reviews”"),
    (
      .fact("thread.category", .words(["complaint"])),
      "the categories of the thread's earlier comments include A customer is let down"
    ),
    (.fact("author.name", .says(["official"])), "the author's name says “official”"),
    (.fact("author.name", .uses(["insults"])), "the author's name uses any of insults"),
    (.fact("author.id", .identities(["bob"])), "the author is “bob”"),
    (.fact("order.days_late", .number(.atLeast(1))), "days past the promised delivery date is at least 1"),
    (.fact("order.days_late", .known(false)), "days past the promised delivery date is not known"),
    (.fact("author.roles", .known(true)), "the author's roles are known"),
    (.fact("vip", .yesNo(true)), "vip (yes)"),
    (
      .fact("post.at", .instant(.before(Instant("2026-12-01T00:00:00Z") ?? .latest))),
      "the time of the comment is before 1 December 2026"
    ),
    (
      .fact("post.at", .instant(.after(Instant("2026-12-01T10:30:00Z") ?? .latest))),
      "the time of the comment is after 1 December 2026, 10:30"
    ),
    (.strikes("conduct", .atLeast(2)), "the author had at least 2 strikes on Warn, then block before this comment"),
    (.category(["abuse", "complaint"]), "the category is Abuse of our people or A customer is let down"),
    (.escalation(["legal"]), "the comment is escalated as Anything that smells of court"),
    (.matches(["sp[ae]m"]), "the text matches the pattern sp[ae]m"),
    (.matches(["a+", "b+"]), "the text matches any of the patterns a+ or b+"),
    (.linksTo(["casino.example"]), "the text links to casino.example, or to a site below it"),
    (.linksTo(["a.example", "b.example"]), "the text links to a.example or b.example, or to a site below one of them"),
    (.fact("author.name", .matches(["^bot"])), "the author's name matches the pattern ^bot"),
    (.timeOpen("care"), "the comment came within the hours of Customer care"),
    (.withoutEffect("source.shape"), "what source.shape asks for is met (which has no effect yet)"),
  ]

  @Test(arguments: leaves) func `a condition is a clause`(condition: Condition, expected: String) {
    #expect(said(condition) == expected)
    #expect(said(.not(.not(condition))) == expected)
    #expect(said(.all([condition])) == expected)
  }

  static let opposites: [(Condition, String)] = [
    (.signal("angry"), "the comment does not show the sign angry"),
    (.matches(["a+", "b+"]), "the text does not match any of the patterns a+ or b+"),
    (.linksTo(["a.example"]), "the text does not link to a.example, or to a site below it"),
    (.says(["a", "b"]), "the text says none of “a” or “b”"),
    (.timeOpen("care"), "the comment came outside the hours of Customer care"),
    (.uses("refund"), "the text uses none of refund words"),
    (.measure(.words, .atLeast(4)), "the text has fewer than 4 words"),
    (.measure(.links, .exactly(0)), "the text has at least 1 link"),
    (.measure(.words, .between(2, 5)), "it is not so that the text has between 2 and 5 words"),
    (.fact("post.rating", .number(.atMost(2))), "the rating is more than 2"),
    (.fact("post.edited", .yesNo(true)), "the comment was not edited"),
    (.fact("author.roles", .words(["staff", "press"])), "the author's roles include neither “staff” nor “press”"),
    (.fact("post.rating", .known(true)), "the rating is not known"),
    (.category(["abuse"]), "the category is not Abuse of our people"),
    (.category(["abuse", "other"]), "the category is neither Abuse of our people nor Other"),
    (.escalation(["legal"]), "the comment is not escalated as Anything that smells of court"),
    (.fact("post.language", .words(["en", "cy"])), "the comment's language is neither “en” nor “cy”"),
    (
      .all([.uses("refund"), .uses("insults")]), "the text uses none of refund words, or the text uses none of insults"
    ),
    (
      .any([.uses("refund"), .uses("insults")]), "the text uses none of refund words, and the text uses none of insults"
    ),
    (.none([.uses("refund")]), "the text uses any of refund words"),
    (
      .count([.uses("refund"), .uses("insults")], .atLeast(1)),
      "the number of these that hold is less than 1: [the text uses any of refund words | the text uses any of insults]"
    ),
  ]

  @Test(arguments: opposites) func `a condition that is denied is said the other way round`(
    condition: Condition, expected: String
  ) {
    #expect(said(.not(condition)) == expected)
    #expect(said(.none([condition])) == expected)
  }

  private static let rating = Condition.fact("post.rating", .number(.atMost(2)))

  static let compounds: [(Condition, String)] = [
    (.any([.uses("refund"), rating]), "the text uses any of refund words, or the rating is at most 2"),
    (.all([.uses("refund"), rating]), "the text uses any of refund words, and the rating is at most 2"),
    (
      .any([.uses("refund"), rating, .uses("insults"), .says(["a"]), .says(["b"])]),
      "the text uses any of refund words or insults, or the rating is at most 2, or the text says any of “a” or “b”"
    ),
    (.any([.signal("angry"), .signal("wants-money")]), "the comment shows the sign angry or wants money"),
    // What "and" and "or" belong to would not be clear in one sentence.
    (
      .any([.all([.uses("refund"), rating]), .uses("insults")]),
      "any of these holds: [the text uses any of refund words, and the rating is at most 2 | the text uses any of insults]"
    ),
    (
      .all([.any([.uses("refund"), rating]), .not(.uses("insults"))]),
      "all of these hold: [the text uses any of refund words, or the rating is at most 2 | the text uses none of insults]"
    ),
    (
      .any([.uses("refund"), rating, .measure(.links, .atLeast(1)), .says(["a"])]),
      "any of these holds: [the text uses any of refund words | the rating is at most 2 | the text has at least 1 link | the text says “a”]"
    ),
    (
      .none([.uses("refund"), rating, .measure(.links, .atLeast(1)), .says(["a"])]),
      "none of these holds: [the text uses any of refund words | the rating is at most 2 | the text has at least 1 link | the text says “a”]"
    ),
    (
      .count([.uses("refund"), rating, .any([])], .atLeast(2)),
      "the number of these that hold is at least 2: [the text uses any of refund words | the rating is at most 2 | nothing is named that could hold]"
    ),
  ]

  @Test(arguments: compounds) func `clauses are joined where that is clear, and listed where it is not`(
    condition: Condition, expected: String
  ) {
    #expect(said(condition) == expected)
  }

  @Test func `a standard speaks of the reply`() {
    let draft = PlainEnglish(titles: Self.titles, zone: .utc, subject: .draft)
    #expect(
      said(.all([.says(["sorry if"]), .measure(.words, .atMost(3))]), by: draft)
        == "the reply says “sorry if”, and the reply has at most 3 words")
  }

  @Test func `nested lists are lists in lists, and the exception stands on its own`() {
    var playbook = playbook()
    let deep = Condition.any([.all([.any([.says(["a"]), Self.rating]), .says(["b"])]), .says(["c"])])
    playbook.signals = [
      Signal(definition: definition("deep"), clause: Clause(when: deep, unless: .says(["d"])), examples: .none)
    ]
    playbook.categories = [category("any", when: Clause(when: .signal("deep")))]
    #expect(
      markdown(playbookDocument(playbook)).contains(
        """
        ### 9.1 Deep

        Any of these holds:

        - all of these hold:
          - the text says “a”, or the rating is at most 2
          - the text says “b”
        - the text says “c”

        **Unless** the text says “d”.

        """))
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (0.95, "0.95"),
      (-12_345.5, "-12,345.5"), (1e21, "1,000,000,000,000,000,000,000"),
    ] as [(Double, String)])
  func `numbers are grouped`(value: Double, expected: String) {
    #expect(NumbersInWords.number(value) == expected)
  }

  @Test(
    arguments: [
      (0, "0%"), (0.6, "60%"), (0.07, "7%"), (0.005, "0.5%"), (1, "100%"), (0.333, "33.3%"), (12, "1,200%"),
      (-0.5, "-50%"), (0.29, "29%"),
    ] as [(Double, String)])
  func `shares are percentages, and no digit is made up`(value: Double, expected: String) {
    #expect(NumbersInWords.share(value) == expected)
  }

  @Test(
    arguments: [
      (0, "0 seconds"), (1, "1 second"), (90, "90 seconds"), (5400, "90 minutes"), (86_400, "1 day"),
      (604_800, "1 week"),
      (259_200, "3 days"), (0.5, "0.5 seconds"), (1e16, "10,000,000,000,000,000 seconds"),
    ] as [(Double, String)])
  func `lengths are in the largest unit that is whole`(seconds: Double, expected: String) {
    #expect(NumbersInWords.duration(seconds: seconds) == expected)
  }
}
