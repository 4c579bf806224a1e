import DecisionModel
import Foundation
import Testing

/// `decorum impact` as people and CI run it.
@Suite struct ImpactCommandTests {
  private static let policy = CommandTests.small

  private static let newPolicy = policy.replacing("1.0.0", with: "1.1.0").replacing(
    "refund}", with: "[refund, money]}")

  private static func folder(_ more: [String: String] = [:]) throws -> TemporaryFolder {
    let comments = (0..<200).map { #"{"id":"c\#($0)","text":"\#($0 % 20 == 0 ? "money" : "hello") \#($0)"}"# + "\n" }
    return try TemporaryFolder(
      ["old.yaml": policy, "new.yaml": newPolicy, "in": comments.joined()].merging(more) { $1 })
  }

  @Test func `the moves are counted, and the gate tells whether they are few enough`() throws {
    let folder = try Self.folder()
    let impact = ["impact", "old.yaml", "new.yaml", "in"]
    let outcome = try Command.run(impact, in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.lines.dropFirst().first == "200 comments, 10 decided otherwise (5 %); neither 10")
    #expect(outcome.output.contains("other → refund: 10 comments\n  capture is ordered (10)\n  [c"))
    for (most, status) in [("5%", 0), ("0.05", 0), ("4.9%", 1), ("0%", 1)] as [(String, Int32)] {
      let gated = try Command.run(impact + ["--max-moved", most], in: folder)
      #expect(gated.status == status, "\(most)")
      #expect(gated.output == outcome.output)
      #expect(gated.errors.isEmpty == (status == 0))
    }
  }

  @Test func `it is the same by one worker and by many, from a file and from standard input`() throws {
    let folder = try Self.folder()
    let impact = ["impact", "old.yaml", "new.yaml", "--format", "json"]
    let one = try Command.run(impact + ["in", "--jobs", "1"], in: folder)
    let data = try JSONValue(parsing: Array(one.output.utf8.dropLast()))
    #expect(data["moved"] == .number(10) && data["share"] == .number(0.05) && data["passes"] == .bool(true))
    #expect(data["moves"]?.array?.first?["to"]?.text == "refund")
    #expect(try Command.run(impact + ["in", "--jobs", "5"], in: folder).output == one.output)
    let input = Array(try Data(contentsOf: folder.url("in")))
    #expect(try Command.run(impact + ["-"], input: input, in: folder).output == one.output)
  }

  @Test func `a bad line is told of by its number, is not counted, and ends with 1`() throws {
    let folder = try Self.folder(["in": "{\"text\":\"hello\"}\nnonsense\n{\"text\":\"money\",\"colour\":1}\n"])
    let outcome = try Command.run(["impact", "old.yaml", "new.yaml", "in"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.lines.dropFirst().first?.hasPrefix("2 comments, 1 decided otherwise (50 %)") == true)
    #expect(outcome.errors.hasPrefix("decorum: line 2: This line is no JSON"))
    #expect(outcome.errors.contains("1 of 3 lines could not be read; they are not counted"))
    #expect(outcome.errors.contains("`colour`"))
  }

  @Test func `a comment cannot write on the terminal or into the Markdown`() throws {
    let folder = try Self.folder([
      "in": #"{"id":"\u001b[2J","text":"money \u001b[31m\u202e <img src=x onerror=alert(1)> | x\n# y"}"# + "\n"
    ])
    for format in ["text", "markdown", "json"] {
      let outcome = try Command.run(["impact", "old.yaml", "new.yaml", "in", "--format", format], in: folder)
      #expect(!outcome.output.contains("\u{1B}") && outcome.output.contains("money"))
      #expect(format == "json" || !outcome.output.contains("\u{202E}"))
      #expect(format != "markdown" || !outcome.output.contains("<img"))
    }
  }

  @Test func `policies are read as they were at a revision of git`() throws {
    let folder = try Self.folder(["sub/p/playbook.yaml": Self.policy])
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git", "-c", "user.name=Mia", "-c", "user.email=mia@example.org"] + arguments
      process.currentDirectoryURL = folder.folder
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try git("init", "--quiet")
    try git("add", ".")
    try git("commit", "--quiet", "--message", "one")
    try Data(Self.newPolicy.utf8).write(to: folder.url("sub/p/playbook.yaml"))
    try git("commit", "--quiet", "--all", "--message", "two")
    for (old, new, moved) in [
      ("HEAD~1:sub/p", "sub/p", 10), ("HEAD~1:./sub/p/playbook.yaml", "HEAD:sub/p/", 10), ("HEAD:sub/p", "sub/p", 0),
    ] {
      let outcome = try Command.run(["impact", old, new, "in"], in: folder)
      #expect(outcome.status == 0 && outcome.output.contains("200 comments, \(moved) decided otherwise"), "\(outcome)")
    }
    for (policy, sentence) in [
      ("HEAD~9:sub/p", "git knows no revision `HEAD~9` here"),
      ("HEAD:nowhere", "there is no such file in that revision"),
      ("--upload-pack=x:sub", "git knows no revision"), ("HEAD:../x", "there is no such file"),
    ] {
      let outcome = try Command.run(["impact", "--", "old.yaml", policy, "in"], in: folder)
      #expect(outcome.status == 2 && outcome.errors.contains(sentence), "\(outcome)")
    }
  }

  @Test(
    arguments: [
      ["old.yaml", "new.yaml"], ["old.yaml", "new.yaml", "in", "--ledger", "l.sqlite"],
      ["old.yaml", "new.yaml", "in", "--max-moved", "2 apples"], ["old.yaml", "new.yaml", "in", "--show", "-1"],
    ])
  func `wrong usage ends with 2`(arguments: [String]) throws {
    let folder = try Self.folder()
    #expect(try Command.run(["impact"] + arguments, in: folder.folder).status == 2)
  }

  @Test func `comments of a ledger are judged with what was known of their authors then`() throws {
    let ladder = """
      ladders:
        conduct: {forget_after: 90 days, rungs: [{rung: warning, strikes: 1, do: [warn]}, {rung: block, strikes: 3, do: [{block: {for: 7 days}}]}]}

      """
    let old = Self.policy.replacing("do: [capture]", with: "do: [hide], ladder: conduct") + ladder
    let folder = try Self.folder(["old.yaml": old, "new.yaml": old.replacing("strikes: 3", with: "strikes: 2")])
    for number in 1...3 {
      let decided = try Command.run(
        [
          "decide", "old.yaml", "refund", "--author", "mia", "--id", "c\(number)", "--ledger", "l.sqlite", "--now",
          "2026-12-0\(number)T12:00:00Z",
        ], in: folder)
      #expect(decided.status == 0, "\(decided)")
    }
    let outcome = try Command.run(["impact", "old.yaml", "new.yaml", "--ledger", "l.sqlite"], in: folder)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("3 comments, 1 decided otherwise (33.3 %); both ways 1"), "\(outcome)")
  }
}
