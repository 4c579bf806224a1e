import Foundation
import Testing

/// What a person and a script see of the command: output, errors and exit status.
@Suite("Command") struct CommandTests {
  static let small = """
    decorum: 1
    playbook: small
    version: 1.0.0
    categories:
      - {category: refund, title: A refund, examples: ["refund me"], when: {text.says: refund}, do: [capture]}
      - {category: other, when: otherwise}

    """

  @Test(
    arguments: [
      (["--version"], 0), (["--help"], 0), (["check", "good.yaml"], 0), (["test", "good.yaml"], 0),
      (["explain", "unknown-key"], 0), (["schema", "decision"], 0), (["decide", "good.yaml", "refund"], 0),
      (["check", "bad.yaml"], 1), (["check", "good.yaml", "bad.yaml"], 1), (["check", "no-playbook.yaml"], 1),
      (["check", "warned.yaml"], 0), (["check", "warned.yaml", "--deny", "warnings"], 1),
      (["check", "accepted.yaml", "--deny", "warnings", "--today", "2026-12-01"], 0),
      (["check", "accepted.yaml", "--deny", "warnings", "--today", "2026-12-02"], 1),
      (["check", "good.yaml", "--today", "tomorrow"], 2), (["test", "untested.yaml"], 1),
      (["decide", "bad.yaml", "refund"], 1), (["build", "bad.yaml", "--output", "out"], 1),
      (["check", "missing.yaml"], 2), (["check"], 2), (["chek", "good.yaml"], 2),
      (["check", "--wrong", "good.yaml"], 2),
      (["decide", "good.yaml"], 2), (["decide", "good.yaml", "x", "--fact", "nonsense=1"], 2),
      (["decide", "good.yaml", "x", "--now", "noon"], 2), (["explain", "nothing"], 2), (["schema", "nothing"], 2),
      (["reference"], 0), (["reference", "category"], 0), (["reference", "nothing"], 2),
      (["reference", "--fill", "missing.md"], 2),
      (["build", "good.yaml", "--output", "good.yaml/out"], 2), (["decide", "good.decorum", "x"], 2),
    ] as [([String], Int32)])
  func `the exit status says how it went`(_ arguments: [String], _ status: Int32) throws {
    let folder = try TemporaryFolder([
      "good.yaml": Self.small, "bad.yaml": Self.small.replacing("text.says", with: "text.sas"),
      "warned.yaml": Self.small + "lexicons: {unused: [word]}\n", "no-playbook.yaml": "- a list\n",
      "accepted.yaml": Self.small
        + "lexicons: {unused: {terms: [word], accept: [{finding: unused-lexicon, why: x, until: 2026-12-01}]}}\n",
      "untested.yaml": "decorum: 1\nplaybook: untested\ncategories: [{category: other, when: otherwise}]\n",
    ])
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    #expect((outcome.status == 0) || !(outcome.output + outcome.errors).isEmpty)
  }

  @Test func `a misspelt subcommand names the one that was meant`() throws {
    #expect(try Command.run(["chek", "x"]).errors.contains("Did you mean `decorum check`?"))
  }

