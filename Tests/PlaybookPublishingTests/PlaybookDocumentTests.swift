import DecisionModel
import Diagnostics
import Foundation
import PlaybookModel
import PlaybookPublishing
import Testing

@Suite struct PlaybookDocumentTests {
  @Test func `a section without content says so in one line, and numbers are fixed`() {
    let lines = markdown(playbookDocument(playbook())).split(separator: "\n").map(String.init)
    for section in Section.allCases where section != .modes && section != .glossary {
      let heading = lines.firstIndex(of: "## \(section.rawValue). \(section.title)") ?? 0
      #expect(heading > 0 && lines[heading + 1].hasPrefix("This playbook has "), "\(section)")
    }
  }

  @Test func `a playbook that has modes lists them, and one that has none says nothing of them`() {
    let about = "Everyone looks at us."
    var playbook = playbook()
    #expect(!markdown(playbookDocument(playbook)).contains("Modes"))
    playbook.modes = [
      Mode(
        definition: Definition(name: "crisis", span: nowhere, nameSpan: nowhere, title: "Crisis", about: about),
        atMost: Length(3, .days))
    ]
    let text = markdown(playbookDocument(playbook))
    #expect(text.contains("## 13. Modes\n"))
    #expect(text.contains("Crisis | \(about) | 3 days |"), "\(text.suffix(400))")
  }

  @Test(arguments: [harbourCoffee(), playbook(), everyField({ $0 }, about: { $0 })])
  func `every link of a document leads to a place in it, and no place has two`(playbook: Playbook) throws {
    for document in [playbookDocument(playbook), houseRulesDocument(playbook)] {
      let text = markdown(document)
      let anchors = text.components(separatedBy: "<a id=\"").dropFirst().compactMap {
        $0.components(separatedBy: "\"").first
      }
      let links = text.components(separatedBy: "](#").dropFirst().compactMap { $0.components(separatedBy: ")").first }
      #expect(Set(anchors).count == anchors.count)
      #expect(Set(links).subtracting(anchors).isEmpty)
      #expect(!links.isEmpty || document.title == "House rules")
    }
  }

  @Test func `the same playbook gives the same bytes`() {
    let texts = (0..<5).map { _ in markdown(playbookDocument(harbourCoffee())) }
    #expect(Set(texts).count == 1)
    #expect(texts.allSatisfy { !$0.contains("\r") && $0.hasSuffix("\n") && !$0.hasSuffix("\n\n") })
  }

  /// The part of a document between a heading and the next anchor.
  private func part(_ heading: String, of playbook: Playbook) -> String {
    let text = markdown(playbookDocument(playbook))
    let after = text.components(separatedBy: "\n\(heading)\n\n").dropFirst().first ?? ""
    return after.components(separatedBy: "\n<a id=").first ?? ""
  }

  @Test func `of each promise the document says whether it is proved, and for which days`() throws {
    let days = try #require(CalendarDate("2026-12-01"))...(try #require(CalendarDate("2028-11-30")))
    let judged = JudgedPromises(verdicts: [.kept, .broken, .undecided], days: days)
    let text = markdown(playbookDocument(harbourCoffee(), judged: judged))
    for sentence in [
      "Proved for every comment on our channels, whatever is known of it and of its author. Deadlines were looked at for"
        + " comments from 1 December 2026 to 30 November 2028, with the hours, holidays and clock changes of these days.",
      "Not kept for every comment: the checks of this playbook show one that breaks it.",
      "Not proved: whether a comment can break it was not decided.",
    ] {
      #expect(text.contains("\n\n\(sentence)\n"), "\(sentence)")
    }
    #expect(!markdown(playbookDocument(harbourCoffee())).lowercased().contains("proved"))
  }

