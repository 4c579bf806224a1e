import DecisionModel
import PlaybookModel

/// The sample of the language reference, as the compiler would read it.
func harbourCoffee() -> Playbook {
  var playbook = playbook("harbour-coffee", title: "Harbour Coffee social media playbook")
  playbook.version = "1.4.0"
  playbook.effective = CalendarDate(year: 2026, month: 12, day: 1)
  playbook.about = "How we answer people who talk to us, and about us, in public.\n"
  playbook.usedOn = ["facebook", "instagram"]
  playbook.houseRules = HouseRules(
    title: "House rules", about: "How to be heard here.", contact: "hello@harbour.example")
  playbook.teams = [
    team(
      "care", title: "Customer care", contact: "care@harbour.example",
      hours: ["Mon-Fri 08:00-20:00", "Sat 09:00-17:00"], cover: "duty"),
    team("duty", title: "Duty manager", contact: "+44 20 7946 0000", hours: ["always"]),
    team(
      "legal", title: "Legal counsel", contact: "legal@harbour.example", hours: ["Mon-Fri 09:00-17:00"], cover: "duty"),
  ]
  playbook.facts = [
    Fact(
      definition: definition("model.toxicity", about: "Score of an outside classifier, 0 to 1"), type: .number,
      isRequired: false, question: nil),
    Fact(
      definition: definition("order.days_late", about: "Days past the promised delivery date"), type: .number,
      isRequired: false, question: nil),
  ]
  playbook.lexicons = [
    lexicon("anger", ["furious": 3, "disgusted": 3, "fed up": 2, "unacceptable": 2, "annoyed": 1]),
    lexicon("insults", ["idiot": 1, "idiots": 1, "moron*": 1], disguises: true),
    lexicon("refund", ["refund me": 1, "want* * refund": 1, "money back": 1], except: ["money back guarantee"]),
  ]
  playbook.signals = [
    signal(
      "angry",
      when: .any([
        .score("anger", .atLeast(3)), .all([.measure(.capitals, .moreThan(0.6)), .measure(.words, .atLeast(4))]),
      ])),
    signal("wants-money", when: .uses("refund")),
  ]
  playbook.categories = harbourCategories
  playbook.responses = harbourResponses
  playbook.ladders = [harbourLadder]
  playbook.escalations = harbourEscalations
  playbook.promises = harbourPromises
  playbook.standards = [
    Standard(
      definition: definition("no-empty-apology", title: "No empty apology", about: "An apology is for what *we* did."),
      avoid: .says(["sorry you feel", "sorry if"]), question: nil, instead: "Name what went wrong.",
      holdsForEveryPlan: false)
  ]
  playbook.channels = ["facebook", "instagram", "reddit"].map {
    Channel(
      definition: definition($0), can: ["reply", "hide", "block"], longestReply: 8000, fallback: "hide",
      postsWait: false)
  }
  playbook.tests = [
    PlaybookTest(
      title: "a second insult brings a warning", span: nowhere,
      subject: .comment(comment("you 1d10ts"), Expectation(span: nowhere))),
    PlaybookTest(title: "a troll is warned, then blocked", span: nowhere, subject: .story([])),
    PlaybookTest(
      title: "an empty apology does not pass", span: nowhere,
      subject: .draft(
        TestDraft(text: "We are sorry you feel that way.", plan: "service-recovery", comment: nil),
        Expectation(span: nowhere))),
  ]
  return playbook
}

