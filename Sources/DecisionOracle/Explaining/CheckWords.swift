import CommentText
import DecisionEngine
import DecisionModel

/// Puts a condition, and what made it so, into words.
struct CheckWords {
  let evaluation: Evaluation

  /// So many phrases of a condition, or terms that were found, are named.
  private static let mostNamed = 6

  private var situation: Situation { evaluation.reading.situation }
  private var reading: ReadComment { evaluation.reading }
  private var program: DecisionProgram { evaluation.reading.program }

  /// The condition in the words of the playbook.
  func words(of check: Check) -> String {
    switch check {
    case .all: "all of"
    case .any: "any of"
    case .none: "none of"
    case .not: "not"
    case .count(_, let test): "\(test.words) of"
    case .signal(let signal): "signal: \(program.signals[signal].name)"
    case .text(let search, let test): words(of: test, search)
    case .measure(let measure, let test): "\(measure.name): \(test.words(for: measure))"
    case .fact(let place, let test), .factText(let place, _, let test): "\(program.facts[place].name): \(test.words)"
    case .strikes(let ladder, let test): "history.\(program.ladders[ladder].name): \(test.words)"
    case .timeOpen(let team): "time.open: \(program.teams[team].name)"
    case .history(let history, let length, let test): "\(history.name): \(test.words(in: length))"
    case .mode(let wanted): "mode: \(wanted.map { program.modes[$0] }.joined(separator: ", "))"
    case .category(let wanted): "category: \(wanted.map { program.categories[$0].name }.joined(separator: ", "))"
    case .escalation(let wanted): "escalation: \(wanted.joined(separator: ", "))"
    case .withoutEffect(let key): key
    }
  }

  private func words(of test: TextTest, _ search: Int) -> String {
    let searched = reading.prepared.searches[search]
    let lexicon: String
    switch searched.kind {
    case .phrases: return "text.says: \(shortened(searched.terms.map(\.term)))"
    case .expressions: return "text.matches: \(shortened(searched.terms.map(\.term)))"
    case .hosts: return "text.links_to: \(shortened(searched.terms.map(\.term)))"
    case .lexicon(let name): lexicon = name
    }
    return switch test {
    case .found: "text.uses: \(lexicon)"
    case .count(let test): "text.count: \(lexicon): \(test.words)"
    case .score(let test): "text.score: \(lexicon): \(test.words)"
    }
  }

  /// What made the condition so; nil where its parts say it.
  func because(_ check: Check) -> String? {
    switch check {
    case .all, .any, .none, .not, .count, .signal: nil
    case .text(let search, let test): because(test, search)
    case .measure(let measure, _): "is \(NumberPrinter.text(of: reading.text.measures.value(of: measure)))"
    case .fact(let place, _), .factText(let place, _, _): because(fact: place)
    case .strikes(let ladder, _):
      situation.comment.histories[ladder].map { "is \($0.strikes)" } ?? "not given"
    case .timeOpen: "came \(situation.start)"
    case .history(let history, let length, _):
      situation.count(of: history, in: length).map { "is \($0)" } ?? "not given"
    case .mode(let wanted): because(modes: wanted)
    case .category: evaluation.category.map { "is \(program.categories[$0].name)" } ?? "not known yet"
    case .escalation: "asked of promises only"
    case .withoutEffect: "has no effect yet"
    }
  }

  private func because(modes wanted: [Int]) -> String {
    let on = wanted.filter(situation.comment.modes.contains).map { program.modes[$0] }
    return on.isEmpty ? "is off" : "\(on.joined(separator: ", ")) is on"
  }

  private func because(fact place: Int) -> String {
    situation.comment.facts[place].map { "is \($0.text)" } ?? "not given"
  }

  private func because(_ test: TextTest, _ search: Int) -> String {
    let terms = reading.prepared.searches[search].terms
    let hits = reading.hits[search].map { hit in
      "“\(String(decoding: reading.text.excerpt(hit.range), as: UTF8.self))” (\(terms[hit.term].term))"
    }
    guard !hits.isEmpty else { return "nothing found" }
    guard case .score = test else { return "found \(shortened(hits))" }
    return "found \(shortened(hits)), together \(NumberPrinter.text(of: reading.score(of: search)))"
  }

  private func shortened(_ parts: [String]) -> String {
    let more = parts.count - Self.mostNamed
    return parts.prefix(Self.mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
