public import DecisionModel
public import PlaybookModel

extension Playbook {
  /// The comments of examples and tests, each once, in the order of the document; of stories, their comments.
  public var givenComments: [JSONValue] {
    let own = lexicons.filter { !takesFromLibrary($0.definition) }
    let sets: [Examples] = categories.map(\.examples) + signals.map(\.examples) + own.map(\.examples)
    let examples: [Example] = sets.flatMap { $0.positive + $0.negative }
    let told = tests.flatMap { test -> [JSONValue] in
      switch test.subject {
      case .comment(let comment, _): return [comment.json]
      case .story(let steps): return steps.compactMap(\.comment)
      case .draft, .entry: return []
      }
    }
    var seen: Set<JSONValue> = []
    let all: [JSONValue] = examples.map(\.comment.json) + told
    return all.filter { seen.insert($0).inserted }
  }
}

extension StoryStep {
  fileprivate var comment: JSONValue? {
    if case .comment(let comment, _) = happening { comment.json } else { nil }
  }
}
