import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookCompiler
import PlaybookPipeline
import TestSupport
import Testing

/// What `decorum check --fix` makes of mistakes.
@Suite struct MendingTests {
  private static func playbook(_ condition: String, title: String = "title: Title") -> String {
    """
    decorum: 1
    playbook: mended
    lexicons:
      harassment: [word, "other"]
    categories:
      - category: complaint
        \(title)
        when: \(condition)
      - {category: other, when: otherwise}

    """
  }

  @Test(
    arguments: [
      (#"{author.followers: ">= 5"}"#, "{author.followers: at least 5}"),
      ("{author.followers: '>10k'}", "{author.followers: more than 10k}"),
      (#"{author.followers: "<= 10,000"}"#, #"{author.followers: "at most 10,000"}"#),
      ("{author.followers: 2..5}", "{author.followers: between 2 and 5}"),
      (#"{author.account_age: "< 3 days"}"#, "{author.account_age: less than 3 days}"),
      ("{author.followers: [2..5, '> 9']}", "{author.followers: [between 2 and 5, more than 9]}"),
      ("{author.followers: > 10}", "{author.followers: more than 10}"),
      ("{author.folowers: 10}", "{author.followers: 10}"),
      ("{text.uses: harrassment}", "{text.uses: harassment}"),
      (#"{text.uses: "harasment"}"#, "{text.uses: harassment}"),
      ("{text.says:\u{A0}word}", "{text.says: word}"),
      ("{text.says:\tword}", "{text.says: word}"),
      ("{text.says: “a word”}", #"{text.says: "a word"}"#),
      ("{text.says: wo\u{200B}rd}", "{text.says: word}"),
    ])
  func `what is certain is mended`(_ written: String, _ meant: String) throws {
    try expect(Self.playbook(written), toBecome: Self.playbook(meant))
  }

  @Test(
    arguments: [
      ("titel: Title", "title: Title"), ("exampels: [\"word\"]", "examples: [\"word\"]"),
      ("title: @handle says “hi”", "title: \"@handle says “hi”\""),
      (#"title: {{match}} was "it" "#, #"title: '{{match}} was "it"' "#),
      ("title: @it's a \\", "title: '@it''s a \\'"),
    ])
  func `keys and texts are mended`(_ written: String, _ meant: String) throws {
    let condition = "{text.uses: harassment}"
    try expect(Self.playbook(condition, title: written), toBecome: Self.playbook(condition, title: meant))
  }

  private func expect(_ text: String, toBecome meant: String) throws {
    #expect(try unmended(meant).isEmpty)
    let mending = try mend(text)
    #expect(String(decoding: mending.files.first?.after ?? [], as: UTF8.self) == meant)
    #expect(!mending.changes.isEmpty)
    #expect(mending.analysis.findings.map(\.name) == (try mend(meant)).analysis.findings.map(\.name))
  }

  @Test(
    arguments: [
      "{text.uses: harass}", "{author.followers: > 10 people}", "{author.followers: about 5}",
      "{text.says: “a}", "{author.followers: [> 10,000]}", "{text.use: harassment}", "{text.uses: arassment}",
    ])
  func `what is not certain is left as it is`(_ condition: String) throws {
    let mending = try mend(Self.playbook(condition))
    #expect(mending.files.allSatisfy { $0.before == $0.after }, "\(mending.changes)")
    #expect(mending.changes.isEmpty)
    #expect(mending.analysis.findings.isEmpty == false)
  }

  @Test(
    arguments: [
      ("uk-offer", ["us-offer"], nil), ("refund-2", ["refund-1"], nil), ("complant", ["complaint"], "complaint"),
      ("complaints", ["complaint", "compliants"], nil), ("ethical", ["unethical"], nil), ("amoral", ["moral"], nil),
      ("refnud-question", ["refund-question", "other"], "refund-question"), ("tone", ["tune"], nil),
      ("questions-refund", ["question-refunds"], nil),
    ] as [(String, [String], String?)])
  func `a name is put right only where one alone was meant`(
    _ name: String, _ known: [String], _ meant: String?
  ) throws {
    let lexicons = known.map { "  \($0): [word]\n" }.joined()
    let text = """
      decorum: 1
      playbook: names
      lexicons:
      \(lexicons)categories:
        - {category: found, when: {any: [\((known + [name]).map { "{text.uses: \($0)}" }.joined(separator: ", "))]}}
        - {category: other, when: otherwise}

      """
    #expect(try mend(text).changes.map(\.after) == (meant.map { [$0] } ?? []))
  }

  @Test func `what a fix brings to light is mended too`() throws {
    let text = Self.playbook("{author.followers: > 10}", title: "title:\u{A0}Title").replacing(
      "lexicons:", with: "lexicans:")
    let mending = try mend(text)
    #expect(Set(mending.changes.map(\.finding.description)) == ["folded-comparison", "no-break-space", "unknown-key"])
    #expect(!mending.analysis.hasErrors)
  }

  @Test(arguments: Shipped.files)
  func `a shipped playbook is left byte for byte`(file: String) throws {
    let mending = try mend(String(decoding: Shipped.bytes(of: file), as: UTF8.self))
    #expect(mending.files.allSatisfy { $0.before == $0.after })
  }

  @Test func `the standard library is never mended`() throws {
    let text = Self.playbook("{text.uses: harassment}") + "imports: [std/reply-standards]\n"
    let files = try mend(text.replacing("title:", with: "titel:")).files.map(\.path)
    #expect(files == ["playbook.yaml"])
  }

  @Test func `mistakes in random playbooks are mended to what was meant, and mending again changes nothing`() throws {
    let first = propertySeed("mended playbooks")
    var mended = 0
    for number in 0..<UInt64(100 * timesLonger) {
      var dice = Dice(seed: first &+ number)
      let text = RandomCase(&dice, comments: 0).playbook.yaml(dice.pick(PrintingStyle.all), dice.split())
      var slips = Slips(dice: dice.split())
      let written = slips.slipped(text)
      guard written != text else { continue }
      let before = try mend(text)
      let mending = try mend(written)
      let after = mending.files.first?.after ?? Array(written.utf8)
      let comment = "DECORUM_SEED=\(first &+ number): \(slips.made)\n\(written)\n\(mending.changes)"
      try #require(!mending.analysis.hasErrors, "\(comment)\n\(mending.analysis.findings.map(\.message))")
      try #require(mending.analysis.findings.allSatisfy { $0.fix == nil }, "\(comment)")
      try #require(program(mending.analysis) == program(before.analysis), "\(comment)")
      try #require(try mend(String(decoding: after, as: UTF8.self)).changes.isEmpty, "\(comment)")
      mended += mending.changes.count
    }
    print("\(mended) mistakes were mended")
    #expect(mended > 200)
  }

  @Test func `whatever the text, mending ends, is done once, and makes no error where there was none`() throws {
    let first = propertySeed("mended mutants")
    for number in 0..<UInt64(100 * timesLonger) {
      var dice = Dice(seed: first &+ number)
      var bytes = Array(RandomCase(&dice, comments: 0).playbook.yaml(dice.pick(PrintingStyle.all), dice.split()).utf8)
      for _ in 0..<dice.number(1...6) { dice.mutate(&bytes, others: [bytes]) }
      let file = InMemoryFile("playbook.yaml", bytes)
      let mending = try mendPlaybook("playbook.yaml", with: .memory([file]))
      let hadErrors = try checkPlaybook("playbook.yaml", in: [file]).hasErrors
      #expect(hadErrors || !mending.analysis.hasErrors, "DECORUM_SEED=\(first &+ number)\n\(mending.changes)")
      guard let after = mending.files.first?.after else { continue }
      let again = try mendPlaybook("playbook.yaml", with: .memory([InMemoryFile("playbook.yaml", after)]))
      #expect(again.changes.isEmpty, "DECORUM_SEED=\(first &+ number)\n\(mending.changes)\n\(again.changes)")
      if !again.changes.isEmpty { return }
    }
  }

  private func mend(_ text: String) throws -> Mending {
    try mendPlaybook("playbook.yaml", with: .memory([InMemoryFile("playbook.yaml", text)]))
  }

  /// The findings of a text that could be mended.
  private func unmended(_ text: String) throws -> [String] {
    try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", text)]).findings.filter { $0.fix != nil }
      .map(\.message)
  }

  /// The program without the places in the text, which move.
  private func program(_ analysis: Analysis) -> DecisionProgram? {
    analysis.playbook.map { compile($0) { _ in "" } }
  }
}

/// Slips as people make them, in a playbook without any; each of them can be mended with certainty.
private struct Slips {
  var dice: Dice
  private(set) var made: [String] = []

  init(dice: Dice) { self.dice = dice }

  mutating func slipped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { slipped(line: String($0)) }
      .joined(separator: "\n")
  }

  private mutating func slipped(line: String) -> String {
    guard dice.chance(25) else { return line }
    for (sort, pattern, replacement) in dice.shuffled(Slips.all) {
      guard let found = line.firstMatch(of: pattern) else { continue }
      made.append(sort)
      return line.replacingCharacters(in: found.range, with: replacement(found.output))
    }
    return line
  }

  typealias Slip = (String, Regex<Substring>, @Sendable (Substring) -> String)

  nonisolated(unsafe) private static let all: [Slip] = [
    ("sign", /: at least [0-9]+$/, { ": \">= \($0.dropFirst(": at least ".count))\"" }),
    ("sign", /: at most [0-9]+$/, { ": '<=\($0.dropFirst(": at most ".count))'" }),
    ("folded", /: more than [0-9]+$/, { ": > \($0.dropFirst(": more than ".count))" }),
    ("key", /^ *(?:- )?categories:/, { String($0).replacing("ego", with: "geo") }),
    ("key", /^ *(?:- )?examples:/, { String($0).replacing("mp", with: "pm") }),
    ("key", /^ *(?:- )?lexicons:/, { String($0).replacing("xi", with: "x") }),
    ("key", /^timezone:/, { String($0).replacing("zo", with: "zzo") }),
    ("no-break", /^ *[a-z]+:[ ]/, { $0.dropLast() + "\u{A0}" }),
    ("tab", /^ *[a-z]+:[ ]/, { $0.dropLast() + "\t" }),
    ("invisible", /^ *category/, { $0 + "\u{200B}" }),
  ]
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
