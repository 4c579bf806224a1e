/// What is ordered of an action beside its name: how long it lasts, whether it waits, and who says yes first.
public struct ActionTerms: Hashable, Sendable {
  /// Nil for what has no end, or is over as soon as it is done.
  public var duration: ActionDuration?
  public var wait: ActionWait?
  /// By when it is done; working time is that of the team that the order names.
  public var within: Allowance?
  /// The author's earlier comments on the ladder are included from so long back.
  public var alsoLast: Length?
  public var approvals: [Approval]
  public var lift: Lift?

  public init(
    duration: ActionDuration? = nil, wait: ActionWait? = nil, alsoLast: Length? = nil, approvals: [Approval] = [],
    lift: Lift? = nil
  ) {
    self.duration = duration
    self.wait = wait
    self.alsoLast = alsoLast
    self.approvals = approvals
    self.lift = lift
  }
}

/// How long an action lasts. Where a person picks, the shortest stands until then.
public enum ActionDuration: Hashable, Sendable, CustomStringConvertible {
  case exactly(Length)
  /// A person picks one.
  case oneOf([Length])
  /// A person picks a length from the first to the second.
  case between(Length, Length)
  case untilResolved

  /// All lengths that are named.
  public var lengths: [Length] {
    switch self {
    case .exactly(let length): [length]
    case .oneOf(let lengths): lengths
    case .between(let first, let last): [first, last]
    case .untilResolved: []
    }
  }

  /// `7 days`, `1 day or 7 days`, `between 30 and 90 days`, `until resolved`.
  public var description: String {
    switch self {
    case .exactly(let length): length.description
    case .oneOf(let lengths): lengths.map(\.description).joined(separator: " or ")
    case .between(let first, let last):
      first.unit == last.unit
        ? "between \(NumberPrinter.text(of: first.count)) and \(last)" : "between \(first) and \(last)"
    case .untilResolved: "until resolved"
    }
  }

  /// The lengths as they follow "for": `7 days`, `1 day or 7 days`, `30 to 90 days`.
  public var picked: String {
    guard case .between(let first, let last) = self else { return description }
    return first.unit == last.unit ? "\(NumberPrinter.text(of: first.count)) to \(last)" : "\(first) to \(last)"
  }

  /// The earliest end of an action that begins at an instant; nil where only an event ends it.
  public func earliestEnd(from start: Instant, in zone: ZoneTable) -> Instant? {
    lengths.map { $0.ending(from: start, in: zone) }.min()
  }
}

/// An action that is asked for first, and done if nothing happens.
public struct ActionWait: Hashable, Sendable {
  public let length: Length
  /// Whether it falls away if the author changes the comment meanwhile.
  public let unlessEdited: Bool

  public init(length: Length, unlessEdited: Bool) {
    self.length = length
    self.unlessEdited = unlessEdited
  }
}

/// Who says yes before something is done.
public struct Approval: Hashable, Sendable {
  public let teams: [String]
  /// How many people must: of different teams where there are several.
  public let count: Int

  public init(teams: [String], count: Int = 1) {
    self.teams = teams
    self.count = count
  }
}

/// How an action ends sooner.
public struct Lift: Hashable, Sendable {
  public let onRequest: Bool
  /// Who decides it.
  public let by: String?

  public init(onRequest: Bool, by: String?) {
    self.onRequest = onRequest
    self.by = by
  }
}
