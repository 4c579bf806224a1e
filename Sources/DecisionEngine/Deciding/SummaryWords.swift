import DecisionModel

// How a summary calls actions, teams, answers and people.
extension Summary {
  /// An action as it is told to somebody: "hide it", "warn Bob", "hand it to Legal counsel".
  func phrase(_ deed: Deed) -> String {
    let within = deed.deadline.map { "within \($0.within)" }
    return [object(of: deed.action), deed.action.duration?.words, within, deed.wait?.words].compactMap { $0 }
      .joined(separator: " ")
  }

  private func object(of action: DecidedAction) -> String {
    let title = words(for: action.action)
    switch action.action {
    case "warn", "mute", "block": return "\(title) \(author)"
    case "monitor": return "watch \(author)"
    case "notify": return "\(title) \(action.to.map(teamTitle) ?? "a colleague")"
    case "escalate": return "\(title) \(action.levels.first.map { teamTitle($0.team) } ?? "a colleague")"
    default: return title
    }
  }

  func words(for action: String) -> String {
    let program = judgement.situation.program
    guard let place = judgement.situation.names.actions[action] else { return action }
    return program.actions[place].title.beginningSmall
  }

  func teamTitle(_ team: String) -> String {
    let place = judgement.situation.names.teams[team]
    return place.map { judgement.situation.program.teams[$0].title } ?? team
  }

  /// "customer care answers within 60 minutes (Put it right)", "customer care sees to it (Look for it)"
  var planAnswer: String? {
    guard let plan = judgement.plan else { return nil }
    guard plan.answers else { return (judgement.owner.map(teamTitle) ?? "somebody") + " sees to it (\(plan.title))" }
    guard let owner = judgement.owner else {
      return (plan.isOptional ? "you may answer" : "answer") + details(of: plan)
    }
    return teamTitle(owner) + (plan.isOptional ? " may answer" : " answers") + details(of: plan)
  }

  /// The same, as it follows "before": "customer care answers within 60 minutes (Put it right)", "anyone answers".
  var answerHeld: String {
    guard let plan = judgement.answeringPlan else { return "anyone answers" }
    // A team that decides about its own answer is not named twice.
    if let owner = judgement.owner, judgement.holdingTeams == [owner] { return "it answers" + details(of: plan) }
    return (judgement.owner.map(teamTitle) ?? "anyone") + " answers" + details(of: plan)
  }

  private func details(of plan: PlanRule) -> String {
    let place = judgement.answersInPrivate(plan) ? " in private" : ""
    let within = plan.within.map { " within \($0)" } ?? ""
    return "\(place)\(within) (\(plan.title))"
  }

  /// Actions in the order in which they are told: what is done to the comment first, what is kept or passed on last.
  func inOrderOfSaying(_ deeds: [Deed]) -> [Deed] {
    let kinds: [ActionKind] = [.enforce, .speak, .record, .route]
    return kinds.flatMap { kind in deeds.filter { judgement.kind(of: $0.action) == kind } }
  }
}

extension ActionDuration {
  /// "for 7 days", "for 1 day or 7 days", "until it is resolved".
  fileprivate var words: String {
    switch self {
    case .untilResolved: "until it is resolved"
    default: "for \(picked)"
    }
  }
}

extension ActionWait {
  /// "in 24 hours (unless it is edited)".
  fileprivate var words: String { "in \(length)" + (unlessEdited ? " (unless it is edited)" : "") }
}

/// "a", "a and b", "a, b and c"; nil where there is nothing.
func list(_ parts: [String], _ conjunction: String) -> String? {
  guard let last = parts.last else { return nil }
  guard parts.count > 1 else { return last }
  return "\(parts.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}

/// "first", "second", …, "13th", "21st".
func ordinal(_ number: Int) -> String {
  let words = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
  ]
  if words.indices.contains(number - 1) { return words[number - 1] }
  let isTeen = (11...13).contains(number % 100)
  let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
  return "\(number)\(ending)"
}

extension String {
  /// The text with a small first letter, unless it begins with an abbreviation.
  fileprivate var beginningSmall: String {
    guard let second = dropFirst().first, second.isLowercase || second.isWhitespace else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}

extension Situation {
  /// The author's name as a summary shows it: on one line and not too long; nil where it is not given.
  var authorName: String? {
    guard case .bytes(let bytes) = fact("author.name") else { return nil }
    let name = String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(1000)
    let words = name.split { $0.properties.isWhitespace }.map { String($0) }
    let line = words.joined(separator: " ").unicodeScalars
    guard !line.isEmpty else { return nil }
    return line.count > 40 ? "\(String(line.prefix(39)))…" : String(line)
  }
}
