public import DecisionEngine
public import DecisionModel

/// Changes of a comment after which it is where somebody wants it: the engine has judged the changed comment.
public struct Way: Sendable {
  public let changes: [CommentChange]
  /// The changed comment, as tests write comments.
  public let comment: JSONValue
  public let decision: Decision

  /// A test that shows it, as YAML, ready to stand under `tests:`.
  public func test(named title: String) -> String {
    let expected = decision.category.map { "{category: \($0)}" } ?? "{stance: \(decision.stance.rawValue)}"
    return "- test: \(yamlText(title))\n  comment: \(comment.yaml)\n  expect: \(expected)"
  }
}

/// What a search for ways came to.
public struct WaysFound: Sendable {
  /// All with the least number of changes, those that are shortest to tell first; empty where none was found.
  public let ways: [Way]
  /// Whether all sets of so few changes were tried.
  public let isComplete: Bool
}

/// Looks for the smallest changes that lead a comment to a category or an escalation: breadth first, so that no way of
/// fewer changes is passed over among those that are tried.
public struct WaySearch {
  /// So many changes a way has at the most.
  public static let mostChanges = 4
  /// So many comments are judged for one answer.
  static let mostComments = 40_000

  private let program: DecisionProgram
  private let decider: any CommentDecider
  private let now: Instant
  private let relevant: RelevantChanges

  /// - Parameter now: The instant of decisions where the comment has none.
  public init(_ program: DecisionProgram, by decider: any CommentDecider, now: Instant) {
    self.program = program
    self.decider = decider
    self.now = now
    relevant = RelevantChanges(program, now: now)
  }

  private typealias State = (changes: [CommentChange], comment: JSONValue)

  public func ways(from comment: JSONValue, to wanted: WantedClause) -> WaysFound {
    var frontier: [State] = [([], comment)]
    var seen: Set<JSONValue> = [comment]
    var judged = 0
    for size in 0...Self.mostChanges {
      var (reached, next): ([Way], [State]) = ([], [])
      for state in frontier {
        judged += 1
        if judged > Self.mostComments { return WaysFound(ways: sorted(reached), isComplete: false) }
        guard let decision = decide(state.comment) else { continue }
        if wanted.isReached(by: decision, in: program) {
          reached.append(Way(changes: state.changes, comment: state.comment, decision: decision))
        } else if size < Self.mostChanges, reached.isEmpty {
          next += further(from: state, decision, wanted, &seen)
        }
      }
      if !reached.isEmpty { return WaysFound(ways: sorted(reached), isComplete: true) }
      frontier = next
    }
    return WaysFound(ways: [], isComplete: true)
  }

  private func further(
    from state: State, _ decision: Decision, _ wanted: WantedClause, _ seen: inout Set<JSONValue>
  ) -> [State] {
    guard seen.count < 4 * Self.mostComments else { return [] }
    let changes = relevant.changes(of: state.comment, decided: decision, toward: wanted)
    return changes.compactMap { change in
      guard !state.changes.contains(where: change.replaces) else { return nil }
      let changed = change.applied(to: state.comment)
      return seen.insert(changed).inserted ? (state.changes + [change], changed) : nil
    }
  }

  private func decide(_ comment: JSONValue) -> Decision? {
    guard let read = try? decider.comment(comment, now: now) else { return nil }
    return decider.decide(read)
  }

  /// Those that are shortest to tell first; texts that are written anew after those that keep what was said.
  private func sorted(_ ways: [Way]) -> [Way] {
    let told = ways.map { way in
      (way: way, cost: way.changes.reduce(0) { $0 + $1.words.utf8.count + ($1.isAnotherText ? 1000 : 0) })
    }
    return told.sorted { $0.cost < $1.cost }.map(\.way)
  }
}

extension CommentChange {
  var isAnotherText: Bool {
    if case .write = self { true } else { false }
  }
}
