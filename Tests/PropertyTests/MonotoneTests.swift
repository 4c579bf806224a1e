import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

/// What grows in one direction only.
@Suite struct MonotoneTests {
  @Test func `one strike more never takes an earlier rung`() throws {
    try everyCase("strikes", count: 250) { tried, dice in
      let engine = try engine(tried.playbook)
      for comment in tried.comments where !tried.ladders.isEmpty {
        var comment = comment
        comment.facts = comment.facts.filter { $0.name != "author.id" } + [("author.id", .text("ann"))]
        // A strike more may make it a comment of another category, which counts for less.
        var earlier: (category: String?, rung: Int)?
        let ladder = dice.pick(tried.ladders)
        for strikes in 0...8 {
          comment.histories = comment.histories.filter { $0.ladder != ladder } + [(ladder, .number(Double(strikes)))]
          guard let taken = engine.rung(about: comment), taken.ladder == ladder else { earlier = nil; continue }
          if let earlier, earlier.category == taken.category, taken.rung < earlier.rung {
            return "rung \(taken.rung) at \(strikes) strikes: \(comment.line)"
          }
          earlier = (taken.category, taken.rung)
        }
      }
      return nil
    }
  }

  @Test func `a fact that is not assumed, once it is given, changes neither category nor actions`() throws {
    try everyCase("facts that cannot matter", count: 400) { tried, dice in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        let before = engine.decide(comment)
        for fact in tried.facts where !comment.isGiven(fact.name) && !before.assumed.contains(fact.name) {
          guard tried.playbook.onlyJudges(by: fact.name) else { continue }
          var richer = comment
          richer.facts.append((fact.name, dice.value(of: fact.type)))
          let found = difference(
            try before.written(without: Self.tellingParts),
            try engine.decide(richer).written(without: Self.tellingParts),
            "decided otherwise once `\(fact.name)` was given: \(richer.line)")
          if let found { return found }
        }
      }
      return nil
    }
  }

  /// Where a fact shows without having decided anything: words with facts in them, finds beside finds that are enough,
  /// categories after the chosen one, what is on trial.
  private static let tellingParts: Set<String> = ["say", "found", "also", "summary", "shadow"]
}

extension Oracle {
  /// The place of the rung that is taken, and its ladder; -1 where none is.
  fileprivate func rung(about comment: RandomComment) -> (category: String?, ladder: String, rung: Int)? {
    let decision = decide(comment)
    guard let standing = decision.ladders.first else { return nil }
    let rungs = program.ladders.first { $0.name == standing.ladder }?.rungs ?? []
    return (decision.category, standing.ladder, rungs.firstIndex { $0.name == standing.rung } ?? -1)
  }
}

extension Tree {
  /// Whether a fact does nothing but pass or fail tests: none asks whether it is known, and neither a deadline nor the
  /// place of an answer, nor what can be done there, is reckoned from it.
  fileprivate func onlyJudges(by fact: String) -> Bool {
    guard fact != "post.at", fact != "post.visibility", fact != "post.channel", fact != "author.id" else {
      return false
    }
    return !contains { $0.key == fact && ($0.value == .scalar("known") || $0.value == .scalar("unknown")) }
  }
}
