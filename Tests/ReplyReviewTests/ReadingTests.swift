import DecisionModel
import PlaybookPipeline
import ReplyReview
import Testing

private func line(_ text: String) -> (review: Review, unknownKeys: [String]) {
  reviewer.review(line: Array(text.utf8), now: now)
}

@Suite("Drafts as data") struct ReadingTests {
  @Test(arguments: [
    ("[]", "A draft is an object."), ("{}", "The draft has no `reply`."),
    (#"{"reply":"x"}"#, "The draft has neither a `plan` nor a `comment`, so nothing says what it is held to."),
    (#"{"reply":1,"plan":"friendly"}"#, "`reply` is no text."),
    (#"{"reply":"x","plan":"frendly"}"#, "There is no plan `frendly`; the playbook has `friendly`, `recovery`."),
    (#"{"reply":"x","comment":{}}"#, "The comment has no `text`."),
    (#"{"reply":"x","comment":"y","earlier":"z"}"#, "`earlier` is no list of replies."),
    (#"{"reply":"x","comment":"y","earlier":[1]}"#, "`earlier` is no text."),
    (#"{"reply":"x","reply":"y"}"#, "This line is no JSON: "), ("", "This line is no JSON: "),
  ]) func `what is no draft gets a review that says why`(_ text: String, _ trouble: String) {
    let review = line(text).review
    #expect(review.trouble?.hasPrefix(trouble) == true, "\(review.trouble ?? "no trouble")")
    #expect(!review.passes)
    #expect(String(decoding: review.json, as: UTF8.self).contains(#""passes":false,"trouble":""#))
  }

  @Test func `keys that no draft has are passed over and named`() {
    let read = line(#"{"reply":"Thank you.","comment":{"text":"nice","shoe":1},"size":2,"plan":null}"#)
    #expect(read.review.lines == [])
    #expect(read.unknownKeys == ["size", "shoe"])
  }

  @Test func `a review is one line of canonical JSON`() throws {
    let review = line(
      #"{"reply":"Sorry, [it] is your fault.","comment":{"id":"c-1","text":"late","author":{"name":"Ann"}},"earlier":["Sorry, it is your fault."]}"#
    ).review
    let json = String(decoding: review.json, as: UTF8.self)
    let digest = review.playbook.digest
    #expect(
      json
        == #"{"review":1,"playbook":{"name":"reviewed","digest":"\#(digest)"},"comment":"c-1","plan":"recovery","in":"public","#
        + #""not_before":"2026-12-02T09:02:00Z","due":"2026-12-02T10:00:00Z","passes":false,"findings":["#
        + #"{"finding":"missing-step","severity":"error","step":"solve","message":"The step “Solve” is missing.","instead":"It is told by words such as “we will”."},"#
        + #"{"finding":"missing-name","severity":"error","message":"The reply does not use the name of the person: Ann","instead":"Say it to the person by name."},"#
        + #"{"finding":"broken-standard","severity":"error","standard":"no-blame","message":"This breaks the standard “No blame”.","instead":"Leave out whose doing it was.","#
        + #""found":[{"phrase":"your fault","text":"your fault","from":15,"to":25}]},"#
        + #"{"finding":"unfilled-blank","severity":"error","message":"A blank is not filled in: [it]","instead":"Write what belongs there.","places":[{"text":"[it]","from":7,"to":11}]},"#
        + #"{"finding":"repeated-wording","severity":"error","message":"An earlier reply has the same words.","instead":"Say it in words that are for this person alone.","#
        + #""earlier":{"number":1,"text":"Sorry, it is your fault.","resemblance":1}}],"#
        + #""shown":[{"step":"apologise","found":[{"lexicon":"sorry","term":"sorry","text":"Sorry","from":0,"to":5}]}],"#
        + #""ask":["Does it name what happened?","Does the reply show the step “Thank”?","Does the reply show the step “Explain”?"]}"#
    )
    #expect(try JSONValue(parsing: review.json)["review"]?.number == 1)
  }

  @Test func `the kinds of findings are those of the schema`() throws {
    let schema = try JSONValue(parsing: Array(reviewSchema().utf8))
    let finding = schema["properties"]?["findings"]?["items"]?["properties"]?["finding"]
    #expect(
      finding?["enum"]?.array?.compactMap(\.text).sorted() == ReviewFinding.Kind.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: [
    String(repeating: "[", count: 60_000), String(repeating: "[a]", count: 20_000),
    String(repeating: "sorry ", count: 10_000), String(repeating: "{", count: 60_000) + "}",
    "\u{202E}[a\u{0301}\u{200D}]\u{0}", String(repeating: "a\u{0301}", count: 20_000),
  ]) func `a hostile draft is reviewed like any other`(_ text: String) {
    var draft = Draft(text: Array(text.utf8), plan: "recovery")
    draft.earlier = [draft.text, [0xFF, 0xFE]]
    #expect(!reviewer.review(draft).passes)
  }

  @Test func `a draft that is no UTF-8 is reviewed as it is read`() {
    #expect(reviewer.review(Draft(text: [0xC3, 0x28, 0xFF], plan: "friendly")).shown.isEmpty)
  }
}
