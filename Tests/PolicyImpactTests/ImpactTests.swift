import DecisionEngine
import DecisionModel
import PlaybookAnalysis
import PlaybookPipeline
import Testing

@testable import PolicyImpact

/// What moves where a policy changes, on policies small enough to be known by heart.
@Suite struct ImpactTests {
  static let policy = """
    decorum: 1
    playbook: small
    version: 1.0.0
    teams: {care: {title: Care}, legal: {title: Legal}}
    lexicons:
      insults: {terms: [idiot*, fool]}
    responses:
      answer: {owner: care, reply: {within: 4 hours}, steps: [{step: thank}]}
    ladders:
      conduct: {forget_after: 90 days, rungs: [{rung: warning, strikes: 1, do: [warn]}, {rung: block, strikes: 2, do: [{block: {for: 7 days}}]}]}
    categories:
      - {category: abuse, when: {text.uses: insults}, do: [hide], ladder: conduct}
      - {category: refund, when: {text.says: refund}, respond: answer}
      - {category: other, when: otherwise, do: [let_stand]}
    escalations:
      - {escalation: lawyer, when: {text.says: lawyer}, to: legal, hold_reply: true}

    """

  static let comments = [
    "you fool", "idiots all of you", "refund me", "a refund, or my lawyer calls", "hello", "my lawyer likes it",
    "what a clown", "clown, refund me",
  ]

  static func engine(_ text: String) throws -> Engine {
    let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", text)], judging: false)
    #expect(!analysis.hasErrors)
    return try compilePlaybook(analysis).engine()
  }

  static func line(_ text: String, _ more: [JSONMember] = []) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(.object([JSONMember("text", .text(text))] + more))
    return writer.bytes
  }

  static let now = Instant(seconds: 1_767_268_800)

  static func impact(_ pair: PolicyPair, _ lines: [[UInt8]], examples: Int = 2) -> Impact {
    let replay = PolicyReplay(pair, examplesKept: examples)
    for line in lines { line.withUnsafeBytes { _ = replay.judge(line: $0, now: now) } }
    return replay.impact
  }

  /// `abuse → other 2: hide is no longer ordered 2 looser`
  static func words(_ impact: Impact) -> [String] {
    impact.inOrder.map { move, count in
      let changes = count.changesInOrder.map { "\($0.change.words) \($0.count) \($0.change.direction.rawValue)" }
      return "\(move.from) → \(move.to) \(count.count): \(changes.sorted().joined(separator: "; "))"
    }
  }

  @Test(
    arguments: [
      ("version: 1.0.0", "version: 1.0.1", []),
      (
        "[idiot*, fool]", "[idiot*, fool, clown]",
        [
          "other → abuse 1: hide is ordered 1 stricter; let_stand is no longer ordered 1 neither; "
            + "observe becomes enforce 1 stricter; warn is ordered 1 stricter",
          "refund → abuse 1: hide is ordered 1 stricter; reply is no longer ordered 1 neither; "
            + "respond becomes enforce 1 stricter; warn is ordered 1 stricter",
        ]
      ),
      (
        "within: 4 hours", "within: 60 minutes", ["refund → refund 3: the answer is due sooner 3 stricter"]
      ),
      (
        "hold_reply: true", "hold_reply: false",
        [
          "refund → refund 1: hold becomes respond 1 looser; the answer waits for the word of legal no longer 1 looser"
        ]
      ),
      (
        "do: [hide], ladder", "may: [hide], ladder",
        ["abuse → abuse 2: enforce becomes respond 2 looser; hide is only allowed, no longer ordered 2 looser"]
      ),
      (
        "title: Legal}", "title: Legal, hours: Mon-Fri 09:00-17:00}", []
      ),
    ])
  func `every change moves the comments that it is about`(old: String, new: String, moves: [String]) throws {
    #expect(Self.policy.contains(old))
    let pair = PolicyPair(
      old: try Self.engine(Self.policy), new: try Self.engine(Self.policy.replacing(old, with: new)))
    let impact = Self.impact(pair, Self.comments.map { Self.line($0) })
    #expect(Self.words(impact) == moves)
    #expect(impact.comments == Self.comments.count)
  }

  @Test func `rungs are compared as the history of the author takes them`() throws {
    let new = Self.policy.replacing("rung: block, strikes: 2", with: "rung: block, strikes: 4")
      .replacing("7 days", with: "30 days")
    let pair = PolicyPair(old: try Self.engine(Self.policy), new: try Self.engine(new))
    let author = JSONMember("author", .object([JSONMember("id", .text("mia"))]))
    let lines = [0, 1, 3].map { strikes in
      Self.line(
        "you fool", [author, JSONMember("history", .object([JSONMember("conduct", .number(Double(strikes)))]))])
    }
    #expect(
      Self.words(Self.impact(pair, lines)) == [
        "abuse → abuse 2: block is no longer ordered 1 looser; block lasts 30 days, before 7 days 1 stricter; "
          + "warn is ordered 1 stricter"
      ])
  }

  @Test func `a line that cannot be read is told of and not counted`() throws {
    let replay = PolicyReplay(
      PolicyPair(old: try Self.engine(Self.policy), new: try Self.engine(Self.policy)), examplesKept: 1)
    for (line, trouble) in [("nonsense", "This line is no JSON"), (#"{"id":"a"}"#, "The comment has no `text`.")] {
      let notes = Array(line.utf8).withUnsafeBytes { replay.judge(line: $0, now: Self.now) }
      #expect(notes.trouble?.hasPrefix(trouble) == true)
    }
    #expect(replay.impact.comments == 0 && replay.impact.movedShare == 0)
  }
}
