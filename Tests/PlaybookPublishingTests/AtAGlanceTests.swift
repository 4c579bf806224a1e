import DecisionModel
import Foundation
import PlaybookModel
import Testing

@testable import PlaybookPublishing

/// What a new colleague reads first, and what else the figures of a playbook say.
@Suite struct AtAGlanceTests {
  private func figures(_ playbook: Playbook) -> [Document.Figure] {
    playbookDocument(playbook).blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  @Test func `the first page has the figures, the matrix and the promises`() throws {
    let text = markdown(playbookDocument(harbourCoffee()))
    let page = try #require(
      text.components(separatedBy: "## 1. At a glance\n").last?.components(separatedBy: "<a id=\"teams\">").first)
    #expect(
      page.components(separatedBy: "\n").filter { $0.hasPrefix("### ") } == [
        "### 1.1 What we do with a comment", "### 1.2 Who else must know", "### 1.3 What repetition leads to",
        "### 1.4 By when", "### 1.5 What we promise",
      ])
    for line in [
      "    q0{{\"Abuse of our people#63;\"}}",
      "| [Anything that smells of court](#escalation.legal) | [Legal counsel](#team.legal) within 30 minutes "
        + "| [Duty manager](#team.duty) within 1 hour | Nobody answers before [Legal counsel](#team.legal) agrees |",
      "3. **[Block](#ladder.conduct.block)**, at 3 strikes. Block for 90 days and remove it. Once Duty manager agrees. "
        + "Only after “Warn”. Appeal within 14 days.",
      "| 30 minutes | [Legal counsel](#team.legal) takes over | [Anything that smells of court](#escalation.legal) |",
      "- [A complaint is answered within an hour](#promise.answered-in-an-hour). **Always:** an answer within 60 minutes.",
    ] { #expect(page.components(separatedBy: "\n").contains(line), "\(line)") }
  }

  @Test func `the flowchart says what the table says`() throws {
    guard case .flowchart(let chart) = figures(harbourCoffee()).first?.drawing else {
      Issue.record("no flowchart")
      return
    }
    #expect(chart.rows.map(\.question.title) == ["Abuse of our people?", "A customer is let down?"])
    #expect(chart.rows.map(\.outcome.box.title) == ["Keep a copy and hide it", "Put it right"])
    #expect(chart.rows[1].outcome.box.lines == ["Customer care, in public, within 60 minutes"])
    #expect(chart.rows.map(\.outcome.tone) == [.strict, .calm])
    #expect(chart.otherwise?.question.title == "Other")
  }

  @Test func `deadlines stand in the order of their times, working time behind the same time of a clock`() {
    var playbook = playbook()
    playbook.teams = [team("care")]
    let times: [Allowance?] = [
      allowance(1, .days, working: true), allowance(1, .months), nil, allowance(1, .days), allowance(60, .minutes),
      allowance(1, .hours),
    ]
    playbook.escalations = times.enumerated().map { index, time in
      Escalation(
        definition: definition("e\(index)"), clause: Clause(when: .says(["x"])),
        levels: [Level(team: "care", within: time)], holdsReply: false, response: nil, orders: .none)
    }
    guard case .clock(let clock) = figures(playbook).last?.drawing else {
      Issue.record("no clock")
      return
    }
    #expect(clock.stops.map(\.label) == ["At once", "60 minutes", "1 day", "1 working day", "1 month"])
    #expect(clock.stops.map(\.seconds) == [0, 3600, 86_400, nil, nil])
    #expect(clock.stops[1].deeds.map(\.title) == ["Care takes over"])
    #expect(clock.stops[1].deeds[0].subjects.map(\.title) == ["E4", "E5"])
  }

  /// Which escalations a category of three may meet, by what they ask for.
  @Test(
    arguments: [
      (Condition.category(["a"]), [true, false, false]), (.not(.category(["a"])), [false, true, true]),
      (.any([.category(["a"]), .says(["x"])]), [true, true, true]), (.all([.says(["x"])]), [true, true, true]),
      (.all([.category(["a", "b"]), .says(["x"])]), [true, true, false]),
      (.none([.category(["c"]), .says(["x"])]), [true, true, false]), (.signal("of-b"), [false, true, false]),
    ])
  func `what may follow is what can hold for the category`(condition: Condition, expected: [Bool]) {
    var playbook = playbook()
    playbook.categories = ["a", "b", "c"].map { category($0, when: Clause(when: .says([$0]))) }
    playbook.signals = [signal("of-b", when: .all([.category(["b"]), .mode(["crisis"])]))]
    playbook.escalations = [
      Escalation(
        definition: definition("e"), clause: Clause(when: condition), levels: [], holdsReply: false, response: nil,
        orders: .none)
    ]
    let consequences = Consequences(playbook)
    let possible = playbook.categories.map { !consequences.escalations(of: $0).isEmpty || consequences.hasGeneral }
    #expect(possible == expected)
    #expect(consequences.hasGeneral == expected.allSatisfy { $0 })
  }

  @Test func `an exception that names the category rules an escalation out`() {
    var playbook = playbook()
    playbook.categories = ["a", "b"].map { category($0, when: Clause(when: .says([$0]))) }
    playbook.escalations = [
      Escalation(
        definition: definition("e"), clause: Clause(when: .says(["x"]), unless: .category(["a"])), levels: [],
        holdsReply: false, response: nil, orders: .none)
    ]
    let consequences = Consequences(playbook)
    #expect(playbook.categories.map { consequences.escalations(of: $0).count } == [0, 1])
  }

  @Test func `what is on trial or a draft is in no figure`() {
    var playbook = harbourCoffee()
    for index in playbook.categories.indices { playbook.categories[index].status = .draft }
    for index in playbook.escalations.indices { playbook.escalations[index].status = .shadow }
    for index in playbook.ladders.indices { playbook.ladders[index].status = .draft }
    playbook.promises = []
    #expect(figures(playbook).isEmpty)
  }

  @Test func `the glossary explains the terms that are used, by the alphabet`() throws {
    let small = markdown(playbookDocument(playbook()))
    #expect(small.contains("## 14. Glossary\n\n- **[Category](#categories):** "))
    #expect(!small.contains("**Strike:**") && !small.contains("What this playbook defines"))
    let text = markdown(playbookDocument(harbourCoffee()))
    let glossary = try #require(text.components(separatedBy: "## 14. Glossary\n").last)
    let terms = glossary.components(separatedBy: "\n").filter { $0.hasPrefix("- **") }.map {
      $0.dropFirst(4).drop { $0 == "[" }.prefix { $0 != "]" && $0 != ":" }
    }
    let own = try #require(terms.firstIndex(of: "Teams"))
    #expect(terms[..<own].contains("Strike") && terms[..<own].contains("Working time"))
    #expect(terms[..<own].map(String.init) == terms[..<own].map(String.init).sorted())
    #expect(glossary.contains("- **Categories:** [A customer is let down](#category.complaint), "))
  }

  @Test func `the contents name each section by its own number`() {
    let text = markdown(playbookDocument(playbook()))
    #expect(text.contains("- [12. Tests](#tests)\n- [14. Glossary](#glossary)\n"))
  }
}
