import CommentText
import DecisionEngine
public import DecisionModel
import DecisionOracle

/// A sequence of events on a ladder as a playbook's tests tell it; the engine has judged each of its comments.
public struct LadderStory: Sendable {
  /// An item of `tests:`, on one line.
  public let text: String
  /// The decision about each comment, in the order of the story.
  public let decisions: [Decision]

  /// The two authors of a story; where there is one, the first.
  public static let authors = ["ann", "bob"]
}

/// Tells scripts as stories.
struct LadderTeller {
  let ground: LadderGround
  let program: DecisionProgram
  /// Made when the first story is told.
  fileprivate private(set) var oracle: Oracle?
  /// By offence, a comment of the kind; nil where none was found.
  fileprivate private(set) var comments: [Int: Witness?] = [:]

  init(_ ground: LadderGround, _ proofs: PolicyProofs) {
    self.ground = ground
    program = proofs.program
  }

  /// The seconds between two moments, as many as there is room for. Two days, so that what is written again within a day
  /// does not become spam by that.
  private static let gaps: [Int64] = [2 * 86_400, 86_400, 3600, 60, 1]

  /// - Parameter witness: finds a comment of a kind.
  /// - Returns: Nil where the engine decides otherwise than the script has it: then conditions ask for more than how often
  ///   an author was struck.
  mutating func story(_ title: String, _ script: LadderScript, witness: (Offence) -> Witness?) -> LadderStory? {
    if oracle == nil { oracle = try? Oracle(program, digest: "sha256:proofs") }
    for moment in script.moments {
      for case (_, .comment(let offence, _)) in moment.acts where comments[offence] == nil {
        comments[offence] = .some(witness(ground.offences[offence]))
      }
    }
    let start = program.provedNoon
    for gap in Self.gaps {
      guard let instants = script.instants(from: start, gap: gap, in: program.zone) else { continue }
      var telling = Telling(self)
      if telling.tell(script, at: instants) {
        let steps = telling.steps.joined(separator: ", ")
        return LadderStory(text: "- {story: \(title), steps: [\(steps)]}", decisions: telling.decisions)
      }
    }
    return nil
  }
}

/// One story while it is told: it keeps each author's history by the fold that ledgers and stories of tests keep.
private struct Telling {
  private let teller: LadderTeller
  private var authors: [Author] = [Author(), Author()]
  private(set) var steps: [String] = []
  private(set) var decisions: [Decision] = []
  /// The comments that must have names.
  private var named: Set<String> = []

  private struct Author {
    var records: [String: LadderRecord] = [:]
    var strikes: [Int64] = []
    var comments: [Instant] = []
    var texts: [[UInt8]: [Instant]] = [:]
  }

  init(_ teller: LadderTeller) { self.teller = teller }

  private var ladder: LadderRule { teller.ground.ladder }

  /// How a story calls the comment that brought a strike, counted from 1.
  private func name(ofStrike number: Int, of life: Int) -> String { "\(LadderStory.authors[life])-\(number)" }

  /// - Returns: Whether everything comes out as the script has it.
  mutating func tell(_ script: LadderScript, at instants: [Instant]) -> Bool {
    let last = script.moments.count - 1
    for (life, act) in script.moments.flatMap(\.acts) {
      if case .appeal(let number?) = act { named.insert(name(ofStrike: number, of: life)) }
    }
    for (place, moment) in script.moments.enumerated() {
      for (life, act) in moment.acts {
        guard tell(act, of: life, at: instants[place], isLast: place == last) else { return false }
      }
    }
    return true
  }

