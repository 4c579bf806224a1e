public import DecisionModel
public import PlaybookModel
import PlaybookTesting

/// What changes of lists are tried on: the examples and tests of the playbook, and what should not be caught.
public struct MendingTrial: Sendable {
  let innocents: Innocents
  private let playbook: Playbook
  private let program: DecisionProgram
  private let passing: [Bool]

  /// - Throws: where the program cannot be prepared, which a playbook without errors never causes.
  public init(_ playbook: Playbook, _ program: DecisionProgram, against innocents: Innocents) throws {
    self.playbook = playbook
    self.program = program
    self.innocents = innocents
    passing = try runTests(of: playbook, compiledTo: program).map(\.isPassed)
  }

  /// The titles of the tests that pass by the playbook and fail with the list as it was changed.
  func brokenTests(with list: AuditedList) throws -> [String] {
    let results = try runTests(of: playbook, compiledTo: program.putting(list))
    return zip(passing, results).filter { $0 && !$1.isPassed }.map(\.1.title)
  }

  /// What came of some changes of a list, and what the changed list catches by accident.
  ///
  /// - Parameters:
  ///   - caught: What the list catches before.
  ///   - count: How much escapes the changed list, or is caught by it.
  func trying(
    _ changes: [ListChange], on list: AuditedList, catching caught: [Caught], before: Int,
    count: (AuditedList, [Caught]) -> Int
  ) throws -> (mending: TriedMending, caught: [Caught]) {
    let changed = list.changed(by: changes)
    let caughtNow = innocents.caught(by: changed)
    let known = Set(list.search.termsNotFound.map { Array($0.utf8) })
    let mending = TriedMending(
      changes: changes, before: before, after: count(changed, caughtNow), alsoCaught: caughtNow.beyond(caught),
      lost: changed.search.termsNotFound.filter { !known.contains(Array($0.utf8)) },
      broken: try brokenTests(with: changed))
    return (mending, caughtNow)
  }
}

extension [Caught] {
  /// Those whose texts are not among others.
  func beyond(_ others: [Caught]) -> [Caught] {
    let known = Set(others.map(\.text))
    return filter { !known.contains($0.text) }
  }
}
