import CommentText
public import DecisionEngine
public import DecisionModel

/// Decides about comments by a compiled playbook. It walks the conditions as they stand, one by one: short and
/// obvious, so that faster engines can be held against it.
///
/// An oracle has no clock, no files and no memory: all that it knows comes with the comment.
public struct Oracle: Sendable {
  /// The whole program; what is prepared of it is what decisions need.
  public let program: DecisionProgram
  let prepared: PreparedProgram
  /// The playbook, its version and the digest of the program.
  public let playbook: PlaybookVersion

  /// Makes a program ready to decide.
  ///
  /// - Parameter digest: The digest of the program with the name of the method, `sha256:…`, which decisions carry.
  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  public init(_ program: DecisionProgram, digest: String) throws(EngineProblem) {
    self.program = program
    prepared = try PreparedProgram(program.withoutSignsOfReviews)
    playbook = PlaybookVersion(name: program.playbook, version: program.version, digest: digest)
  }

  /// Decides what is to be done about a comment. The same comment always gets the same decision.
  public func decide(_ comment: Comment) -> Decision { judgement(of: comment).decision(by: playbook) }

  func judgement(of comment: Comment) -> Judgement { Examined(ReadComment(comment, in: prepared)).judgement }
}

extension Oracle: CommentDecider {
  /// Reads a comment from JSON, as `CommentDecider` says.
  public func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Comment {
    let matching = prepared.program.textMatching
    var reader = CommentReader(prepared.rulebook, now: now) { normalised($0, matching) }
    return try reader.read(json)
  }
}
