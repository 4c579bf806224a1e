import AuthorLedger
import DecisionEngine
import DecisionModel
import DecisionOracle
import ReplyReview

/// An answer that was sent, held to what the case was waiting for when it was.
struct SentReply {
  private let draft: Draft
  private let reviewer: Reviewer
  /// Whether those who hold the answer let it go.
  private let isReleased: Bool

  /// Nil where the ledger does not have the program by which the case was decided.
  init?(_ text: String, in file: CaseFile, _ desk: CaseDesk) throws {
    let waiting = file.duties.last { $0.isOpen && $0.plan != nil }
    let asked = try waiting.flatMap { duty in try ledgerWork { try desk.ledger.remade(duty.decision) } }
    guard let playbook = asked?.engine.playbook ?? file.playbook,
      let program = try ledgerWork({ try desk.ledger.wholeProgram(of: playbook) })
    else { return nil }
    reviewer = try Reviewer(try Oracle(program, digest: playbook.digest))
    isReleased = waiting?.heldBy.isEmpty ?? true
    // Of a comment that was erased only the plan is known. Where nothing waits for an answer, one that is given all the
    // same is held to the standards of all answers.
    var draft = Draft(text: Array(text.utf8), plan: asked == nil ? waiting?.plan : nil, comment: asked?.comment)
    draft.channel = file.channel
    draft.earlier = try desk.answers(inCase: file.number)
    self.draft = draft
  }

  var review: Review {
    var review = reviewer.review(draft)
    if isReleased { review.findings.removeAll { $0.kind == .held } }
    return review
  }

  /// What a person reads of the review.
  func report(_ review: Review) -> ReviewReport {
    ReviewReport(review, of: draft, by: reviewer.program, colours: Terminal.output.hasColours)
  }
}

extension CaseDuty {
  /// The plan by which an answer is wanted.
  fileprivate var plan: String? { if case .reply(let plan) = obligation.duty { plan } else { nil } }
}

extension CaseDesk {
  /// What was answered in a case before, as far as it is still there.
  fileprivate func answers(inCase number: Int64) throws -> [[UInt8]] {
    try ledgerWork {
      try ledger.events(ofCase: number).compactMap { event in
        guard case .handled(.replied, _) = event.happening else { return nil }
        return try ledger.note(ofEvent: event.number)
      }
    }
  }
}
