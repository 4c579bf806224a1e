import DecisionModel

/// What of a decision a test can expect, as YAML writes it: by the keys of `expect`, those that say most first.
struct TellingExpectation {
  private let entries: [(key: String, value: String)]

  init(_ decision: Decision) {
    let found = Self.found(decision)
    entries =
      [
        ("category", decision.category ?? "none"),
        ("escalations", Self.list(decision.escalations)),
        ("actions", Self.list(decision.actions.map(\.action))),
        ("may", Self.list(decision.may.map(\.action))),
        ("stance", decision.stance.rawValue),
        ("ladders", Self.map(decision.ladders.map { ($0.ladder, $0.rung ?? "none") })),
        ("steps", Self.list(decision.reply?.steps.map(\.step) ?? [])),
        ("also", Self.list(decision.also)),
      ] + found
  }

  /// What differs between two decisions, as the first has it: the category for orientation, and one thing more where
  /// that is the same. Nil where no test could tell them apart.
  static func telling(_ one: Decision, from other: Decision) -> String? {
    let (mine, theirs) = (TellingExpectation(one).entries, TellingExpectation(other).entries)
    let known = Dictionary(theirs.map { ($0.key, $0.value) }) { first, _ in first }
    guard let differing = mine.first(where: { known[$0.key] != $0.value }) else { return nil }
    let shown = differing.key == "category" ? [differing] : mine.prefix(1) + [differing]
    return "{" + shown.map { "\($0.key.hasPrefix("found ") ? "found" : $0.key): \($0.value)" }.joined(separator: ", ")
      + "}"
  }

  private static func list(_ names: [String]) -> String {
    var seen: Set<String> = []
    let distinct = names.filter { seen.insert($0).inserted }
    return distinct.isEmpty ? "none" : "[\(distinct.joined(separator: ", "))]"
  }

  private static func map(_ entries: [(String, String)]) -> String {
    entries.isEmpty ? "none" : "{\(entries.map { "\($0): \($1)" }.joined(separator: ", "))}"
  }

  /// Of each word list, the terms that were found, in order of their bytes.
  private static func found(_ decision: Decision) -> [(key: String, value: String)] {
    var terms: [String: Set<String>] = [:]
    for case .term(let lexicon, let term, _) in decision.because.flatMap(\.found) {
      terms[lexicon, default: []].insert(term)
    }
    return terms.sorted { $0.key < $1.key }.map { lexicon, terms in
      ("found \(lexicon)", "{\(lexicon): [\(terms.sorted().map(yamlText).joined(separator: ", "))]}")
    }
  }
}
