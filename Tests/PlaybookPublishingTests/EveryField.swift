import DecisionModel
import PlaybookModel

/// A playbook with every text that a playbook can have. `text` gives the text of a field by the field's name; those that
/// the public may read begin with `public`.
func everyField(_ text: @escaping (String) -> String, about: @escaping (String) -> String) -> Playbook {
  EveryField(text: text, about: about).playbook()
}

private struct EveryField {
  let text: (String) -> String
  let about: (String) -> String

  private func definition(_ name: String, isPublic: Bool = false) -> Definition {
    let prefix = isPublic ? "public " : ""
    return Definition(
      name: text("\(prefix)\(name) name"), span: nowhere, nameSpan: nowhere, title: text("\(prefix)\(name) title"),
      about: about("\(name) about"))
  }

  func playbook() -> Playbook {
    var playbook = Playbook(name: text("playbook name"), nameSpan: nowhere, title: text("playbook title"), zone: .utc)
    playbook.version = text("public version")
    playbook.about = about("playbook about")
    playbook.usedOn = [text("channel name")]
    playbook.houseRules = HouseRules(
      title: text("public rules title"), about: about("public rules about"), contact: text("public contact"))
    playbook.teams = [
      Team(
        definition: definition("team"), contact: text("team contact"), hours: [text("hours")], cover: text("team name"))
    ]
    playbook.facts = [
      Fact(definition: definition("fact"), type: .word, isRequired: true, question: text("fact question")),
      Fact(definition: definition("other fact"), type: .yesNo, isRequired: false, question: nil),
    ]
    playbook.lexicons = [
      Lexicon(
        definition: definition("lexicon"),
        terms: [WeightedTerm(term: text("term"), weight: 2), WeightedTerm(term: text("other term"))],
        except: [text("exception")], disguises: true, examples: examples("lexicon"))
    ]
    playbook.signals = [Signal(definition: definition("signal"), clause: clause, examples: examples("signal"))]
    playbook.categories = categories
    playbook.responses = [response]
    playbook.ladders = ladders
    playbook.escalations = [escalation]
    playbook.promises = [promise]
    playbook.standards = [
      Standard(
        definition: definition("standard"), avoid: condition, question: text("standard question"),
        instead: text("instead"),
        holdsForEveryPlan: false)
    ]
    playbook.channels = [
      Channel(
        definition: definition("channel"), can: ["reply", text("action name")], longestReply: 280,
        fallback: text("fallback"), postsWait: true)
    ]
    playbook.actions = [
      ActionDefinition(name: text("action name"), kind: .enforce, title: text("action title")),
      ActionDefinition(name: text("silent action name"), kind: .record, title: text("silent action title")),
      ActionDefinition(name: text("public action name"), kind: .enforce, title: text("public action title")),
    ]
    playbook.steps = [StepDefinition(definition: definition("step"), shownBy: text("lexicon name"))]
    playbook.modes = [Mode(definition: definition("mode"), atMost: length(1, .hours))]
    playbook.watches = [
      Watch(
        definition: definition("watch"), terms: [text("watched term")], feeds: [text("feed")], every: length(1, .hours),
        owner: text("team name"))
    ]
    playbook.practices = [Practice(definition: definition("practice"), text: text("practice text"))]
    playbook.tests = [
      PlaybookTest(
        title: text("test title"), span: nowhere, subject: .comment(comment("x"), Expectation(span: nowhere))),
      PlaybookTest(title: text("story title"), span: nowhere, subject: .story([])),
      PlaybookTest(
        title: text("draft title"), span: nowhere,
        subject: .draft(TestDraft(text: "x", plan: nil, comment: nil), Expectation(span: nowhere))),
    ]
    return playbook
  }

  private func examples(_ name: String) -> Examples {
    let example = { (key: String) in
      Example(
        comment: comment(
          text(key),
          [
            JSONMember(
              "author",
              .object([
                JSONMember("name", .text(text("\(key) author"))),
                JSONMember("roles", .array([.text(text("\(key) role"))])),
              ])),
            JSONMember("facts", .object([JSONMember(text("fact name"), .text(text("\(key) fact")))])),
            JSONMember("id", .text("x")),
          ]), span: nowhere)
    }
    return Examples(positive: [example("\(name) example")], negative: [example("\(name) counterexample")])
  }

