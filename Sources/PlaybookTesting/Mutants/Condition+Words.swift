import DecisionModel

extension Condition {
  /// The condition in the words of the playbook, shortened: `text.words: at least 5`.
  var words: String {
    switch self {
    case .all: "all of"
    case .any: "any of"
    case .none: "none of"
    case .not: "not"
    case .count(_, let test): "\(test.words) of"
    case .signal(let name): "signal: \(name)"
    case .says(let phrases): "text.says: \(Self.few(phrases))"
    case .uses(let lexicon): "text.uses: \(lexicon)"
    case .matches(let expressions): "text.matches: \(Self.few(expressions))"
    case .linksTo(let hosts): "text.links_to: \(Self.few(hosts))"
    case .termCount(let lexicon, let test): "text.count: \(lexicon): \(test.words)"
    case .score(let lexicon, let test): "text.score: \(lexicon): \(test.words)"
    case .measure(let measure, let test): "\(measure.name): \(test.words(for: measure))"
    case .fact(let fact, let test): "\(fact): \(test.words)"
    case .strikes(let ladder, let test): "history.\(ladder): \(test.words)"
    case .timeOpen(let team): "time.open: \(team)"
    case .history(let history, let length, let test): "\(history.name): \(test.words(in: length))"
    case .mode(let modes): "mode: \(Self.few(modes))"
    case .category(let categories): "category: \(Self.few(categories))"
    case .escalation(let escalations): "escalation: \(Self.few(escalations))"
    case .withoutEffect(let key): key
    }
  }

  private static func few(_ texts: [String]) -> String {
    texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? " and \(texts.count - 4) more" : "")
  }
}
