public import Diagnostics

/// What the examples, tests and stories of a playbook have shown of it, and what they have not.
public struct TestCoverage: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case category, escalation, condition, term, rung, standard

    public var plural: String {
      switch self {
      case .category: "categories"
      default: rawValue + "s"
      }
    }
  }

  /// Something that can be shown.
  public struct Item: Sendable {
    public let kind: Kind
    /// What it is part of, or is itself: `category.abuse`, `lexicon.insults`, `ladder.conduct.block`.
    public let place: String
    /// The condition in the words of the playbook, or the term; nil for what `place` says.
    public let words: String?
    public let span: Span
    /// How often it was shown true: a category that takes a comment, a term without which a condition would come out
    /// otherwise, a standard that is broken.
    public internal(set) var whereTrue = 0
    /// How often it was shown false; a term is never asked for that.
    public internal(set) var whereFalse = 0

    public var isShown: Bool { whereTrue > 0 && (kind == .term || whereFalse > 0) }

    /// What is still to be shown: `never true`.
    public var missing: String {
      switch (whereTrue, whereFalse) {
      case (0, _) where kind == .term: "never found alone"
      case (0, 0): "never shown"
      case (0, _): "never true"
      default: "never false"
      }
    }
  }

  /// In the order of the document: categories, escalations, conditions, terms, rungs, standards.
  public internal(set) var items: [Item]

  public func items(_ kind: Kind) -> [Item] { items.filter { $0.kind == kind } }

  /// The share of the items that are shown, from 0 to 1; 1 where there is nothing to show.
  public var share: Double {
    items.isEmpty ? 1 : Double(items.count(where: \.isShown)) / Double(items.count)
  }
}