  @Test func `a category is told from what it is to what to do`() {
    #expect(
      part("### 3.1 Abuse of our people", of: harbourCoffee()) == """
        Insults aimed at staff or customers, whoever started it.

        > **House rule:** Do not insult or threaten anyone.

        **For example:**

        - “you are all idiots”
        - “what a bunch of 1d10ts”

        **But not:**

        - “you idiots owe me a refund, give me my money back”

        **Signs.** The text uses any of [_insults_](#lexicon.insults), or [_score of an outside classifier, 0 to 1_](#fact.model.toxicity) is at least 0.95.

        **Unless** the author's roles include “staff”, or the comment shows the sign [_wants money_](#signal.wants-money).

        **What to do:**

        1. Keep a copy.
        2. Hide it.
        3. Count a strike on [Warn, then block](#ladder.conduct), and do what the rung reached says.

        **What may follow:**

        - On [Warn, then block](#ladder.conduct): [Watch](#ladder.conduct.watch) at 1 strike, [Warn](#ladder.conduct.warn) at 2 strikes or [Block](#ladder.conduct.block) at 3 strikes.
        - An escalation that counts [whatever the category](#at-a-glance.escalations).

        """)
  }

  @Test func `a response tells who answers, step by step, and what comes after`() {
    #expect(
      part("### 4.2 Put it right", of: harbourCoffee()) == """
        [Customer care](#team.care) answers in public, within 60 minutes, but not in the first 2 minutes.

        It answers [A customer is let down](#category.complaint).

        **What the answer does:**

        1. **Acknowledge.** “Thank you for telling us, _\\[the author's name\\]_. _\\[what happened\\]_ is not how it should be.”
        2. **Apologise.**
           - “We are sorry.”
           - “We apologise.”
        3. **Solve.** Say exactly what will happen, and by when.
        4. **Take offline**, only where the comment shows the sign [_wants money_](#signal.wants-money). “Could you message us?”

        **Afterwards:**

        - **Follow through** within 2 working days after it is posted.
        - **Follow up** 7 days after it is resolved.

        **Standards:** [No empty apology](#standard.no-empty-apology).

        """)
  }

  @Test func `what the standard library brings is told in short`() {
    var playbook = playbook()
    playbook.lexicons = [lexicon("slurs", ["gnarf": 1, "blorp": 1], disguises: true)]
    playbook.signals = [signal("shouting", when: .says(["gnarf"]))]
    playbook.steps = [StepDefinition(definition: definition("invite"), shownBy: "slurs")]
    #expect(markdown(playbookDocument(playbook)).contains("gnarf"))
    #expect(markdown(playbookDocument(playbook)).contains("Steps of our own"))
    playbook.libraryFiles = [nowhere.file]
    let text = markdown(playbookDocument(playbook))
    #expect(text.contains("1d10t, i.d.i.o.t, idiiiot.\n\n2 terms.\n"), "\(text.suffix(400))")
    #expect(!text.contains("gnarf") && !text.contains("Steps of our own"))
  }

  @Test func `a step with only an exception says so in its sentence, and one that is repeated says until when`() {
    var playbook = playbook()
    var asking = step("follow_up", after: allowance(1, .days))
    asking.untilResolved = true
    let apology = step("apologise", when: Clause(when: .all([]), unless: .mode(["crisis"])))
    playbook.responses = [
      Response(definition: definition("p"), owner: nil, reply: nil, steps: [apology, asking], standards: [])
    ]
    let text = part("### 4.1 P", of: playbook)
    #expect(text.contains("1. **Apologise**, unless the mode _Crisis_ is on.\n"), "\(text)")
    #expect(text.contains("- **Follow up** 1 day after it is posted, and again until it is resolved.\n"), "\(text)")
    #expect(!text.contains("nothing is asked for"))
  }

  @Test func `an escalation names who takes over, and who must agree`() {
    #expect(
      part("### 6.1 Anything that smells of court", of: harbourCoffee()) == """
        **Signs.** The text says any of “my lawyer”, “sue you” or “ombudsman”.

        **What to do:**

        1. Hand it to [Legal counsel](#team.legal) within 30 minutes.
        2. If nobody took it by then, to [Duty manager](#team.duty) within 1 hour.
        3. Say nothing to the author before [Legal counsel](#team.legal) agrees.

        """)
  }

  @Test func `a word list stands behind a disclosure, the heaviest terms first`() {
    let anger = part("### 9.3 Anger", of: harbourCoffee())
    #expect(
      anger == """
        <details>
        <summary>5 terms</summary>

        **Weight 3:** `disgusted`, `furious`

        **Weight 2:** `fed up`, `unacceptable`

        **Weight 1:** `annoyed`

        </details>

        """)
  }

  @Test func `channels that are not ours, and standards that hold for no plan, are left out`() {
    var playbook = harbourCoffee()
    playbook.standards.append(
      Standard(definition: definition("unused"), avoid: nil, question: nil, instead: nil, holdsForEveryPlan: false))
    let text = markdown(playbookDocument(playbook))
    #expect(!text.contains("Reddit") && !text.contains("Unused"))
    playbook.usedOn = []
    #expect(markdown(playbookDocument(playbook)).contains("Reddit"))
  }

  @Test func `what a comment of an example brings beside its text is told`() {
    var playbook = playbook()
    let example = comment(
      "Two stars",
      [
        JSONMember("id", .text("c-1")), JSONMember("post", .object([JSONMember("rating", .number(2))])),
        JSONMember("facts", .object([JSONMember("order.days_late", .bool(true))])),
      ])
    playbook.categories = [
      category("bad", examples: Examples(positive: [Example(comment: example, span: nowhere)], negative: []))
    ]
    #expect(markdown(playbookDocument(playbook)).contains("- “Two stars” (the rating: 2; _order days late_: yes)\n"))
  }

  @Test(arguments: [
    ("Mon-Fri 08:00-20:00", "Monday to Friday 08:00 to 20:00"), ("Sat 09:00-17:00", "Saturday 09:00 to 17:00"),
    ("Mon,Wed 09:00-17:00", "Mon,Wed 09:00-17:00"), ("always", "Always"), ("Foo 1-2", "Foo 1-2"),
    ("Mon-Fri", "Mon-Fri"), ("", "–"),
  ])
  func `hours are written out where they are of the usual form`(hours: String, expected: String) {
    var playbook = playbook()
    playbook.teams = [team("care", hours: [hours])]
    #expect(markdown(playbookDocument(playbook)).contains("| Care | – | \(expected) | – |\n"))
  }

  @Test func `days on which nobody works are told`() throws {
    var playbook = playbook()
    let (christmas, newYear) = (try #require(CalendarDate("2026-12-25")), try #require(CalendarDate("2027-01-01")))
    playbook.holidays = [newYear, christmas]
    playbook.teams = [
      Team(
        definition: definition("care"), contact: nil, hours: ["Mon-Fri 09:00-17:00, Sat 09:00-12:00"],
        holidays: [christmas], cover: nil)
    ]
    let document = markdown(playbookDocument(playbook))
    #expect(document.contains("25 December 2026; 1 January 2027"))
    let hours = "Monday to Friday 09:00 to 17:00; Saturday 09:00 to 12:00; closed on 25 December 2026"
    #expect(document.contains("| Care | – | \(hours) | – |\n"))
  }

  @Test func `a playbook of 200 categories and 20,000 terms is written`() {
    var playbook = playbook()
    playbook.categories = (0..<200).map { category("c\($0)", when: Clause(when: .says(["phrase \($0)"]))) }
    playbook.lexicons = [lexicon("many", Dictionary((0..<20_000).map { ("term \($0)", 1) }) { first, _ in first })]
    #expect(markdown(playbookDocument(playbook)).contains("### 3.200 C199\n"))
  }
}