  @Test func `findings are printed with the line, the caret and the closing lines`() throws {
    let folder = try TemporaryFolder(["bad.yaml": Self.small.replacing("text.says", with: "text.sas")])
    let outcome = try Command.run(["check", "bad.yaml"], in: folder)
    #expect(
      outcome.output.contains("error[unknown-condition]: there is no condition or fact `text.sas`\n --> bad.yaml:5:"))
    #expect(outcome.output.contains("help: write `text.says`"))
    #expect(outcome.output.contains("1 error in 1 playbook (1 file, 6 lines, "))
    #expect(outcome.output.hasSuffix("more on each: decorum explain unknown-condition\n"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `a decision for a person marks what was found and says why`() throws {
    let folder = try TemporaryFolder(["good.yaml": Self.small])
    let outcome = try Command.run(["decide", "good.yaml", "A refund, please", "--explain"], in: folder)
    #expect(outcome.output.contains("  A [refund], please\n"))
    #expect(outcome.output.contains("category.refund  section 3.1, good.yaml:5:5"))
    #expect(outcome.output.contains("“refund” is `refund`"))
    #expect(outcome.output.contains("true text.says: refund"))
  }

  @Test func `hostile text is shown and not obeyed`() throws {
    let folder = try TemporaryFolder(["good.yaml": Self.small])
    let outcome = try Command.run(
      ["decide", "good.yaml", "refund \u{1B}[31m\u{202E}x\n::error::boo"], in: folder)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.output.contains("\u{202E}"))
    #expect(!outcome.lines.contains { $0.hasPrefix("::") })
  }

  @Test func `a stream has as many lines out as in, and bad ones are held`() throws {
    let folder = try TemporaryFolder(["good.yaml": Self.small])
    let input =
      "{\"id\":\"1\",\"text\":\"refund\",\"shoe\":1}\n{\"id\":\n\n{\"text\":\"\\ud800\",\"shoe\":2}\r\n{\"text\":\"last\"}"
    let outcome = try Command.run(["decide", "good.yaml", "--ndjson"], input: Array(input.utf8), in: folder)
    let decisions = try outcome.lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(decisions.map { $0["stance"] as? String } == ["observe", "hold", "hold", "observe", "observe"])
    #expect(decisions.map { $0["trouble"] != nil } == [false, true, true, false, false])
    #expect(decisions.map { $0["category"] as? String } == ["refund", nil, nil, "other", "other"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("2 of 5 lines could not be read"))
    #expect(outcome.errors.components(separatedBy: "`shoe`").count == 2)
  }

  @Test func `a program decides as its playbook does`() throws {
    let folder = try TemporaryFolder(["good.yaml": Self.small])
    #expect(try Command.run(["build", "good.yaml", "--output", "out"], in: folder).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url("out").path).sorted()
    #expect(names.contains("small.decorum"))
    let arguments = ["A refund", "--json", "--now", "2026-01-01T00:00:00Z"]
    let fromPlaybook = try Command.run(["decide", "good.yaml"] + arguments, in: folder)
    let fromProgram = try Command.run(["decide", "out/small.decorum"] + arguments, in: folder)
    #expect(fromPlaybook.output == fromProgram.output)
    #expect(fromProgram.output.hasPrefix("{\"decision\":1,"))
  }

  @Test func `what is no program is refused with a sentence`() throws {
    let folder = try TemporaryFolder([
      "empty.decorum": "", "older.decorum": #"{"format":3}"#, "short.decorum": "DECORUM\n",
    ])
    for name in ["empty.decorum", "older.decorum"] {
      #expect(try Command.run(["decide", name, "x"], in: folder).errors.contains("is no program"))
    }
    #expect(try Command.run(["decide", "short.decorum", "x"], in: folder).errors.contains("build it again"))
    #expect(try Command.run(["decide", "missing.decorum", "x"], in: folder).errors.contains("no such file"))
  }

  @Test func `init writes a playbook that passes, and never writes over one`() throws {
    let folder = try TemporaryFolder()
    #expect(try Command.run(["init", "our-policy"], in: folder).status == 0)
    #expect(try Command.run(["check", "our-policy", "--deny", "warnings"], in: folder).status == 0)
    #expect(try Command.run(["test", "our-policy"], in: folder).status == 0)
    #expect(try Command.run(["init", "our-policy"], in: folder).status == 2)
  }

  @Test func `no file is read from outside the root`() throws {
    let folder = try TemporaryFolder([
      "in/playbook.yaml": Self.small + "imports: [../out]\n", "out.yaml": "teams: {care: {title: Care}}\n",
    ])
    #expect(try Command.run(["check", "in"], in: folder).output.contains("error[outside-path]"))
    #expect(try Command.run(["check", "in", "--root", "."], in: folder).status == 0)
    try FileManager.default.createSymbolicLink(
      at: folder.url("in/out.yaml"), withDestinationURL: folder.url("out.yaml"))
    try Data((Self.small + "imports: [out]\n").utf8).write(to: folder.url("in/playbook.yaml"))
    #expect(try Command.run(["check", "in"], in: folder).output.contains("error[outside-path]"))
  }

  @Test func `evaluate prints the table, the agreement and the mistakes, and holds its gates`() throws {
    let comments = [
      ("refund me", "money"), ("no refund", "money"), ("hello", "small talk"), ("money back", "money"),
      ("refund joke", "small talk"),
    ]
    .map { #"{"text":"\#($0)","label":"\#($1)"}"# + "\n" }.joined()
    let folder = try TemporaryFolder(["good.yaml": Self.small, "labelled.ndjson": comments])
    let arguments = ["evaluate", "good.yaml", "labelled.ndjson", "--expect", "refund=money"]
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.output.contains("refund against the label money: precision 0.667, recall 0.667, F1 0.667"))
    #expect(outcome.output.contains("[small talk] refund joke"))
    #expect(outcome.output.contains("[other] money back"))
    #expect(outcome.status == 0)
    #expect(try Command.run(arguments + ["--least-precision", "0.7"], in: folder).status == 1)
    #expect(try Command.run(arguments + ["--least-recall", "0.66"], in: folder).status == 0)
    #expect(
      try Command.run(["evaluate", "good.yaml", "labelled.ndjson", "--expect", "money=money"], in: folder).status
        == 2)
  }

  @Test(arguments: ["playbook", "comment", "decision"])
  func `a schema is JSON that names its dialect`(_ subject: String) throws {
    let output = try Command.run(["schema", subject]).output
    let schema = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((schema["properties"] as? [String: Any])?.isEmpty == false)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completion scripts`(_ shell: String) throws {
    #expect(try Command.run(["--generate-completion-script", shell]).output.contains("evaluate"))
  }
}
