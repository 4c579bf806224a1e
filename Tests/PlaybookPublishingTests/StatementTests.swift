import DecisionModel
import PlaybookModel
import PlaybookPublishing
import Testing

/// A third insult: removed and blocked for 90 days, once somebody agreed.
private let blocked = """
  {"decision":1,"playbook":{"name":"harbour-coffee","digest":"sha256:0"},"comment":"c-3","summary":"s","stance":"hold",\
  "category":"abuse","actions":[{"action":"capture"},{"action":"hide"},{"action":"remove","awaiting":["duty"]},\
  {"action":"report"},{"action":"block","for":"90 days","awaiting":["duty"]}],"ladders":[{"ladder":"conduct","strikes":3,\
  "rung":"block"}],"follow_ups":[{"end_of":"block","due":"2027-03-03T10:00:00Z"}],"because":[{"clause":"category.abuse",\
  "section":"3.1","at":"playbook.yaml:38:5","found":[{"lexicon":"insults","term":"idiots","text":"1d10ts","from":4,"to":10},\
  {"fact":"model.toxicity","is":0.97,"test":"at least 0.95"}]},{"clause":"escalation.legal","section":"6.1","at":"x:1:1",\
  "found":[{"phrase":"sue you","text":"sue you","from":0,"to":7}]}]}
  """

private func statement(
  _ decision: String = blocked, by playbook: Playbook = harbourCoffee(),
  _ decider: StatementOfReasons.Decider = .personWithProgram
) throws -> StatementOfReasons {
  try StatementOfReasons(
    of: try JSONValue(parsing: Array(decision.utf8)), by: playbook,
    decided: try #require(Instant("2026-12-03T10:00:00Z")), posted: Instant("2026-12-02T23:00:00Z"), decider: decider)
}

@Suite("Statements of reasons") struct StatementTests {
  @Test func `a person reads what was done, why, by whom, and how to object`() throws {
    #expect(
      try statement().text == """
        We have hidden your comment, removed your comment and blocked you until 3 March 2027.

        The ground is our own rules, which hold for everybody here. Rule 1 of “House rules” reads: “Do not insult or threaten \
        anyone.” We do not say that the comment breaks a law.

        What we found: your comment says “1d10ts”.

        A program found this, and a person decided.

        This holds wherever our pages can be seen, from 3 December 2026 on.

        You can object, and a person looks at it anew. Write to hello@harbour.example until 17 December 2026. We answer \
        within 5 working days.

        You can also turn to a certified body for out-of-court dispute settlement (Article 21 of Regulation (EU) 2022/2065), \
        or to a court.

        """)
  }

  @Test func `the data has the attributes of the database`() throws {
    let data = try JSONValue(parsing: try statement().json())
    let expected = [
      "decision_account": "DECISION_ACCOUNT_SUSPENDED", "end_date_account_restriction": "2027-03-03",
      "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT", "incompatible_content_illegal": "No",
      "incompatible_content_ground": "House rules, rule 1",
      "incompatible_content_explanation": "Do not insult or threaten anyone.",
      "category": "STATEMENT_CATEGORY_OTHER_VIOLATION_TC", "content_date": "2026-12-02",
      "application_date": "2026-12-03",
      "source_type": "SOURCE_VOLUNTARY", "automated_detection": "Yes",
      "automated_decision": "AUTOMATED_DECISION_PARTIALLY",
    ]
    for (key, value) in expected { #expect(data[key]?.text == value, "\(key)") }
    #expect(
      data["decision_visibility"]?.array?.map(\.text)
        == ["DECISION_VISIBILITY_CONTENT_DISABLED", "DECISION_VISIBILITY_CONTENT_REMOVED"])
    #expect(data["end_date_visibility_restriction"] == nil)
    #expect(data["territorial_scope"]?.array?.count == 30)
    // The database takes no personal data: the author's words and the comment's identity stand in one member alone.
    let open = try #require(data.object).filter { $0.keyText != "statement" }
    #expect(!open.contains { "\($0.value)".contains("1d10ts") || $0.value.text?.contains("c-3") == true })
    #expect(data["statement"]?["found"]?.array?.map(\.text) == ["1d10ts"])
    #expect(data["statement"]?["redress"]?["until"]?.text == "2026-12-17T10:00:00Z")
    let puid = try #require(data["puid"]?.text)
    #expect(puid.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
  }

  @Test func `what no person has seen says so`() throws {
    let hidden = blocked.replacing(",\"awaiting\":[\"duty\"]", with: "")
    #expect(try statement(hidden, .program).text.contains("a program decided; no person looked at it before"))
    #expect(
      try JSONValue(parsing: try statement(hidden, .program).json())["automated_decision"]?.text
        == "AUTOMATED_DECISION_FULLY")
  }

  @Test func `there is no statement about what is not done, not agreed to or not published`() {
    #expect(throws: StatementProblem.self) { try statement(blocked, .program) }
    #expect(throws: StatementProblem.self) {
      try statement("{\"actions\":[{\"action\":\"warn\"},{\"action\":\"report\"}]}")
    }
    #expect(throws: StatementProblem.self) {
      try statement(blocked.replacing("\"category\":\"abuse\"", with: "\"category\":\"complaint\""))
    }
    for nonsense in ["null", "[]", "{\"actions\":[1,{}]}", "{\"actions\":[{\"action\":\"hide\"}],\"category\":7}"] {
      #expect(throws: StatementProblem.self) { try statement(nonsense) }
    }
  }

  /// Every text that a playbook can have, each with a word of its own: of those that are not public none is told.
  @Test(arguments: [false, true]) func `nothing internal reaches a statement`(asData: Bool) throws {
    var words: [String: String] = [:]
    let word = { (field: String) in
      let word = "Canary\(field.filter(\.isLetter))Ends"
      words[field] = word
      return word
    }
    let playbook = everyField(word, about: word)
    let ladder = try #require(playbook.ladders.first)
    let decision = """
      {"comment":"c","category":"\(playbook.categories[0].definition.name)","actions":[{"action":"remove"},\
      {"action":"notify","to":"\(playbook.teams[0].definition.name)"}],"ladders":[{"ladder":"\(ladder.definition.name)",\
      "strikes":1,"rung":"\(ladder.rungs[0].definition.name)","next":"second"}],"escalations":["\(word("escalation name"))"],\
      "because":[{"clause":"category.\(playbook.categories[0].definition.name)","section":"3.1","at":"x:1:1","found":[\
      {"lexicon":"\(word("lexicon name"))","term":"\(word("term"))","text":"my own words","from":0,"to":1},\
      {"fact":"\(word("fact name"))","is":"\(word("fact value"))","test":"\(word("test"))"}]}]}
      """
    let statement = try statement(decision, by: playbook)
    let text = asData ? String(decoding: statement.json(), as: UTF8.self) : statement.text
    for (field, word) in words where !field.hasPrefix("public") || field.contains("internal") {
      #expect(!text.contains(word), "\(field)")
    }
    for part in ["my own words", "Canarypublicrule", "Canarypublicrulestitle", "Canarypubliccontact"] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
