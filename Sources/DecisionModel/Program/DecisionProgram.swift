/// A compiled playbook: all that the engine needs, and nothing of how it was written.
///
/// The format is young: it is built and read back by the same release, and refused where its number is another.
public struct DecisionProgram: Hashable, Sendable {
  /// The number of the program's format.
  public static let format = 7

  public var format = DecisionProgram.format
  /// The version of the playbook language.
  public var language = 1
  public var playbook: String
  public var version: String?
  public var zone: ZoneTable
  public var matching = MatchingRule()
  /// What the default instant of tests is: noon of the day from which the playbook holds.
  public var effectiveNoon: Instant?
  /// The built-in facts, then the declared ones.
  public var facts: [FactDefinition] = []
  public var teams: [TeamEntry] = []
  /// The days on which everybody is closed; those of a team hold them too.
  public var holidays: [CalendarDate] = []
  public var lexicons: [LexiconTable] = []
  public var signals: [SignalRule] = []
  /// The names of what people switch on and off.
  public var modes: [String] = []
  public var categories: [CategoryRule] = []
  public var plans: [PlanRule] = []
  public var ladders: [LadderRule] = []
  public var escalations: [EscalationRule] = []
  /// Categories and escalations on trial.
  public var shadows: [ShadowRule] = []
  public var channels: [ChannelRule] = []
  /// The names of the channels that are the playbook's own.
  public var usedOn: [String] = []
  public var brakes: [BrakeRule] = []
  /// How long a ledger keeps what it knows.
  public var retention: RetentionRule?
  /// What drafted replies are held to.
  public var standards: [StandardRule] = []
  /// How a draft shows each step.
  public var stepMarkers: [StepMarker] = []
  /// What is looked for in feeds.
  public var watches: [WatchRule] = []
  /// Every action in the order in which a decision lists them.
  public var actions: [ActionDefinition] = []

  public init(playbook: String, version: String?, zone: ZoneTable) {
    self.playbook = playbook
    self.version = version
    self.zone = zone
  }
}

/// How all text is matched.
public struct MatchingRule: Hashable, Sendable {
  /// Accents make no difference.
  public var ignoresAccents = false
  /// Nothing is looked for in lines that begin with `>`.
  public var ignoresQuotes = false

  public init(ignoresAccents: Bool = false, ignoresQuotes: Bool = false) {
    self.ignoresAccents = ignoresAccents
    self.ignoresQuotes = ignoresQuotes
  }
}

public struct FactDefinition: Hashable, Sendable {
  public let name: String
  public let type: FactType
  public let isRequired: Bool
  public let question: String?

  public init(name: String, type: FactType, isRequired: Bool = false, question: String? = nil) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.question = question
  }
}

public struct TeamEntry: Hashable, Sendable {
  public let name: String
  public let title: String
  /// When the team works; always, where the playbook does not say.
  public let hours: WorkingHours
  /// The team that acts outside these hours.
  public let cover: String?

  public init(name: String, title: String, hours: WorkingHours = .always, cover: String? = nil) {
    self.name = name
    self.title = title
    self.hours = hours
    self.cover = cover
  }
}

/// A term with what it adds to a score.
public struct WeightedTerm: Hashable, Sendable {
  public let term: String
  public let weight: Int

  public init(term: String, weight: Int = 1) {
    self.term = term
    self.weight = weight
  }
}

public struct LexiconTable: Hashable, Sendable {
  public let name: String
  public let terms: [WeightedTerm]
  public let except: [String]
  public let disguises: Bool

  public init(name: String, terms: [WeightedTerm], except: [String], disguises: Bool) {
    self.name = name
    self.terms = terms
    self.except = except
    self.disguises = disguises
  }
}

public struct SignalRule: Hashable, Sendable {
  public let name: String
  public let clause: Clause

  public init(name: String, clause: Clause) {
    self.name = name
    self.clause = clause
  }
}

/// Where a clause stands: in the document and in the playbook's files.
public struct ClausePlace: Hashable, Sendable {
  /// `category.abuse`
  public let anchor: String
  /// `3.1`
  public let section: String
  /// `playbook.yaml:38:5`
  public let at: String

  public init(anchor: String, section: String, at: String) {
    self.anchor = anchor
    self.section = section
    self.at = at
  }
}
