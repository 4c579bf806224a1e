import DecisionEngine
public import DecisionModel
import DecisionOracle
public import PlaybookModel

/// What came of a mutant.
public enum MutantVerdict: Sendable {
  /// A test that passes fails by it.
  case noticed
  /// No test does; a comment that tells it apart, where one was found.
  case unnoticed(TellingComment?)
}

/// A comment about which a mutant decides otherwise: both have decided it.
public struct TellingComment: Sendable {
  /// As a test gives it.
  public let comment: JSONValue
  /// A test that passes by the playbook and fails by the mutant, as YAML, ready to stand under `tests:`.
  public let test: String
}

/// Tries the tests of a playbook on its mutants. Any number of threads may share one.
public struct MutantTrial: Sendable {
  /// So many comments are tried on a mutant that no test notices.
  private static let mostComments = 600

  private let playbook: Playbook
  private let program: DecisionProgram
  private let oracle: Oracle
  private let passing: [Bool]
  /// The comments of examples and tests, each once.
  private let given: [JSONValue]
  /// The terms of each word list that are found in no comment and no draft of a test: no test can miss them.
  private let neverFound: [String: Set<String>]

  /// - Throws: where the program cannot be prepared, which a playbook without errors never causes.
  public init(_ playbook: Playbook, compiledTo program: DecisionProgram) throws {
    self.playbook = playbook
    self.program = program
    oracle = try Oracle(program, digest: "sha256:tests")
    passing = try runTests(of: playbook, compiledTo: program).map(\.isPassed)
    given = playbook.givenComments
    neverFound = try termsNeverFound(by: playbook, program)
  }

  public func judge(_ mutant: Mutant) throws -> MutantVerdict {
    let mutated = mutant.program(from: program)
    if !isBeyondTests(mutant) {
      let results = try runTests(of: playbook, compiledTo: mutated)
      if zip(passing, results).contains(where: { $0 && !$1.isPassed }) { return .noticed }
    }
    return .unnoticed(try telling(mutant, Oracle(mutated, digest: "sha256:tests")))
  }

  private func isBeyondTests(_ mutant: Mutant) -> Bool {
    guard case .term(let term, let lexicon?) = mutant.hint else { return false }
    return neverFound[lexicon]?.contains(term) ?? false
  }

  private func telling(_ mutant: Mutant, _ mutated: Oracle) -> TellingComment? {
    let search = CommentSearch(program: program, given: given, now: now)
    for tried in search.comments(for: mutant).prefix(Self.mostComments) {
      let comment = tried.withText
      guard let mine = try? oracle.comment(comment, now: now), let theirs = try? mutated.comment(comment, now: now)
      else { continue }
      guard let expected = TellingExpectation.telling(oracle.decide(mine), from: mutated.decide(theirs)) else {
        continue
      }
      let title = yamlText("notices \(mutant.place) \(mutant.words)")
      return TellingComment(
        comment: comment, test: "- test: \(title)\n  comment: \(comment.yaml)\n  expect: \(expected)")
    }
    return nil
  }

  /// The instant of tests that give none.
  private var now: Instant { program.effectiveNoon ?? TestBench.usualNow }
}

extension JSONValue {
  /// A test's comment says something.
  fileprivate var withText: JSONValue {
    self["text"]?.string?.isEmpty == false ? self : setting("text", .text("Well"))
  }
}
