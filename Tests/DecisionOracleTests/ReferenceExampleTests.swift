import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct ReferenceExampleTests {
  /// "The decision, as data" of the language reference, its line breaks removed.
  static let decision = """
    {"decision":1,"playbook":{"name":"harbour-coffee","version":"1.4.0","digest":"sha256:…"},"comment":"c-1842",\
    "summary":"Hide it and keep a copy. Second strike: warn Bob. Legal counsel decides before anyone answers.",\
    "stance":"hold","category":"abuse",\
    "actions":[{"action":"capture"},\
    {"action":"escalate","levels":[{"team":"legal","due":"2026-12-02T09:30:00Z"},{"team":"duty","due":"2026-12-02T10:00:00Z"}]},\
    {"action":"warn","say":"Bob, this page has house rules, and [which rule] is one of them. Next time we block.","held_by":["legal"]},\
    {"action":"hide"}],\
    "escalations":["legal"],\
    "ladders":[{"ladder":"conduct","strikes":2,"rung":"warn","next":"block","forgotten_at":"2027-03-02T09:00:00Z"}],\
    "because":[{"clause":"category.abuse","section":"3.1","at":"playbook.yaml:38:5",\
    "found":[{"lexicon":"insults","term":"idiots","text":"1d10ts","from":4,"to":10,"disguised":true}]},\
    {"clause":"ladder.conduct.warn","section":"5.1","at":"playbook.yaml:96:9"},\
    {"clause":"escalation.legal","section":"6.1","at":"playbook.yaml:106:5",\
    "found":[{"phrase":"see you in court","text":"see you in court","from":12,"to":28}]}],\
    "assumed":["author.roles","thread.category","thread.joined_by"]}
    """

  static let comment = """
    {"id": "c-1842", "text": "you 1d10ts, see you in court", "author": {"id": "bob", "name": "Bob"},
     "post": {"at": "2026-12-02T09:00:00Z"}, "history": {"conduct": 1}}
    """

  @Test func `the example of the reference is decided byte for byte`() throws {
    let engine = try Oracle(ReferencePlaybook.program, digest: ReferencePlaybook.digest)
    #expect(try engine.decide(Self.comment).text == Self.decision)
  }
}
