public import DecisionModel
public import Diagnostics

/// A playbook as its author means it: every name resolved, no YAML left.
///
/// Lists keep their rank; what mappings define stands in the order of the names, so that their order means nothing.
public struct Playbook: Sendable {
  public var name: String
  public var nameSpan: Span
  public var title: String
  public var version: String?
  public var effective: CalendarDate?
  public var zone: ZoneTable
  public var about: String?
  public var usedOn: [String] = []
  /// The days on which every team is closed.
  public var holidays: [CalendarDate] = []
  public var matching = MatchingRule()
  public var houseRules: HouseRules?

  public var teams: [Team] = []
  public var facts: [Fact] = []
  public var modes: [Mode] = []
  public var lexicons: [Lexicon] = []
  public var signals: [Signal] = []
  public var categories: [Category] = []
  public var responses: [Response] = []
  public var ladders: [Ladder] = []
  public var escalations: [Escalation] = []
  public var promises: [Promise] = []
  public var standards: [Standard] = []
  public var channels: [Channel] = []
  public var brakes: [BrakeRule] = []
  public var retention: RetentionRule?
  public var actions: [ActionDefinition] = []
  public var steps: [StepDefinition] = []
  public var watches: [Watch] = []
  public var practices: [Practice] = []
  public var tests: [PlaybookTest] = []

  /// The files of the standard library from which it takes something.
  public var libraryFiles: Set<SourceFile.ID> = []

  public init(name: String, nameSpan: Span, title: String, zone: ZoneTable) {
    self.name = name
    self.nameSpan = nameSpan
    self.title = title
    self.zone = zone
  }

  /// Whether a definition comes with the standard library, and is none of the organisation's own.
  public func takesFromLibrary(_ definition: Definition) -> Bool { libraryFiles.contains(definition.span.file) }
}

/// The head of the public document.
public struct HouseRules: Sendable {
  public var title: String?
  public var about: String?
  public var contact: String?

  public init(title: String? = nil, about: String? = nil, contact: String? = nil) {
    self.title = title
    self.about = about
    self.contact = contact
  }
}

/// What every definition has: its name, where it stands, and what people call it.
public struct Definition: Sendable {
  public let name: String
  /// The whole definition, from its first key on.
  public let span: Span
  public let nameSpan: Span
  public let title: String?
  public let about: String?

  public init(name: String, span: Span, nameSpan: Span, title: String? = nil, about: String? = nil) {
    self.name = name
    self.span = span
    self.nameSpan = nameSpan
    self.title = title
    self.about = about
  }

  /// The title, or else the name as words: `refund-question` is "Refund question".
  public var label: String { title ?? Definition.label(of: name) }

  public static func label(of name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
