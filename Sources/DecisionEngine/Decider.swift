public import DecisionModel

/// Decides about one comment after another; one for each thread. After some comments it needs no new memory.
public final class Decider: CommentDecider {
  public let engine: Engine
  /// Behind a pointer, since a property of a class is guarded at every access.
  let judging: UnsafeMutablePointer<Judge>
  /// The facts of comments that come whole.
  private let sheet: FactSheet

  public init(_ engine: Engine) {
    self.engine = engine
    judging = .allocate(capacity: 1)
    sheet = FactSheet(engine)
    judging.initialize(to: Judge(engine, sheet))
  }

  deinit {
    judging.deinitialize(count: 1)
    judging.deallocate()
  }

  /// The playbook, its version and the digest of the program.
  public var playbook: PlaybookVersion { engine.playbook }

  /// Decides what is to be done about a comment. The same comment always gets the same decision.
  public func decide(_ comment: Comment) -> Decision {
    judging.pointee.fill(sheet, with: comment)
    return judging.pointee.decide(comment, sheet, by: engine.playbook)
  }

  /// Reads a comment from JSON, as `CommentDecider` says.
  public func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Comment {
    var reader = CommentReader(engine.rulebook, now: now) {
      self.judging.pointee.factSearcher.pointee.reader.pointee.normalForm(of: $0)
    }
    return try reader.read(json)
  }

  /// The facts of a comment, to be decided by as often as one likes.
  public func sheet(of comment: Comment) -> FactSheet {
    let sheet = FactSheet(engine)
    judging.pointee.fill(sheet, with: comment)
    return sheet
  }

  /// Decides about a text with facts that stand in memory, and says only which clauses hold: nothing is allocated and
  /// nothing is put into words.
  ///
  /// - Returns: The verdict, which holds until the next comment.
  @inline(__always)
  public func verdict(on text: [UInt8], with facts: FactSheet) -> Verdict {
    text.withUnsafeBufferPointer { verdict(on: $0, with: facts) }
  }

  /// Decides about a text in UTF-8, as `verdict(on:with:)` says.
  public func verdict(on text: UnsafeBufferPointer<UInt8>, with facts: FactSheet) -> Verdict {
    judging.pointee.verdict(text, facts)
  }
}

/// Which clauses of a program hold of a comment, by their places in the program.
public struct Verdict {
  /// The category: a place among the program's `categories`.
  public let category: Int
  /// The escalations that hold: places among the program's `escalations`, in order.
  public let escalations: UnsafeBufferPointer<Int32>
}

extension Judge {
  mutating func verdict(_ text: UnsafeBufferPointer<UInt8>, _ sheet: FactSheet) -> Verdict {
    begin(text, sheet)
    wake(conditions.categoryWakes, conditions.categories)
    let category = firstCategory()
    ask(category: category, .doesNotApply)
    findEscalations()
    return Verdict(category: category, escalations: escalations.elements)
  }

  mutating func decide(_ comment: Comment, _ sheet: FactSheet, by playbook: PlaybookVersion) -> Decision {
    comment.text.withUnsafeBufferPointer { text in
      begin(text, sheet)
      let wasCut = searcher.pointee.reader.pointee.wasCut
      let readText = wasCut ? searcher.pointee.reader.pointee.wholeText() : comment.text
      let situation = Situation(comment, in: rulebook, wasCut: wasCut, readText: readText)
      sheet.situation = situation
      let decision = Judgement(situation, holding()).decision(by: playbook)
      sheet.situation = nil
      return decision
    }
  }

  /// Begins with a text; an empty one may have no address.
  private mutating func begin(_ text: UnsafeBufferPointer<UInt8>, _ sheet: FactSheet) {
    begin(text.baseAddress ?? UnsafePointer(searcher.pointee.reader.pointee.folded.base), text.count, sheet)
  }
}

extension TextReader {
  /// The text as far as it was read, in UTF-8.
  mutating func wholeText() -> [UInt8] {
    if !isReadWhole { readWhole() }
    return excerpt(0..<scalars.count)
  }
}
