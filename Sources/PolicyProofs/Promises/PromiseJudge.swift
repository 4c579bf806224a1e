import DecisionEngine
import DecisionModel

/// Holds a decision to what was promised, as whoever reads the decision would: an action that is unavailable, held or
/// waiting for somebody's yes is not done.
struct PromiseJudge {
  let program: DecisionProgram
  let names: Names
  /// The channels that the playbook knows and is not used on: promises are not about them.
  private let foreign: [[UInt8]]

  init(_ program: DecisionProgram, _ names: Names) {
    self.program = program
    self.names = names
    foreign = program.foreignChannels
  }

  /// Whether promises are about a comment, wherever it stands.
  func isOurs(_ comment: Comment) -> Bool {
    guard case .words(let words) = fact("post.channel", of: comment), let word = words.first else { return true }
    return !foreign.contains(word.normal)
  }

  func keeps(_ commitment: Commitment, _ decision: Decision, about comment: Comment) -> Bool {
    switch commitment {
    case .answer(let most): isAnswered(decision, within: most, from: start(of: comment))
    case .always(let action): decision.actions.contains { $0.action.isSame(as: action) && $0.isDone }
    case .never(let action): !isOrdered(action, decision)
    case .before(let action, let first): !isOrdered(action, decision) || wasDone(first, before: comment)
    }
  }

  /// The instant from which deadlines count.
  func start(of comment: Comment) -> Instant {
    if case .instant(let posted) = fact("post.at", of: comment) { posted } else { comment.now }
  }

  private func fact(_ name: String, of comment: Comment) -> FactValue? {
    names.facts[name].flatMap { comment.facts[$0] }
  }

  private func isOrdered(_ action: String, _ decision: Decision) -> Bool {
    (decision.actions + decision.may).contains { $0.action.isSame(as: action) }
  }

  private func isAnswered(_ decision: Decision, within most: Allowance, from start: Instant) -> Bool {
    let answers = decision.actions.filter { $0.action.isAnswer && $0.isDone }
    let planned = decision.reply.flatMap { reply in
      answers.contains { $0.action.isSame(as: reply.isPrivate ? "message" : "reply") } ? reply.due : nil
    }
    guard let due = (answers.map(\.due) + [planned]).compactMap({ $0 }).min() else { return false }
    let owner = decision.reply.flatMap { names.plans[$0.plan] }.flatMap { program.plans[$0].owner }
    return due <= most.ending(from: start, of: program.hours(of: owner), in: program.zone)
  }

  private func wasDone(_ first: String, before comment: Comment) -> Bool {
    comment.histories.contains { ladder, history in
      program.ladders[ladder].rungs(showing: first).contains { history.wasDone($0.name) }
    }
  }
}

extension DecidedAction {
  /// Whether nobody has to say anything before it is done.
  fileprivate var isDone: Bool { heldBy.isEmpty && awaiting.isEmpty }
}

extension String {
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether the action of this name is an answer.
  var isAnswer: Bool { isSame(as: "reply") || isSame(as: "message") }
}

extension LadderRule {
  /// The rungs that show that something was done: the one of that name, and those that order an action of that name.
  func rungs(showing deed: String) -> [RungRule] {
    rungs.filter { rung in rung.name.isSame(as: deed) || rung.must.contains { $0.action.isSame(as: deed) } }
  }
}

extension DecisionProgram {
  /// When a team works; nobody in particular always does, but for the days on which everybody is closed.
  func hours(of team: String?) -> WorkingHours {
    let entry = team.flatMap { name in teams.first { $0.name.isSame(as: name) } }
    return entry?.hours ?? WorkingHours(holidays: holidays)
  }

  var foreignChannels: [[UInt8]] {
    channels.map(\.name).filter { name in !usedOn.contains { $0.isSame(as: name) } }.map { Array($0.utf8) }
  }
}