  private mutating func tell(_ act: LadderScript.Act, of life: Int, at: Instant, isLast: Bool) -> Bool {
    let who = "{at: \(at), by: \(LadderStory.authors[life]), "
    switch act {
    case .comment(let offence, let outcome):
      let called = name(ofStrike: authors[life].strikes.count + 1, of: life)
      guard let (text, decision) = decide(offence, outcome, of: life, at: at) else { return false }
      var written = text
      if named.contains(called) {
        written =
          written.hasPrefix("{") ? "{id: \(called), \(written.dropFirst())" : "{id: \(called), text: \(written)}"
      }
      steps.append(who + "comment: \(written), expect: \(expectation(decision, isLast: isLast))}")
    case .done(let rung):
      let name = ladder.rungs[rung].name
      for rung in ladder.rungs(carriedOutBy: name, ordered: authors[life].records[ladder.name]?.rung) {
        authors[life].records[ladder.name, default: .init()].carryOut(rung, at: at)
      }
      steps.append(who + "done: \(name)}")
    case .appeal(let number):
      let strike =
        number.map { authors[life].strikes[$0 - 1] } ?? authors[life].records[ladder.name]?.strikes.last?.decision
      guard let strike else { return false }
      authors[life].records[ladder.name]?.takeBack(decision: strike)
      let against = number.map { ", against: \(name(ofStrike: $0, of: life))" } ?? ""
      steps.append(who + "event: appeal_upheld, ladder: \(ladder.name)\(against)}")
    case .pardon:
      authors[life].records[ladder.name]?.pardon()
      steps.append(who + "event: pardon, ladder: \(ladder.name)}")
    }
    return true
  }

  /// The comment as it is written, and the decision; nil where that is not what the script has.
  private mutating func decide(
    _ offence: Int, _ outcome: LadderGround.Outcome, of life: Int, at: Instant
  ) -> (written: String, decision: Decision)? {
    guard let oracle = teller.oracle, let witness = teller.comments[offence] ?? nil else { return nil }
    let program = teller.program
    var comment = witness.comment
    comment.now = at
    // A test's comment says something.
    if comment.text.isEmpty { comment.text = Array("Well".utf8) }
    for (place, fact) in program.facts.enumerated() where ["author.id", "post.at"].contains(fact.name) {
      comment.facts[place] = nil
    }
    let mine = program.ladders.firstIndex { $0.name == ladder.name }
    if let mine { comment.histories[mine] = nil }
    let written = Witness(comment: comment, decision: witness.decision, isTimed: false).written(in: program)
    for (place, fact) in program.facts.enumerated() {
      if fact.name == "author.id" { comment.facts[place] = .bytes(Array(LadderStory.authors[life].utf8)) }
      if fact.name == "post.at" { comment.facts[place] = .instant(at) }
    }
    for (place, rule) in program.ladders.enumerated() where comment.histories[place] == nil {
      let record = authors[life].records[rule.name] ?? LadderRecord()
      comment.histories[place] = record.history(at: at, on: rule, in: program.zone)
    }
    let text = normalised(comment.text, program.textMatching)
    comment.earlier.merge([.comments: authors[life].comments, .sameText: authors[life].texts[text] ?? []]) { one, _ in
      one
    }
    let decision = oracle.decide(comment)
    remember(decision, text, of: life, comment, at: at)
    let standing = (decision.ladders + decision.shadowLadders).first { $0.ladder == ladder.name }
    let isAsTold =
      decision.category == program.categories[outcome.category].name
      && standing?.rung == outcome.rung.map { ladder.rungs[$0].name }
    return isAsTold ? (written, decision) : nil
  }

  private mutating func remember(_ decision: Decision, _ text: [UInt8], of life: Int, _ comment: Comment, at: Instant) {
    let number = Int64(decisions.count + 1)
    decisions.append(decision)
    authors[life].comments.append(at)
    authors[life].texts[text, default: []].append(at)
    for standing in decision.ladders + decision.shadowLadders {
      let place = teller.program.ladders.firstIndex { $0.name == standing.ladder }
      let weight = standing.strikes - (place.flatMap { comment.histories[$0]?.strikes } ?? 0)
      authors[life].records[standing.ladder, default: .init()].strike(
        by: number, weight: weight, rung: standing.rung, at: at)
      if standing.ladder == ladder.name { authors[life].strikes.append(number) }
    }
  }

  private func expectation(_ decision: Decision, isLast: Bool) -> String {
    var parts: [String] = []
    if ladder.isShadow {
      parts.append("shadow: \(set(decision.shadow.map(\.place.anchor)))")
    } else if let standing = decision.ladders.first(where: { $0.ladder == ladder.name }) {
      parts.append("ladders: {\(ladder.name): \(standing.rung ?? "none")}")
    } else if let category = decision.category {
      parts.append("category: \(category)")
    }
    if isLast { parts.append("actions: \(set(decision.actions.map(\.action)))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func set(_ names: [String]) -> String { names.isEmpty ? "none" : "[\(names.joined(separator: ", "))]" }
}
