import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookTesting
import TestSupport
import Testing

/// The smallest changes that lead a comment elsewhere, on playbooks small enough to be known by heart.
@Suite("Ways to another decision") struct WayTests {
  private static let playbook = """
    teams: {care: {hours: always}}
    modes: {crisis: {at_most: 1 day}}
    lexicons:
      insults: {terms: [idiot*, fool], except: [fool around]}
      thanks: [thank you, thanks]
      anger: {weights: {furious: 2, annoyed: 1}}
    signals:
      polite: {text.uses: thanks}
    ladders: {conduct: {forget_after: 90 days, rungs: [{rung: watch, strikes: 1, do: [monitor]}]}}
    categories:
      - {category: abuse, when: {text.uses: insults}, ladder: conduct, house_rule: Be kind.}
      - {category: repeat, when: {history.conduct: at least 2, text.links: at least 1}}
      - {category: famous, when: {all: [{author.followers: at least 10k}, {text.words: at least 3}]}}
      - {category: furious, when: {text.score: {anger: at least 3}}}
      - {category: outage, when: {mode: crisis, text.says: down}}
      - {category: late, when: {post.at: before 2026-01-01}}
      - {category: calm, when: {text.capitals: at most 20%, post.channel: x}, unless: {text.exclamations: at least 1}}
      - {category: praise, when: {signal: polite}, unless: {author.roles: staff}}
      - {category: other, when: otherwise}
    escalations:
      - {escalation: press, when: {category: praise, author.verified: yes}, to: care}
    """

  private struct Case: CustomStringConvertible {
    let comment: String
    let wanted: String
    let ways: [String]

    var description: String { "\(comment) to \(wanted)" }

    init(_ comment: String, to wanted: String, _ ways: [String]) {
      (self.comment, self.wanted, self.ways) = (comment, wanted, ways)
    }
  }

