import DecisionModel
import PolicyImpact

/// What a replay came to: by which policies, of how many comments, and whether few enough moved.
struct ImpactReport {
  let impact: Impact
  let old: PlaybookVersion
  let new: PlaybookVersion
  /// The lines, or decisions of a ledger, that could not be judged.
  let unreadable: Int
  /// The largest share that may move, from 0 to 1.
  let mostMoved: Double?

  /// Of no comment at all nothing is shown.
  var passes: Bool { mostMoved.map { impact.comments > 0 && impact.movedShare <= $0 } ?? true }

  /// Why it does not pass.
  var failure: String? {
    guard let mostMoved, !passes else { return nil }
    if impact.comments == 0 { return "--max-moved cannot be held against no comment at all" }
    return
      "\(shareText(impact.movedShare)) of the comments are decided otherwise; --max-moved allows \(shareText(mostMoved))"
  }
}

extension CategoryMove {
  var words: String { isWithinCategory ? "\(from), otherwise" : "\(from) → \(to)" }
}

extension MoveDirection {
  var words: String {
    switch self {
    case .stricter: "stricter"
    case .looser: "looser"
    case .both: "both ways"
    case .neither: "neither"
    }
  }
}
