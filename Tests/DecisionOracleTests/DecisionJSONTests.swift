import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct DecisionJSONTests {
  /// A decision in which every key stands.
  static var full: Decision {
    let place = ClausePlace(anchor: "category.c", section: "3.1", at: "p.yaml:1:2")
    var action = DecidedAction("notify", to: "hq", levels: [DecidedLevel(team: "care", due: testNow)])
    action.say = "a \"b\" / c\n"
    action.heldBy = ["legal"]
    var reply = DecidedReply(plan: "plan", owner: "care", isPrivate: true, due: testNow)
    reply.heldBy = ["legal"]
    reply.steps = [DecidedStep(step: "thank", say: "Thanks.")]
    var decision = Decision(
      playbook: PlaybookVersion(name: "p", version: "1.10", digest: "sha256:0"), comment: Array("c-1".utf8),
      summary: "Sum.",
      stance: .hold)
    decision.category = "c"
    decision.also = ["d"]
    decision.actions = [action]
    decision.may = [DecidedAction("hide")]
    decision.reply = reply
    decision.escalations = ["e"]
    decision.ladders = [LadderStanding(ladder: "l", strikes: 1, rung: "r", next: "s", forgottenAt: testNow)]
    decision.ask = [Question(fact: "x", question: "X?")]
    decision.because = [
      Reason(
        place: place,
        found: [
          .term(lexicon: "l", term: "t", TextHit(text: Array("T".utf8), range: 0..<1, isDisguised: true)),
          .phrase("p", TextHit(text: Array("P".utf8), range: 1..<2)), .fact("f", value: .bool(false), test: "no"),
          .measure("text.words", value: 0.5, test: "at least 0"),
        ])
    ]
    decision.assumed = ["a"]
    decision.wasCut = true
    decision.trouble = "T."
    return decision
  }

  @Test func `every key has its place`() {
    #expect(
      Self.full.text == """
        {"decision":1,"playbook":{"name":"p","version":"1.10","digest":"sha256:0"},"comment":"c-1","summary":"Sum.",\
        "stance":"hold","category":"c","also":["d"],\
        "actions":[{"action":"notify","to":"hq","levels":[{"team":"care","due":"2026-12-02T09:00:00Z"}],\
        "say":"a \\"b\\" / c\\n","held_by":["legal"]}],"may":[{"action":"hide"}],\
        "reply":{"plan":"plan","owner":"care","in":"private","due":"2026-12-02T09:00:00Z","held_by":["legal"],\
        "steps":[{"step":"thank","say":"Thanks."}]},"escalations":["e"],\
        "ladders":[{"ladder":"l","strikes":1,"rung":"r","next":"s","forgotten_at":"2026-12-02T09:00:00Z"}],\
        "ask":[{"fact":"x","question":"X?"}],"because":[{"clause":"category.c","section":"3.1","at":"p.yaml:1:2",\
        "found":[{"lexicon":"l","term":"t","text":"T","from":0,"to":1,"disguised":true},\
        {"phrase":"p","text":"P","from":1,"to":2},{"fact":"f","is":false,"test":"no"},\
        {"measure":"text.words","is":0.5,"test":"at least 0"}]}],"assumed":["a"],"cut":true,"trouble":"T."}
        """)
  }

  @Test func `what is empty is absent`() {
    let decision = Decision(
      playbook: PlaybookVersion(name: "p", version: nil, digest: "sha256:0"), comment: nil, summary: "Nothing to do.",
      stance: .observe)
    #expect(
      decision.text
        == #"{"decision":1,"playbook":{"name":"p","digest":"sha256:0"},"summary":"Nothing to do.","stance":"observe"}"#)
  }

  /// Lines that are no comments, and what the decision says.
  @Test(arguments: [
    ("", "This line is no JSON: 1:1: The text ends too early."),
    ("{\"text\": \"a\"", "This line is no JSON: 1:13: The text ends too early."),
    (#"{"text": "a", "text": "b"}"#, "This line is no JSON: 1:15: The key \"text\" stands twice in one object."),
    (#"{"text": "a", "id": 1}"#, "`id` is not a text."), (#""just a text""#, "A comment is an object."),
  ])
  func `a line that is no comment gets a decision that says so`(line: String, trouble: String) throws {
    let (decision, unknown) = try Oracle(testing: .testing { _ in }).decide(line: line.utf8, now: testNow)
    #expect(decision.trouble == trouble)
    #expect(unknown.isEmpty)
    var writer = JSONWriter()
    writer.string(trouble)
    #expect(
      decision.text == #"{"decision":1,"playbook":{"name":"test","version":"1","digest":"sha256:0"},"#
        + #""summary":"A person decides: this comment could not be read.","stance":"hold","trouble":\#(writer.text)}"#)
  }

  @Test func `a comment that cannot be read keeps its name`() throws {
    let engine = try Oracle(testing: .testing { _ in })
    #expect(engine.decide(line: #"{"id": "c-1", "text": 5}"#.utf8, now: testNow).decision.comment == Array("c-1".utf8))
    let long = String(repeating: "x", count: 257)
    #expect(engine.decide(line: #"{"id": "\#(long)", "text": ""}"#.utf8, now: testNow).decision.comment == nil)
  }

  @Test func `a line with a lone surrogate is decided`() throws {
    let engine = try Oracle(testing: .testing { $0.categories = [.testing("asked", when: .says(["idiot"]))] })
    let (decision, unknown) = engine.decide(line: #"{"text": "\ud800 idiot", "colour": 1}"#.utf8, now: testNow)
    #expect(decision.category == "asked")
    #expect(unknown == ["colour"])
  }

  @Test func `a text that is too long is cut, and the decision says so`() throws {
    let engine = try Oracle(testing: .testing { $0.categories = [.testing("asked", when: .says(["idiot"]))] })
    let filler = String(repeating: "é ", count: 21_843) + "idiot x"
    #expect(filler.utf8.count == 65_536)
    let whole = try engine.decide(#"{"text": "\#(filler)"}"#)
    #expect(whole.category == "asked")
    #expect(!whole.text.contains(#""cut""#))
    let cut = try engine.decide(#"{"text": "é \#(filler)"}"#)
    #expect(cut.category == "other")
    #expect(cut.text.hasSuffix(#","cut":true}"#))
  }
}
