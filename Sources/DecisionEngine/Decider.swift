public import DecisionModel

/// Decides about one comment after another; one for each thread. After some comments it needs no new memory.
public final class Decider: CommentDecider {
  public let engine: Engine
  private var judge: Judge

  public init(_ engine: Engine) {
    self.engine = engine
    judge = Judge(engine.image, engine.rulebook)
  }

  /// The playbook, its version and the digest of the program.
  public var playbook: PlaybookVersion { engine.playbook }

  /// Decides what is to be done about a comment. The same comment always gets the same decision.
  public func decide(_ comment: Comment) -> Decision {
    judge.decide(comment, by: engine.playbook)
  }

  /// Reads a comment from JSON, as `CommentDecider` says.
  public func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Comment {
    var reader = CommentReader(engine.rulebook, now: now) { self.judge.factSearcher.reader.normalForm(of: $0) }
    return try reader.read(json)
  }
}

extension Judge {
  mutating func decide(_ comment: Comment, by playbook: PlaybookVersion) -> Decision {
    give(comment)
    return comment.text.withUnsafeBufferPointer { text in
      // An empty text has no address.
      let start = text.baseAddress ?? UnsafePointer(searcher.reader.folded.base)
      begin(start, text.count)
      let wasCut = searcher.reader.wasCut
      let readText = wasCut ? searcher.reader.wholeText() : comment.text
      let situation = Situation(comment, in: rulebook, wasCut: wasCut, readText: readText)
      self.situation = situation
      let decision = Judgement(situation, holding()).decision(by: playbook)
      self.situation = nil
      return decision
    }
  }
}

extension TextReader {
  /// The text as far as it was read, in UTF-8.
  mutating func wholeText() -> [UInt8] {
    if !isReadWhole { readWhole() }
    return excerpt(0..<scalars.count)
  }
}
