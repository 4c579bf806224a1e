public import DecisionModel

/// Ends the process where a decision is not what the language says of every decision.
public func claim(_ decision: Decision, about text: [UInt8]? = nil) {
  let json = decision.json
  guard let value = try? JSONValue(parsing: json) else { preconditionFailure("the decision is no JSON") }
  var writer = JSONWriter()
  writer.value(value)
  precondition(writer.bytes == json, "the decision is not in its canonical form")
  precondition(decision.trouble != nil || decision.category != nil, "there is neither a category nor a trouble")
  guard let text else { return }
  let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  for hit in decision.because.flatMap(\.found).compactMap(\.hit) {
    precondition(hit.range.upperBound <= scalars.count, "a place lies beyond the end of the text")
    var found = String.UnicodeScalarView()
    found.append(contentsOf: scalars[hit.range])
    precondition(String(found).utf8.elementsEqual(hit.text), "a place holds something else than was found")
  }
}

extension Found {
  fileprivate var hit: TextHit? {
    switch self {
    case .term(_, _, let hit), .phrase(_, let hit): hit
    case .fact, .measure: nil
    }
  }
}
