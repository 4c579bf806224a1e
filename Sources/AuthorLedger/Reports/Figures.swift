/// What became of what was asked for.
public struct DutyFigures: Hashable, Sendable {
  /// Every one that was asked for is one of those below. What is left to people's judgement is not among them.
  public internal(set) var asked = 0
  public internal(set) var inTime = 0
  /// Done late, or wanted no longer when its time was over already.
  public internal(set) var late = 0
  /// Wanted no longer while there was time: the comment was edited, the case resolved, an approval refused.
  public internal(set) var dropped = 0
  /// Not done at the end of the report, and its time is over.
  public internal(set) var overdue = 0
  /// Not done at the end of the report, with time left, or before its time has begun.
  public internal(set) var open = 0

  public init() {}

  /// The share of those whose time is over that were done in time; nil where there are none.
  public var share: Double? {
    let over = inTime + late + overdue
    return over == 0 ? nil : Double(inTime) / Double(over)
  }

  mutating func add(_ other: DutyFigures) {
    asked += other.asked
    inTime += other.inTime
    late += other.late
    dropped += other.dropped
    overdue += other.overdue
    open += other.open
  }
}

/// What a report says of all comments, or of some: those of one category, team, channel or week.
public struct Figures: Hashable, Sendable {
  public internal(set) var comments = 0
  /// The answers that plans order.
  public internal(set) var replies = DutyFigures()
  /// How long authors waited for the first answer to the comment that opened their case, where its plan asks for an
  /// answer or allows one.
  public internal(set) var firstReplies = WaitingTimes()

  public init() {}

  public mutating func add(_ other: Figures) {
    comments += other.comments
    replies.add(other.replies)
    firstReplies.add(other.firstReplies)
  }
}

/// The strikes of one ladder.
public struct LadderFigures: Hashable, Sendable {
  public internal(set) var strikes = 0
  /// Strikes of a ladder on trial, which ordered nothing.
  public internal(set) var onTrial = 0
  /// How often each rung was ordered, by its name.
  public internal(set) var rungs: [String: Int] = [:]
}

/// What authors asked to be looked at again.
public struct AppealFigures: Hashable, Sendable {
  public internal(set) var made = 0
  public internal(set) var upheld = 0
  public internal(set) var rejected = 0
  public internal(set) var pardons = 0

  public init() {}

  /// Those that nobody has decided yet.
  public var open: Int { max(0, made - upheld - rejected) }
}