  /// The first way of each is given.
  private static let cases = [
    Case(#"{"text":"hello"}"#, to: "abuse", ["say “fool” too"]),
    Case(#"{"text":"hello"}"#, to: "other", []),
    Case(#"{"text":"thanks, you fool, you idiots"}"#, to: "praise", ["leave out “fool”, “idiots”"]),
    Case(#"{"text":"thanks, you fool"}"#, to: "other", ["leave out “fool”", "leave out “thanks”"]),
    Case(#"{"text":"do not fool around"}"#, to: "abuse", ["say “fool” too"]),
    Case(
      #"{"text":"see https://example.org/a"}"#, to: "repeat", ["make history.conduct 2"]),
    Case(#"{"text":"see"}"#, to: "repeat", ["make history.conduct 2", "say “https://example.org/page” too"]),
    Case(#"{"text":"well","author":{"followers":20000}}"#, to: "famous", ["say “well well” too"]),
    Case(#"{"text":"so very good","author":{"followers":20000}}"#, to: "other", ["make author.followers 9999"]),
    Case(#"{"text":"so annoyed"}"#, to: "furious", ["say “furious” too"]),
    Case(#"{"text":"it is down"}"#, to: "outage", ["switch the mode crisis on"]),
    Case(#"{"text":"it is down","modes":["crisis"]}"#, to: "other", ["switch the modes off"]),
    Case(#"{"text":"Good"}"#, to: "late", ["make post.at \"2025-12-31T23:59:59Z\""]),
    Case(#"{"text":"good!","channel":"x"}"#, to: "calm", ["write “good” in its place"]),
    Case(#"{"text":"Thanks","author":{"roles":["staff"]}}"#, to: "praise", ["do not give author.roles"]),
    Case(#"{"text":"Thanks"}"#, to: "press", ["make author.verified true"]),
    Case(#"{"text":"Hello"}"#, to: "press", ["make author.verified true", "say “thanks” too"]),
    Case(
      #"{"text":"thanks, fool"}"#, to: "press", ["make author.verified true", "leave out “fool”"]),
  ]

  private static func made(_ text: String) throws -> CompiledPlaybook {
    try compilePlaybook(CoverageTests.analysis(text))
  }

  @Test(arguments: cases) private func `the smallest changes are found, and no more than are needed`(_ test: Case)
    throws
  {
    let compiled = try Self.made(Self.playbook)
    let program = compiled.program
    let search = WaySearch(program, by: Decider(try compiled.engine()), now: Instant(seconds: 1_780_000_000))
    let wanted = try #require(program.clause(test.wanted))
    let comment = try JSONValue(parsing: Array(test.comment.utf8))
    let found = search.ways(from: comment, to: wanted)
    #expect(found.isComplete)
    let way = try #require(found.ways.first)
    #expect(way.changes.map(\.words) == test.ways)
    try Irreducible(compiled, from: comment, to: wanted).check(found.ways)
  }

  @Test func `where nothing leads there, none is made up`() throws {
    let compiled = try Self.made(
      """
      categories:
        - {category: all, when: {text.says: refund*}}
        - {category: none, when: {text.says: refunds}}
        - {category: many, when: {author.followers: [1, 2], post.rating: 3, post.channel: x, post.reports: 4, thread.replies: 5}}
        - {category: other, when: otherwise}
      """)
    let search = WaySearch(compiled.program, by: try compiled.oracle(), now: Instant(seconds: 1_780_000_000))
    for name in ["none", "many"] {
      let found = search.ways(
        from: .object([JSONMember("text", .text("hi"))]), to: try #require(compiled.program.clause(name)))
      #expect(found.ways.isEmpty)
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// Every example of every category of a playbook, from everywhere to everywhere.
  @Test(arguments: ["harbour-coffee", "airline", "four-components"])
  func `in a shipped playbook each way leads where it says, and needs all of its changes`(_ name: String) throws {
    let analysis = try checkPlaybook(at: PlaybookPath(Self.root.appending(path: "playbooks/\(name)").path))
    let compiled = try compilePlaybook(analysis)
    let playbook = try #require(analysis.playbook)
    let (program, decider) = (compiled.program, try Decider(compiled.engine()))
    let now = Instant(seconds: 1_780_000_000)
    let search = WaySearch(program, by: decider, now: now)
    var counts = (ways: 0, none: 0)
    let examples = playbook.categories.compactMap { $0.examples.positive.first?.comment.json }
    for (number, comment) in examples.enumerated() {
      // Each example to three other categories: all pairs would be some hundred.
      for step in [1, 2, 5] {
        let wanted = WantedClause.category((number + step) % program.categories.count)
        let found = search.ways(from: comment, to: wanted)
        if found.ways.isEmpty { counts.none += 1 } else { counts.ways += 1 }
        try Irreducible(compiled, from: comment, to: wanted).check(Array(found.ways.prefix(10)))
      }
    }
    print("\(name): \(counts.ways) found, \(counts.none) not")
    #expect(counts.ways > counts.none)
  }
}

/// Holds ways against the oracle.
private struct Irreducible {
  let oracle: Oracle
  let comment: JSONValue
  let wanted: WantedClause
  let now = Instant(seconds: 1_780_000_000)

  init(_ compiled: CompiledPlaybook, from comment: JSONValue, to wanted: WantedClause) throws {
    oracle = try compiled.oracle()
    (self.comment, self.wanted) = (comment, wanted)
  }

  func check(_ ways: [Way]) throws {
    for way in ways {
      #expect(isThere(way.comment), "\(way.changes.map(\.words))")
      #expect(comment.changed(by: way.changes) == way.comment)
      for left in way.changes.indices {
        var fewer = way.changes
        fewer.remove(at: left)
        // A text that is given whole stands for all that was done to it before.
        #expect(!isThere(comment.changed(by: fewer)) || way.changes.contains(where: \.givesText), "\(way.changes)")
      }
    }
  }

  private func isThere(_ comment: JSONValue) -> Bool {
    guard let read = try? oracle.comment(comment, now: now) else { return false }
    return wanted.isReached(by: oracle.decide(read), in: oracle.program)
  }
}

extension CommentChange {
  fileprivate var givesText: Bool {
    switch self {
    case .write, .leaveOut: true
    default: false
    }
  }
}

extension DecisionProgram {
  fileprivate func clause(_ name: String) -> WantedClause? {
    categories.firstIndex { $0.name == name }.map { .category($0) }
      ?? escalations.firstIndex { $0.name == name }.map { .escalation($0) }
  }
}
