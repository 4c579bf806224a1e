import DecisionModel

/// A decision in a few short sentences, made of the titles that the playbook gives.
struct Summary {
  let judgement: Judgement
  private let deeds: MergedDeeds
  private let decision: Decision
  let author: String

  init(_ judgement: Judgement, _ deeds: MergedDeeds, _ decision: Decision) {
    self.judgement = judgement
    self.deeds = deeds
    self.decision = decision
    author = judgement.situation.authorName ?? "the author"
  }

  var text: String {
    let (before, after) = ([orders, strike, agreement, lack, answer].compactMap { $0 }, [question].compactMap { $0 })
    let left = before.count + after.count < 4 ? [leave].compactMap { $0 } : []
    let all = before + left + after
    return all.isEmpty ? "Nothing to do." : all.map { sentence($0) }.joined(separator: " ")
  }

  private func sentence(_ words: String) -> String {
    let capitalised = words.prefix(1).uppercased() + words.dropFirst()
    return [".", "!", "?"].contains(capitalised.last) ? capitalised : capitalised + "."
  }
}

// The sentences, each nil where there is nothing to say.
extension Summary {
  /// "hide it and keep a copy": what is ordered, but for what the strike alone brings and what other sentences say.
  private var orders: String? {
    let ordered = deeds.must.filter { deed in
      deed.origins != [.ladder] && !deed.origins.contains(.plan) && !isSaidElsewhere(deed.action)
    }
    return list(inOrderOfSaying(ordered).map(phrase), "and")
  }

  /// "second strike: warn Bob"
  private var strike: String? {
    guard let standing = judgement.standing else { return nil }
    let known = standing.unknownFact == nil ? "" : " as far as we know"
    let opening = "\(ordinal(standing.strikes)) strike\(known)"
    let own = deeds.must.filter { $0.origins == [.ladder] && !isSaidElsewhere($0.action) }
    return list(inOrderOfSaying(own).map(phrase), "and").map { "\(opening): \($0)" } ?? opening
  }

  /// "if Duty manager agrees, block Bob for 90 days"
  private var agreement: String? {
    let waiting = inOrderOfSaying(deeds.must.filter { !$0.action.awaiting.isEmpty })
    guard let phrases = list(waiting.map(phrase), "and") else { return nil }
    return list(waiting.flatMap(agreements).eachOnce, "and").map { "if \($0), \(phrases)" }
  }

  /// "Duty manager or Legal counsel agrees", "2 of Duty manager and Legal counsel agree".
  private func agreements(on deed: Deed) -> [String] {
    let asked = deed.approvals.flatMap(\.teams)
    let others = deed.action.awaiting.filter { !asked.contains($0) }.map { Approval(teams: [$0]) }
    return (deed.approvals + others).compactMap { approval in
      let titles = approval.teams.map(teamTitle)
      if approval.count > 1 { return list(titles, "and").map { "\(approval.count) of \($0) agree" } }
      return list(titles, "or").map { "\($0) agrees" }
    }
  }

  /// "Instagram cannot do this: hide it; instead, report it"
  private var lack: String? {
    let cannot = decision.unavailable.map { words(for: $0.action) }
    guard let channel = judgement.situation.channel, let phrases = list(cannot, "and") else { return nil }
    return "\(channel.title) cannot do this: \(phrases)" + (channel.fallback.map { ". Instead: \($0)" } ?? "")
  }

  /// "legal counsel decides before anyone answers", "customer care answers within 60 minutes (Put it right)"
  private var answer: String? {
    let holders = judgement.holdingTeams.map(teamTitle)
    guard let held = list(holders, "and") else { return planAnswer }
    return "\(held) \(holders.count == 1 ? "decides" : "decide") before \(answerHeld)"
  }

  /// "you may mute Bob"
  private var leave: String? {
    let left = inOrderOfSaying(deeds.may.filter { !$0.origins.contains(.plan) }).map(phrase)
    let also = deeds.must.isEmpty ? "" : "also "
    return list(left, "or").map { "you may \(also)\($0)" }
  }

  /// What must be known first.
  private var question: String? {
    decision.ask.first.map { $0.question ?? "somebody must say first what `\($0.fact)` is" }
  }

  /// What waits has a sentence of its own.
  private func isSaidElsewhere(_ action: DecidedAction) -> Bool {
    !action.awaiting.isEmpty
      || action.action == "escalate" && judgement.holdingTeams.contains { $0 == action.levels.first?.team }
  }
}
