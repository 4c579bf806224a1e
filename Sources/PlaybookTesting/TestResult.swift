public import Diagnostics

/// What became of one example, test or story.
public struct TestResult: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case example, counterexample, test, story
  }

  public enum Outcome: Sendable {
    case passed
    /// What came out otherwise than it should.
    case failed([Mismatch])
    /// Nothing runs such a test yet.
    case notRun(String)
  }

  public let kind: Kind
  public let title: String
  public let span: Span
  public let outcome: Outcome
}

/// Something that came out otherwise than it should.
public struct Mismatch: Hashable, Sendable {
  /// What was compared: `category`, `ladders conduct`.
  public let what: String
  public let expected: String
  public let actual: String
  /// Where the expectation stands.
  public let span: Span
}

/// How many of a playbook's tests passed, failed and were not run.
public struct TestCount: Hashable, Sendable {
  public var passed = 0
  public var failed = 0
  public var notRun = 0

  public init(_ results: [TestResult]) {
    for result in results {
      switch result.outcome {
      case .passed: passed += 1
      case .failed: failed += 1
      case .notRun: notRun += 1
      }
    }
  }
}
