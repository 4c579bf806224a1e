public import DecisionModel
public import ReplyReview

/// Ends the process where a decision is not what the language says of every decision.
public func claim(_ decision: Decision, about text: [UInt8]? = nil) {
  let json = decision.json
  guard let value = try? JSONValue(parsing: json) else { preconditionFailure("the decision is no JSON") }
  var writer = JSONWriter()
  writer.value(value)
  precondition(writer.bytes == json, "the decision is not in its canonical form")
  precondition(decision.trouble != nil || decision.category != nil, "there is neither a category nor a trouble")
  if let text { claim(decision.because.flatMap(\.found).compactMap(\.hit), in: text) }
}

/// Ends the process where the review of a draft is not what the language says of every review.
public func claim(_ review: Review, of text: [UInt8]? = nil) {
  precondition((try? JSONValue(parsing: review.json)) != nil, "the review is no JSON")
  if let text { claim(review.findings.flatMap { $0.found.compactMap(\.hit) + $0.places }, in: text) }
}

private func claim(_ hits: [TextHit], in text: [UInt8]) {
  let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  for hit in hits {
    precondition(hit.range.upperBound <= scalars.count, "a place lies beyond the end of the text")
    var found = String.UnicodeScalarView()
    found.append(contentsOf: scalars[hit.range])
    precondition(String(found).utf8.elementsEqual(hit.text), "a place holds something else than was found")
  }
}
