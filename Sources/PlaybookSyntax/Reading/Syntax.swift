public import Diagnostics
public import YAMLSyntax

/// What one file says, before names mean anything: its tree, its findings of form, and every name that it defines or
/// uses.
public struct FileSyntax: Sendable {
  public private(set) var root: YAMLMapping
  public internal(set) var definitions: [NameUse] = []
  public internal(set) var references: [NameUse] = []
  /// Keys of conditions that are no keys of the language and so must be facts.
  public internal(set) var factTests: [FactUse] = []
  /// Values given to declared facts in tests.
  public internal(set) var givenFacts: [FactUse] = []
  /// The keys of all conditions, each of which is a condition.
  public internal(set) var conditions: [Span] = []
  /// Whether something was passed over in which names may stand.
  public internal(set) var isPartial = false
  public private(set) var findings: [Diagnostic] = []

  /// More findings of form than this nobody reads; a file of nothing but mistakes would take more memory for them than
  /// for itself.
  static let mostFindings = 1000

  init(root: YAMLMapping) { self.root = root }

  /// What the file says without the definitions at these places, in the order of the text.
  ///
  /// Findings of form stay: they are about the file, whoever uses it.
  public func without(_ places: [Span], root: YAMLMapping) -> FileSyntax {
    var rest = self
    rest.root = root
    let isKept = { (span: Span) in !places.holds(span) }
    rest.definitions.removeAll { !isKept($0.span) }
    rest.references.removeAll { !isKept($0.span) }
    rest.factTests.removeAll { !isKept($0.fact.span) }
    rest.givenFacts.removeAll { !isKept($0.fact.span) }
    rest.conditions.removeAll { !isKept($0) }
    return rest
  }

  /// Whether nothing more is listed.
  var isFull: Bool { findings.count > FileSyntax.mostFindings }

  mutating func report(_ diagnostic: Diagnostic) {
    guard !isFull else { return }
    findings.append(findings.count < FileSyntax.mostFindings ? diagnostic : .moreThanListed(at: diagnostic.span))
  }
}

/// A name where it stands.
public struct NameUse: Sendable {
  public let namespace: Namespace
  public let name: String
  public let span: Span

  /// The name as a message quotes it.
  public var shown: String { name.shown }
}

/// A fact with what is asked of it, or given for it.
public struct FactUse: Sendable {
  public let fact: YAMLScalar
  public let value: YAMLNode
}

extension [Span] {
  /// Whether one of the places, which stand in the order of the text and apart from one another, holds another place.
  fileprivate func holds(_ span: Span) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && span.end <= self[low - 1].end
  }
}

extension Diagnostic {
  fileprivate static func moreThanListed(at span: Span) -> Diagnostic {
    Diagnostic(
      "too-many-findings", .error, "from here on, what is wrong with the form of this file is not listed", at: span,
      help: "mend the first \(FileSyntax.mostFindings) and check again")
  }
}
