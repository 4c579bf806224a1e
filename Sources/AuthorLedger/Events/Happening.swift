public import DecisionModel

/// What happened, with all that stays when an author's name and texts are erased: nothing in it is personal.
///
/// What is personal (the texts, the names, the reasons that people gave) stands beside it, sealed by a salted commitment.
public enum Happening: Hashable, Sendable {
  /// A comment was decided about.
  case decided(DecidedComment)
  /// A comment brought the author a strike.
  case strike(Strike)
  /// A comment was changed: what its earlier decision ordered is over, and its strikes never were.
  case edited(decision: Int64)
  /// A rung or an action of a ladder was really carried out: the warning was sent, the block was set.
  case done(deed: String, case: Int64?)
  /// Somebody did something about a case.
  case handled(CaseDeed, case: Int64)
  /// The author appealed against a decision.
  case appealed(decision: Int64)
  /// The appeal was decided; where it was upheld, the strikes of the decision never were.
  case appealSettled(decision: Int64, upheld: Bool)
  /// The earlier strikes are forgiven, on one ladder or on all.
  case pardoned(ladder: String?)
  /// A mode of the playbook was switched; it stands in the ledger's own chain.
  case mode(String, isOn: Bool)
  /// The author's name and texts were erased on request, perhaps with all strikes and what was carried out.
  case erased(withStanding: Bool = false)
  /// What the playbook keeps no longer was dropped, up to an instant: texts, or events that count for nothing any more.
  case expired(Expired, before: Instant)
}

/// What a playbook keeps for a while.
public enum Expired: String, Hashable, Sendable, CaseIterable {
  case texts, events
}

/// What people do about a case.
public enum CaseDeed: Hashable, Sendable {
  /// Somebody took it over, for a team.
  case taken(team: String?)
  case replied
  case movedToPrivate
  /// A person of a team said yes to an action, or no.
  case approved(action: String, team: String)
  case refused(action: String, team: String)
  /// A later step of the plan was taken.
  case followedUp(step: String)
  /// An action that lasts was ended: the block was lifted.
  case ended(action: String)
  case resolved
}

/// What a decision said, as far as it is nobody's secret.
public struct DecidedComment: Hashable, Sendable {
  public var comment: LedgerKey
  public var thread: LedgerKey?
  /// The number of the event that opened the case; nil for the one that opens it.
  public var `case`: Int64?
  /// The instant from which deadlines count and at which a strike falls.
  public var posted: Instant
  public var channel: String?
  public var category: String?
  public var stance: Stance
  public var actions: [String]
  /// Those of the actions that count for a brake: they wait for nobody.
  public var braked: [String]
  public var escalations: [String]
  /// The anchors of the clauses that made the decision.
  public var clauses: [String]
  /// Which wording of each clause the author was given, by the clause's anchor: an index that counts from 0.
  public var said: [String: Int]
  /// What is to be done, by whom and by when.
  public var obligations: [Obligation]
  /// What the ledger knew and the caller did not say, as members of the comment's JSON: with it the decision can be made
  /// again from what the caller gave.
  public var known: JSONValue

  public init(
    comment: LedgerKey, thread: LedgerKey? = nil, case: Int64? = nil, posted: Instant,
    channel: String? = nil, category: String? = nil, stance: Stance, actions: [String] = [], braked: [String] = [],
    escalations: [String] = [], clauses: [String] = [], said: [String: Int] = [:], obligations: [Obligation] = [],
    known: JSONValue = .object([])
  ) {
    self.comment = comment
    self.thread = thread
    self.case = `case`
    self.posted = posted
    self.channel = channel
    self.category = category
    self.stance = stance
    self.actions = actions
    self.braked = braked
    self.escalations = escalations
    self.clauses = clauses
    self.said = said
    self.obligations = obligations
    self.known = known
  }
}

/// A strike that a decision brought.
public struct Strike: Hashable, Sendable {
  /// The event of the decision.
  public var decision: Int64
  public var ladder: String
  /// How many strikes it counts for.
  public var weight: Int
  /// When it fell: never before the author's latest on the ladder.
  public var at: Instant
  /// The live strikes with this one, and the rung that was ordered.
  public var strikes: Int
  public var rung: String?
  /// Whether the ladder is on trial, so that nothing was ordered.
  public var isShadow: Bool

  public init(
    decision: Int64, ladder: String, weight: Int, at: Instant, strikes: Int, rung: String?, isShadow: Bool = false
  ) {
    self.decision = decision
    self.ladder = ladder
    self.weight = weight
    self.at = at
    self.strikes = strikes
    self.rung = rung
    self.isShadow = isShadow
  }
}
