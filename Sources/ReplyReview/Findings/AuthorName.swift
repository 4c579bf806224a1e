import CommentText
import DecisionModel
import DecisionOracle

// The name of the person who is answered.
extension Examination {
  /// The name is owed where a step has it in every wording, and somebody said what it is.
  var missingName: [ReviewFinding] {
    guard let answer, let name = authorName, !name.isEmpty else { return [] }
    let isOwed = answer.steps.contains { step in
      !step.rule.wordings.isEmpty && step.rule.wordings.allSatisfy { $0.facts.contains("author.name") }
    }
    let words = Set(text.wordForms)
    let parts = WrittenText(utf8: name).wordForms
    guard isOwed, !parts.isEmpty, !parts.contains(where: words.contains) else { return [] }
    return [
      ReviewFinding(
        .missingName, .error,
        "The reply does not use the name of the person: \(oneLine(String(decoding: name, as: UTF8.self)))",
        instead: "Say it to the person by name.")
    ]
  }

  private var authorName: [UInt8]? {
    guard let place = program.facts.firstIndex(where: { $0.name == "author.name" }),
      case .bytes(let name) = draft.comment?.facts[place]
    else { return nil }
    return name
  }
}
