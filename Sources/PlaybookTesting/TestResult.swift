public import Diagnostics
import PlaybookModel

/// What became of one example, test or story.
public struct TestResult: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case example, counterexample, test, story
  }

  public enum Outcome: Sendable {
    case passed
    /// What came out otherwise than it should.
    case failed([Mismatch])
  }

  public let kind: Kind
  public let title: String
  public let span: Span
  public let outcome: Outcome
  /// The practices that it shows.
  public var covers: [String] = []

  public var isPassed: Bool {
    if case .passed = outcome { true } else { false }
  }
}

extension TestResult {
  /// What became of an example.
  init(_ kind: Kind, of example: Example, _ mismatches: [Mismatch]) {
    self.init(
      kind: kind, title: example.comment.text, span: example.span,
      outcome: mismatches.isEmpty ? .passed : .failed(mismatches), covers: example.covers)
  }
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

/// How many of a playbook's tests passed and failed.
public struct TestCount: Hashable, Sendable {
  public var passed = 0
  public var failed = 0

  public init(_ results: [TestResult]) {
    for result in results {
      switch result.outcome {
      case .passed: passed += 1
      case .failed: failed += 1
      }
    }
  }
}
