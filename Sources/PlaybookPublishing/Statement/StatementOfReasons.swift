public import DecisionModel
public import PlaybookModel

/// What a person is told whose comment or account is restricted: Article 17 of Regulation (EU) 2022/2065 (DSA).
///
/// It is made of what a playbook publishes and of the person's own words. The names of lists, teams, facts and clauses,
/// and whatever else is internal, have no place in it.
public struct StatementOfReasons: Sendable {
  /// Who decided, as the law asks for it.
  public enum Decider: Sendable {
    /// A program alone.
    case program
    /// A person, on what a program found.
    case personWithProgram
  }

  /// Something that is done to the comment or to its author.
  struct Restriction {
    let action: String
    /// "removed your comment"
    let words: String
    /// When it ends; nil for what stays.
    let end: Instant?
    /// Where it ends with an event and not with a time.
    let untilResolved: Bool
  }

  /// How the author can object.
  struct Objection {
    let contact: String?
    /// The last instant, where it can be told now, or the time in words.
    let until: Instant?
    let within: Allowance?
    let answeredWithin: Allowance?
  }

  /// The identity of the comment, as the platform names it.
  let comment: [UInt8]
  let decided: Instant
  let posted: Instant?
  let decider: Decider
  /// The house rule, and which one it is, from 1.
  let rule: (text: String, number: Int)
  let rulesTitle: String
  let restrictions: [Restriction]
  /// The author's own words in which the rule was found broken.
  let words: [[UInt8]]
  let objection: Objection
  let zone: ZoneTable
}

/// Why there is no statement: a sentence for whoever asked for one.
public struct StatementProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

extension StatementOfReasons {
  /// The statement about a decision.
  ///
  /// - Parameters:
  ///   - decision: in its canonical form, read.
  ///   - playbook: by which it was made: the same version.
  ///   - decided: when what it orders was done.
  ///   - posted: when the comment was written, where that is known.
  ///   - decider: who decided.
  /// - Throws: `StatementProblem` where nothing is restricted, where somebody must still say yes, and where the rule was
  ///   never published.
  public init(
    of decision: JSONValue, by playbook: Playbook, decided: Instant, posted: Instant? = nil, decider: Decider
  ) throws(StatementProblem) {
    let ordered = decision["actions"]?.array ?? []
    let enforcing = ordered.filter { Restriction.isOne($0, declared: playbook.actions) }
    guard !enforcing.isEmpty else {
      throw StatementProblem("the decision restricts nothing: there is nothing to state")
    }
    if decider == .program, enforcing.contains(where: \.isWaiting) {
      throw StatementProblem(
        "the decision waits for a person: state it with --decided-by person once somebody said yes")
    }
    (rulesTitle, rule) = try Self.rule(of: decision, in: playbook)
    restrictions = enforcing.map { Restriction($0, in: decision, declared: playbook.actions) }
    words = Self.words(of: decision)
    objection = Objection(decision, playbook, decided)
    comment = decision["comment"]?.string ?? []
    (self.decided, self.posted, self.decider, zone) = (decided, posted, decider, playbook.zone)
  }

  private static func rule(
    of decision: JSONValue, in playbook: Playbook
  ) throws(StatementProblem) -> (String, (text: String, number: Int)) {
    let published = playbook.activeCategories.filter { $0.houseRule != nil }
    let name = decision["category"]?.string ?? []
    guard let place = published.firstIndex(where: { $0.definition.name.utf8.elementsEqual(name) }),
      let text = published[place].houseRule
    else {
      throw StatementProblem(
        "the category `\(String(decoding: name, as: UTF8.self))` has no `house_rule`: nobody can be told of a rule that is "
          + "not published")
    }
    return (playbook.houseRules?.title ?? "House rules", (text, place + 1))
  }

  /// What stands in the comment itself, by the category's clause: each once, in the order of the text.
  private static func words(of decision: JSONValue) -> [[UInt8]] {
    let reasons = (decision["because"]?.array ?? []).filter {
      $0["clause"]?.string?.starts(with: "category.".utf8) ?? false
    }
    return reasons.flatMap { $0["found"]?.array ?? [] }.compactMap { $0["text"]?.string }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension StatementOfReasons.Restriction {
  fileprivate static func isOne(_ action: JSONValue, declared: [ActionDefinition]) -> Bool {
    guard let definition = definition(of: action, declared) else { return false }
    // What is reported to a platform is restricted by nobody yet.
    return definition.kind == .enforce && definition.name != "report"
  }

  private static func definition(of action: JSONValue, _ declared: [ActionDefinition]) -> ActionDefinition? {
    (ActionDefinition.builtIn + declared).first { $0.name.utf8.elementsEqual(action["action"]?.string ?? []) }
  }

  fileprivate init(_ action: JSONValue, in decision: JSONValue, declared: [ActionDefinition]) {
    let definition = Self.definition(of: action, declared)
    self.action = definition?.isBuiltIn == true ? definition?.name ?? "" : ""
    words =
      switch self.action {
      case "hide": "hidden your comment"
      case "mute": "muted you"
      case "remove": "removed your comment"
      case "lock": "locked the thread"
      case "block": "blocked you"
      default: "done this: \(definition?.title ?? "")"
      }
    let name = action["action"]?.string
    let end = decision["follow_ups"]?.array?.first { $0["end_of"]?.string == name }
    self.end = end?["due"]?.string.flatMap { Instant($0) }
    untilResolved = end?["until"] != nil || action["for"]?.string?.elementsEqual("until resolved".utf8) ?? false
  }
}

extension StatementOfReasons.Objection {
  fileprivate init(_ decision: JSONValue, _ playbook: Playbook, _ decided: Instant) {
    let appeal = (decision["ladders"]?.array ?? []).lazy.compactMap { standing in
      playbook.ladders.first { $0.definition.name.utf8.elementsEqual(standing["ladder"]?.string ?? []) }?
        .rungs.first { $0.definition.name.utf8.elementsEqual(standing["rung"]?.string ?? []) }?.appeal
    }.first
    contact = playbook.houseRules?.contact
    within = appeal?.within
    answeredWithin = appeal?.answeredWithin
    until = appeal?.within.flatMap { $0.isWorkingTime ? nil : $0.length.ending(from: decided, in: playbook.zone) }
  }
}

extension JSONValue {
  /// Whether an action is not done before somebody says so.
  fileprivate var isWaiting: Bool { self["awaiting"] != nil || self["held_by"] != nil }
}
