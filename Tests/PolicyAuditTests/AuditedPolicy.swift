import DecisionModel
import DecisionOracle
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PolicyAudit
import Testing

/// A small policy, read and compiled, with what audits it.
struct AuditedPolicy {
  let playbook: Playbook
  let program: DecisionProgram

  init(_ text: String) throws {
    let file = InMemoryFile("p.yaml", "decorum: 1\nplaybook: small\nversion: 1.0.0\n\(text)\n")
    let analysis = try checkPlaybook("p.yaml", in: [file], judging: false)
    playbook = try #require(analysis.playbook)
    program = try compilePlaybook(analysis).program
  }

  func audit(words: [String] = [], comments: [String] = []) throws -> PolicyAudit {
    try audit(program, words: words, comments: comments)
  }

  /// The audit of the policy with its lists changed.
  func audit(_ program: DecisionProgram, words: [String] = [], comments: [String] = []) throws -> PolicyAudit {
    let innocents = Innocents(
      dictionary: words.map { Array($0.utf8) }, comments: comments.map { Array($0.utf8) }, matchedBy: program)
    return try PolicyAudit(playbook, compiledTo: program, against: innocents)
  }

  func neutrality(_ comments: [String] = [], by program: DecisionProgram? = nil) throws -> Neutrality {
    let program = program ?? self.program
    let trial = NeutralityTrial(
      program, try Oracle(program, digest: "sha256:tests"), now: Instant(seconds: 1_796_126_400))
    let lists = try audit(program).lists
    let given = comments.map { JSONValue.object([JSONMember("text", .text($0))]) }
    return trial.judge(given + NeutralityTrial.ownComments(lists))
  }

  /// A policy that hides what has a term of a list.
  static func hiding(_ list: String, _ more: String = "", examples: String = "") throws -> AuditedPolicy {
    try AuditedPolicy(
      """
      lexicons: {rude: \(list)}
      categories:
        - {category: abuse, house_rule: Be kind., when: {text.uses: rude}, do: [hide]\(examples)}
        - {category: other, when: otherwise}
      \(more)
      """)
  }
}
