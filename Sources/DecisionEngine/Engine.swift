public import DecisionModel

/// Decides about comments by a compiled playbook, by walking the tables of its program.
///
/// An engine has no clock, no files and no memory: all that it knows comes with the comment. Any number of threads may
/// share one; each makes a `Decider` of its own, which keeps its memory from comment to comment.
public struct Engine: CommentDecider, Sendable {
  /// The program's file.
  public let image: ProgramImage
  /// What the program orders, without its conditions and word lists.
  package let rulebook: Rulebook
  /// The phrases that are sought in disguise.
  let phraseTree: PhraseTree
  /// The playbook, its version and the digest of the program.
  public let playbook: PlaybookVersion

  /// Makes a program ready to decide.
  ///
  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  public init(_ image: ProgramImage) throws(EngineProblem) {
    self.image = image
    do {
      rulebook = try Rulebook(try DecisionProgram(rulesOf: image))
    } catch let problem as EngineProblem {
      throw problem
    } catch {
      throw EngineProblem("The program's rules cannot be read.")
    }
    try checkTables(of: image, rulebook.program)
    phraseTree = PhraseTree(image)
    let program = rulebook.program
    playbook = PlaybookVersion(name: program.playbook, version: program.version, digest: image.digest)
  }

  /// The program without its conditions and word lists: its facts, teams, ladders and all that it orders.
  public var program: DecisionProgram { rulebook.program }

  /// Decides what is to be done about a comment. Whoever decides about many makes a `Decider`.
  public func decide(_ comment: Comment) -> Decision { Decider(self).decide(comment) }

  /// Reads a comment from JSON, as `CommentDecider` says.
  public func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Comment {
    try Decider(self).comment(json, now: now)
  }
}
