import AuthorLedger
import DecisionEngine
import DecisionModel

/// Conversations that go through a ledger, each at its own time.
struct ReplayedThreads {
  let ledger: Ledger
  let engine: Engine
  let channel: String

  /// Who wrote what is recorded of an answer: the one who gave it.
  private static let longestActor = 200

  /// - Returns: Of each case, whom it is for.
  func run(_ replay: ThreadReplay) throws -> [Int64: String] {
    let recorder = try Recorder(in: ledger, by: engine)
    var cases: [[UInt8]: Int64] = [:]
    var brands: [Int64: String] = [:]
    var batch = CommentBatch()
    for step in replay.steps {
      switch step {
      case .comment(let message, _, let brand):
        guard let comment = step.comment(on: channel) else { continue }
        // A clock stands still within a batch.
        if !batch.takes(message.at) { try batch.record(by: recorder, in: ledger, &cases, &brands) }
        batch.add(comment, message, brand)
      case .answer(let message, let asked):
        try batch.record(by: recorder, in: ledger, &cases, &brands)
        if let number = cases[asked] { try answer(message, in: number) }
      }
    }
    try batch.record(by: recorder, in: ledger, &cases, &brands)
    return brands
  }

  private func answer(_ message: ThreadMessage, in number: Int64) throws {
    let actor = String(decoding: message.author.prefix(Self.longestActor), as: UTF8.self)
    let text = String(decoding: message.text, as: UTF8.self)
    try ledger.record(.replied, inCase: number, PersonalAct(by: actor, at: message.at, note: text))
    if message.movesToPrivate {
      try ledger.record(.movedToPrivate, inCase: number, PersonalAct(by: actor, at: message.at))
    }
  }
}

/// Comments of one instant, which are recorded together.
private struct CommentBatch {
  private var comments: [(json: JSONValue, id: [UInt8], brand: [UInt8]?)] = []
  private var at: Instant?

  func takes(_ instant: Instant) -> Bool { at == nil || at == instant }

  mutating func add(_ json: JSONValue, _ message: ThreadMessage, _ brand: [UInt8]?) {
    comments.append((json, message.id, brand))
    at = message.at
  }

  mutating func record(
    by recorder: Recorder, in ledger: Ledger, _ cases: inout [[UInt8]: Int64], _ brands: inout [Int64: String]
  ) throws {
    guard let at else { return }
    let submissions = comments.map { comment in
      var writer = JSONWriter()
      writer.value(comment.json)
      return Submission(writer.bytes)
    }
    for (comment, recording) in zip(comments, try recorder.record(submissions, at: at)) {
      guard let number = try ledger.caseNumber(ofDecision: recording.number) else { continue }
      cases[comment.id] = number
      if brands[number] == nil { brands[number] = comment.brand.map { String(decoding: $0, as: UTF8.self) } }
    }
    (comments, self.at) = ([], nil)
  }
}