private let harbourCategories = [
  category(
    "abuse", title: "Abuse of our people", about: "Insults aimed at staff or customers, whoever started it.",
    houseRule: "Do not insult or threaten anyone.",
    examples: examples(
      ["you are all idiots", "what a bunch of 1d10ts"], not: ["you idiots owe me a refund, give me my money back"]),
    when: Clause(
      when: .any([.uses("insults"), .fact("model.toxicity", .number(.atLeast(0.95)))]),
      unless: .any([.fact("author.roles", .words(["staff"])), .signal("wants-money")])),
    orders: orders([action("capture"), action("hide")]), ladder: "conduct"),
  category(
    "complaint", title: "A customer is let down",
    about: "Something went wrong between us and a customer, however it is put.",
    examples: examples(
      ["My order is two weeks late and I want my money back!!!"], not: ["Do you do refunds on gift cards?"]),
    when: Clause(
      when: .any([
        .signal("angry"), .signal("wants-money"), .fact("order.days_late", .number(.atLeast(1))),
        .fact("post.rating", .number(.atMost(2))),
      ])), response: "service-recovery"),
  category("other", response: "friendly"),
]

private let harbourResponses = [
  Response(
    definition: definition("friendly", title: "Join in"), owner: "care",
    reply: Reply(within: allowance(1, .days, working: true), notBefore: nil, place: .same, isOptional: true),
    steps: [step("thank")], standards: []),
  Response(
    definition: definition("service-recovery", title: "Put it right"), owner: "care",
    reply: Reply(within: allowance(60, .minutes), notBefore: length(2, .minutes), place: .publicly, isOptional: false),
    steps: [
      step(
        "acknowledge",
        say: [
          Wording(pieces: [
            .text("Thank you for telling us, "), .fact("author.name"), .text(". "), .blank("what happened"),
            .text(" is not how it should be."),
          ])
        ]),
      step("apologise", say: [wording("We are sorry."), wording("We apologise.")]),
      step("solve", about: "Say exactly what will happen, and by when."),
      step("take_offline", say: [wording("Could you message us?")], when: Clause(when: .signal("wants-money"))),
      step("follow_through", within: allowance(2, .days, working: true)),
      step("follow_up", after: allowance(7, .days), since: "resolved"),
    ], standards: ["no-empty-apology"]),
]

private let harbourLadder = Ladder(
  definition: definition("conduct", title: "Warn, then block"), isPublished: true, forgetAfter: length(90, .days),
  rungs: [
    rung("watch", strikes: 1, orders: orders([action("monitor"), action("capture")])),
    rung(
      "warn", strikes: 2, orders: orders([action("warn")]),
      say: [wording("This page has house rules. Next time we block.")]),
    rung(
      "block", strikes: 3,
      orders: orders(
        [action("block", duration: length(90, .days).map { .exactly($0) }), action("remove")], approval: ["duty"]),
      needs: "warn", say: [wording("We removed ", blank: "what")],
      appeal: Appeal(to: "legal", within: allowance(14, .days), answeredWithin: allowance(5, .days, working: true))),
  ])

private let harbourEscalations = [
  Escalation(
    definition: definition("legal", title: "Anything that smells of court"),
    clause: Clause(when: .says(["my lawyer", "sue you", "ombudsman"])),
    levels: [Level(team: "legal", within: allowance(30, .minutes)), Level(team: "duty", within: allowance(1, .hours))],
    holdsReply: true, response: nil, orders: .none),
  Escalation(
    definition: definition("pile-on", title: "Others join in on a complaint"),
    clause: Clause(
      when: .all([.fact("thread.category", .words(["complaint"])), .fact("thread.joined_by", .number(.atLeast(1)))])),
    levels: [Level(team: "duty", within: nil)], holdsReply: false, response: "friendly", orders: .none),
]

private let harbourPromises = [
  Promise(
    definition: definition("answered-in-an-hour", title: "A complaint is answered within an hour"),
    when: .category(["complaint"]), unless: .escalation(["legal"]), replyWithin: allowance(60, .minutes),
    alwaysActions: [], neverActions: [], before: []),
  Promise(
    definition: definition("complaints-stay", title: "A complaint is never removed"), when: .signal("wants-money"),
    unless: nil, replyWithin: nil, alwaysActions: [], neverActions: ["hide", "remove", "block"], before: []),
  Promise(
    definition: definition("warned-first", title: "Nobody is blocked who was not warned"), when: nil, unless: nil,
    replyWithin: nil, alwaysActions: [], neverActions: [], before: [.init(action: "block", first: "warn")]),
]