  /// Every kind of condition that holds a text.
  private var condition: Condition {
    let fact = text("fact name")
    return .any([
      .signal(text("signal name")), .says([text("phrase"), text("other phrase")]), .uses(text("lexicon name")),
      .all([.termCount(text("lexicon name"), .atLeast(2)), .not(.score(text("lexicon name"), .between(1, 2)))]),
      .none([
        .fact(fact, .words([text("word")])), .fact(fact, .says([text("said")])),
        .fact(fact, .uses([text("lexicon name")])),
      ]),
      .count(
        [.fact("author.id", .identities([text("identity")])), .fact(text("other fact name"), .yesNo(true))], .exactly(1)
      ),
      .not(
        .all([.category([text("category name"), text("other category name")]), .escalation([text("escalation name")])])),
      .strikes(text("ladder name"), .atLeast(1)), .strikes(text("public ladder name"), .atLeast(1)),
      .withoutEffect(text("key without effect")), .mode([text("mode name")]),
      .fact("post.channel", .words([text("channel name"), text("other channel")])),
      .fact("thread.category", .words([text("category name")])), .fact(text("unknown fact"), .known(false)),
    ])
  }

  private var clause: Clause { Clause(when: condition, unless: .says([text("excepted phrase")])) }

  private func wording(_ key: String) -> Wording {
    Wording(pieces: [
      .text(text(key)), .blank(text("\(key) blank")), .fact(text("fact name")), .text(text("\(key) end")),
    ])
  }

  private func orders(_ action: String = "action name") -> Orders {
    Orders(
      must: [
        OrderedAction(
          name: text(action), span: nowhere, team: text("team name"),
          terms: ActionTerms(
            duration: .oneOf([length(1, .days), length(2, .months)].compactMap { $0 }),
            approvals: [Approval(teams: [text("team name")])], lift: Lift(onRequest: true, by: text("team name")))),
        OrderedAction(name: text("silent action name"), span: nowhere, team: nil),
      ],
      may: [OrderedAction(name: text("action name"), span: nowhere, team: nil)],
      approval: Approval(teams: [text("team name")]))
  }

  private var categories: [PlaybookModel.Category] {
    [
      Category(
        definition: definition("category"), houseRule: text("public rule"), examples: examples("category"),
        clause: clause,
        response: text("response name"), orders: orders(), ladder: text("public ladder name")),
      Category(
        definition: definition("other category"), houseRule: text("public other rule"), examples: .none, clause: nil,
        response: nil, orders: .none, ladder: text("ladder name")),
    ]
  }

  private var response: Response {
    Response(
      definition: definition("response"), owner: text("team name"),
      reply: Reply(within: allowance(1, .hours), notBefore: length(1, .minutes), place: .same, isOptional: true),
      steps: [
        Step(
          name: text("step name"), id: text("step id"), span: nowhere, about: about("used step about"),
          wordings: [wording("wording"), wording("other wording")], clause: clause, within: nil, after: nil, since: nil,
          owner: nil),
        Step(
          name: "thank", id: nil, span: nowhere, about: nil, wordings: [wording("third wording")],
          clause: Clause(when: .says([text("step phrase")])), within: nil, after: nil, since: nil, owner: nil),
        Step(
          name: text("unknown step"), id: nil, span: nowhere, about: about("follow-up about"), wordings: [],
          clause: nil,
          within: allowance(1, .days), after: allowance(1, .weeks), since: text("since"), owner: text("team name")),
      ], standards: [text("standard name"), text("unknown standard")])
  }

  private var ladders: [Ladder] {
    let rungs = { (prefix: String, action: String) in
      [
        Rung(
          definition: Definition(
            name: text("\(prefix)rung name"), span: nowhere, nameSpan: nowhere, title: text("\(prefix)rung title"),
            about: about("\(prefix) internal rung about")),
          strikes: 1, needs: nil, orders: orders(action), wordings: [wording("rung wording")],
          appeal: Appeal(to: text("team name"), within: allowance(1, .days), answeredWithin: allowance(2, .days))),
        Rung(
          definition: Definition(
            name: "second", span: nowhere, nameSpan: nowhere, title: text("\(prefix)second rung title")),
          strikes: 2, needs: text("\(prefix)rung name"), orders: orders(action), wordings: [], appeal: nil),
      ]
    }
    return [
      Ladder(
        definition: definition("ladder"), isPublished: false, forgetAfter: length(1, .days),
        rungs: rungs("", "action name")),
      Ladder(
        definition: definition("ladder", isPublic: true), isPublished: true, forgetAfter: nil,
        rungs: rungs("public ", "public action name")),
    ]
  }

  private var escalation: Escalation {
    Escalation(
      definition: definition("escalation"), clause: clause,
      levels: [
        Level(team: text("team name"), within: nil), Level(team: text("unknown team"), within: allowance(1, .hours)),
      ],
      holdsReply: true, response: text("response name"), orders: orders())
  }

  private var promise: Promise {
    Promise(
      definition: definition("promise"), when: condition, unless: .category([text("category name")]),
      replyWithin: allowance(1, .hours), alwaysActions: [text("action name")],
      neverActions: [text("action name"), "block"],
      before: [
        .init(action: text("action name"), first: text("rung name")),
        .init(action: "block", first: text("unknown rung")),
      ])
  }
}