/// Hostile texts in every field of a playbook, read back.
@Suite(.enabled(if: ParsedMarkdown.isAvailable, Comment(rawValue: ParsedMarkdown.absence)))
struct HostilePlaybookTests {
  private static let plain = Result {
    let playbook = everyField({ "\($0) x" }, about: { _ in "About." })
    return try bothDocuments.map { try ParsedMarkdown(markdown($0(playbook))) }
  }

  @Test(arguments: 0..<24) func `hostile texts in every field change nothing but themselves`(round: Int) throws {
    // Fields stay different from one another, since names have to be.
    let hostile = everyField({ "\($0) x\(HostileTexts.text(for: $0, in: round))" }, about: { _ in "About." })
    for (document, other) in zip(bothDocuments, try Self.plain.get()) {
      let one = try ParsedMarkdown(markdown(document(hostile)))
      #expect(one.nodes == other.nodes, "\(one.nodes.difference(from: other.nodes))")
      #expect(one.destinations.allSatisfy { $0.hasPrefix("#") })
      #expect(one.html.allSatisfy(isOurs), "\(one.html.filter { !isOurs($0) })")
    }
  }

  @Test(arguments: 0..<24) func `an about brings no element but those of its Markdown`(round: Int) throws {
    let playbook = everyField({ $0 }, about: { HostileTexts.text(for: $0, in: round) })
    let parsed = try ParsedMarkdown(markdown(playbookDocument(playbook)))
    #expect(parsed.html.allSatisfy(isOurs), "\(parsed.html.filter { !isOurs($0) })")
    #expect(parsed.destinations.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("http://") || $0.hasPrefix("https://") })
    #expect(!parsed.nodes.contains { $0.name == "image" })
    let plain = try #require(try Self.plain.get().first)
    #expect(parsed.nodes.filter { $0.name == "heading" } == plain.nodes.filter { $0.name == "heading" })
    #expect(parsed.nodes.filter { $0.name == "table" } == plain.nodes.filter { $0.name == "table" })
  }

  private func isOurs(_ html: String) -> Bool {
    let tags = ["<em>", "<strong>", "<code>", "<br>", "</a>", "</details>", "<!-- -->"]
    let text = html.trimmingCharacters(in: .whitespacesAndNewlines)
    if tags.contains(text) || text.hasPrefix("<a id=\"") && text.dropFirst(7).dropLast(2).allSatisfy(isOfAnchor) {
      return true
    }
    return text.hasPrefix("<!-- Generated by decorum") || text.hasPrefix("<details>") || text.hasPrefix("<summary>")
  }

  private func isOfAnchor(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._:-".contains(character))
  }
}
