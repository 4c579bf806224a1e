import DecisionEngine
public import DecisionModel

/// Judges comments by two policies, and counts what moves; one for each thread.
///
/// Both engines say first which clauses hold, without making a decision. Only where these differ, or order something
/// else, are both decisions made and held side by side.
public final class PolicyReplay {
  /// The clauses that hold are all that is asked of most comments.
  private static let clauses = DecisionFields([.category, .escalations])
  /// So many pairs of answers are remembered; then all are forgotten.
  private static let mostRemembered = 1 << 14

  /// What was counted since it was last taken.
  public private(set) var impact: Impact

  private let pair: PolicyPair
  private let (old, new): (Decider, Decider)
  private let (oldLines, newLines): (DecisionLines, DecisionLines)
  private let examplesKept: Int
  private var answer: [UInt8] = []
  /// Whether the answers of both about a comment leave nothing to compare.
  private var remembered: [[UInt8]: Bool] = [:]

  /// - Parameter examplesKept: How many examples of each move are kept.
  public init(_ pair: PolicyPair, examplesKept: Int) {
    self.pair = pair
    self.examplesKept = examplesKept
    (old, new) = (Decider(pair.old), Decider(pair.new))
    oldLines = DecisionLines(pair.old, Self.clauses)
    newLines = DecisionLines(pair.new, Self.clauses)
    impact = Impact(examplesKept: examplesKept)
  }

  /// Gives what was counted, and begins anew.
  public func takeImpact() -> Impact {
    defer { impact = Impact(examplesKept: examplesKept) }
    return impact
  }

  /// What is to be told of a line.
  public struct Notes: Sendable {
    /// Why it could not be judged by both; then it is not counted.
    public let trouble: String?
    /// The keys that neither policy knows.
    public let unknownKeys: [String]
  }

  /// Judges one comment, a line of JSON.
  ///
  /// - Parameters:
  ///   - line: Stays where it is until this returns.
  ///   - now: The instant of the decision where the comment has none.
  public func judge(line: UnsafeRawBufferPointer, now: Instant) -> Notes {
    answer.removeAll(keepingCapacity: true)
    let before = oldLines.decide(line: line, now: { now }, into: &answer)
    let end = answer.count
    let after = newLines.decide(line: line, now: { now }, into: &answer)
    let keys = before.unknownKeys.filter { key in after.unknownKeys.contains { $0.utf8.elementsEqual(key.utf8) } }
    if let trouble = before.trouble ?? after.trouble { return Notes(trouble: trouble, unknownKeys: keys) }
    if answersLeaveNothing(splitAt: end) {
      impact.addUnmoved()
    } else if let (before, after) = comments(in: line, now) {
      judge(before, after)
    }
    return Notes(trouble: nil, unknownKeys: keys)
  }

  /// The comment as each policy reads it. Both have read it before, so that there is one.
  private func comments(in line: UnsafeRawBufferPointer, _ now: Instant) -> (Comment, Comment)? {
    guard let json = try? JSONValue(parsing: Array(line)), let before = try? old.comment(json, now: now),
      let after = try? new.comment(json, now: now)
    else { return nil }
    return (before, after)
  }

  /// Judges one comment that each policy has read.
  public func judge(_ comment: Comment, _ sameComment: Comment) {
    let (before, after) = (old.decide(comment), new.decide(sameComment))
    let move = CategoryMove(from: before.category ?? "none", to: after.category ?? "none")
    let changes = ComparedDecisions(before, after, pair.kinds, in: pair.new.program.zone).changes
    if move.isWithinCategory && changes.isEmpty { return impact.addUnmoved() }
    impact.add(move, changes, MovedComment(comment, before: before, now: after, changes: changes))
  }

  private func answersLeaveNothing(splitAt end: Int) -> Bool {
    if let known = remembered[answer] { return known }
    let (before, after) = (HoldingClauses(answer[..<end]), HoldingClauses(answer[end...]))
    let leavesNothing =
      before != nil && before == after && before.map { pair.shared.hold($0.category, $0.escalations) } == true
    if remembered.count == Self.mostRemembered { remembered.removeAll() }
    remembered[answer] = leavesNothing
    return leavesNothing
  }
}

/// The clauses that hold of a comment, as an engine wrote them.
private struct HoldingClauses: Equatable {
  let category: String
  let escalations: [String]

  init?(_ answer: ArraySlice<UInt8>) {
    guard let json = try? JSONValue(parsing: Array(answer)), let category = json["category"]?.text else { return nil }
    self.category = category
    escalations = json["escalations"]?.array?.compactMap(\.text) ?? []
  }
}
