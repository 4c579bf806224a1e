/// One thing that is wrong, or worth knowing, in a playbook: a finding.
///
/// Findings are values that are collected, never thrown. How they read is set down in `CONTRIBUTING.md`.
public struct Diagnostic: Hashable, Sendable {
  /// The name of the problem in kebab-case: also the file of its check, its page and the argument of `decorum explain`.
  public struct Name: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String
    public init(_ name: String) { description = name }
    public init(stringLiteral name: StaticString) { description = "\(name)" }
  }

  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// No program is made.
    case error
    /// A program is made, and it is probably not what was meant.
    case warning
    /// Worth knowing.
    case note
  }

  /// Another place that the finding speaks of.
  public struct Related: Hashable, Sendable {
    public let span: Span
    public let label: String
    public init(span: Span, label: String) {
      self.span = span
      self.label = label
    }
  }

  /// A change that certainly mends the finding: the text that takes the place of a span.
  public struct Fix: Hashable, Sendable {
    public let span: Span
    public let replacement: String
    public init(span: Span, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  public let name: Name
  public let severity: Severity
  /// One lower-case fragment without a full stop, names in backticks.
  public let message: String
  public let span: Span
  /// What stands behind the carets, where the message alone does not say it.
  public let label: String?
  public let related: [Related]
  /// A comment that proves the finding.
  public let witness: String?
  /// One imperative sentence: what to write instead.
  public let help: String?
  public let fix: Fix?

  public init(
    _ name: Name, _ severity: Severity = .error, _ message: String, at span: Span, label: String? = nil,
    related: [Related] = [], witness: String? = nil, help: String? = nil, fix: Fix? = nil
  ) {
    self.name = name
    self.severity = severity
    self.message = message
    self.span = span
    self.label = label
    self.related = related
    self.witness = witness
    self.help = help
    self.fix = fix
  }
}

/// Texts are compared as bytes, and only what is short is hashed: messages quote what others wrote, and Swift's own
/// comparison takes canonically equal texts for one, in time that grows with the square of their length.
extension Diagnostic {
  public static func == (one: Diagnostic, other: Diagnostic) -> Bool {
    one.name == other.name && one.severity == other.severity && one.spans == other.spans
      && one.texts.count == other.texts.count && zip(one.texts, other.texts).allSatisfy(isSameText)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(span)
  }

  private var spans: [Span?] { [span, fix?.span] + related.map(\.span) }
  private var texts: [String?] { [message, label, witness, help, fix?.replacement] + related.map(\.label) }
}

private func isSameText(_ one: String?, _ other: String?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return one.utf8.elementsEqual(other.utf8)
}

/// The findings of a run, in the order in which they were made until they are sorted.
public struct Findings: Sendable {
  public private(set) var all: [Diagnostic] = []

  public init() {}

  public mutating func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }
  public mutating func report(contentsOf other: Findings) { all += other.all }

  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The findings in the order of the text, files in the order of import, each once.
  public var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return all.filter { seen.insert($0).inserted }.sorted {
      ($0.span.file, $0.span.start, $0.span.end) < ($1.span.file, $1.span.start, $1.span.end)
    }
  }
}
