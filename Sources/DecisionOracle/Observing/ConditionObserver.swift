import CommentText
import DecisionEngine
package import DecisionModel

/// How often comments have shown each condition to decide by itself.
///
/// A condition decides where the clause would come out otherwise were it false and not true, or true and not false, all
/// else being as it is; and where somebody looks at the clause: of categories the first that holds and those above it, of
/// steps those of the plan that is followed, of signals those that decide in a clause. This is the masking form of the
/// modified condition/decision coverage of avionics (J. J. Chilenski, DOT/FAA/AR-01/18, 2001), under first-match.
package struct ConditionObserver: Sendable {
  /// How often a condition was seen to decide.
  package struct Shown: Sendable, Hashable {
    package var whereTrue = 0
    package var whereFalse = 0
  }

  package let outline: ConditionOutline
  /// By the number of the condition in the outline.
  package private(set) var shown: [Shown]
  /// By condition, how often each of its own terms was the one that made it true.
  package private(set) var terms: [[Int]]
  /// By word list, the same.
  package private(set) var wordLists: [[Int]]

  /// By word list, whether each term was found at all.
  private var found: [[Bool]]
  private let prepared: PreparedProgram
  private let numbered: NumberedClauses
  private let listPlaces: [Int: Int]

  package init(_ oracle: Oracle) {
    prepared = oracle.prepared
    numbered = NumberedClauses(prepared)
    outline = ConditionOutline(numbered, prepared)
    shown = Array(repeating: Shown(), count: numbered.count)
    terms = outline.leaves.map { Array(repeating: 0, count: $0.terms.count) }
    wordLists = outline.wordLists.map { Array(repeating: 0, count: $0.terms.count) }
    found = outline.wordLists.map { Array(repeating: false, count: $0.terms.count) }
    var places: [Int: Int] = [:]
    for (place, list) in outline.wordLists.enumerated() {
      if let search = prepared.searches.firstIndex(where: { $0.lexicon == list.name }) { places[search] = place }
    }
    listPlaces = places
  }

  /// What a comment comes to by the clauses that are looked at.
  package struct Outcome: Sendable {
    /// The category, and those above it whose clause does not hold.
    package let category: String
    package let passedOver: [String]
    package let escalations: [String]
    /// The ladder that counts the comment, and the rung that is taken.
    package let ladder: String?
    package let rung: String?
  }

  /// Looks at a comment as a decision about it does.
  package mutating func observe(_ comment: Comment) -> Outcome {
    let examined = Examined(ReadComment(comment, in: prepared))
    let holding = examined.holding
    note(examined.reading)
    walk(numbered.categories.prefix(through: holding.category).compactMap { $0 }, examined.early)
    let steps = holding.plan.map { numbered.steps[$0] } ?? []
    walk(numbered.escalations + numbered.shadows + steps, examined.evaluation)
    let program = prepared.program
    return Outcome(
      category: program.categories[holding.category].name,
      passedOver: program.categories.prefix(holding.category).map(\.name),
      escalations: holding.escalations.map { program.escalations[$0].name },
      ladder: holding.standing?.ladder.name, rung: holding.standing?.rung?.name)
  }

  /// Looks at a comment as an example of one definition does: a category of that name, whatever stands above it.
  package mutating func observe(_ comment: Comment, for category: String) {
    let reading = ReadComment(comment, in: prepared)
    note(reading)
    let evaluation = Evaluation(reading, category: nil, unknownException: .doesNotApply)
    let places = prepared.program.categories.indices.filter { prepared.program.categories[$0].name == category }
    walk(places.compactMap { numbered.categories[$0] }, evaluation)
  }

  /// The terms of each word list that stand in no comment that was looked at.
  package var termsNeverFound: [String: Set<String>] {
    Dictionary(
      zip(outline.wordLists, found).map { list, found in
        (list.name, Set(zip(list.terms, found).filter { !$1 }.map(\.0)))
      }
    ) { first, _ in first }
  }

  private mutating func note(_ reading: ReadComment) {
    for (search, list) in listPlaces {
      for hit in reading.hits[search] { found[list][hit.term] = true }
    }
  }

  private mutating func walk(_ clauses: [NumberedClauses.Numbered], _ evaluation: Evaluation) {
    var walk = ObservingWalk(evaluation, numbered)
    for clause in clauses { walk.walk(clause, .ofClause) }
    walk.walkSignals(in: prepared.signalOrder.reversed())
    for (leaf, isTrue) in walk.decided { if isTrue { shown[leaf].whereTrue += 1 } else { shown[leaf].whereFalse += 1 } }
    for found in walk.termsDecided {
      if let list = listPlaces[found.search] {
        wordLists[list][found.term] += 1
      } else {
        terms[found.leaf][found.term] += 1
      }
    }
  }
}
