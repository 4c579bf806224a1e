import Foundation
import Testing

/// `decorum decide --ndjson` as scripts and people use it.
@Suite struct StreamTests {
  private static let playbook = CommandTests.small

  /// Comments, every seventh of which asks for a refund.
  private static func comments(_ numbers: some Sequence<Int>) -> String {
    numbers.map { #"{"id":"c\#($0)","text":"\#($0 % 7 == 0 ? "refund" : "hello") \#($0)"}"# + "\n" }.joined()
  }

  private static func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    try TemporaryFolder(["p.yaml": playbook].merging(files) { $1 })
  }

  private static let decide = ["decide", "p.yaml", "--ndjson", "--now", "2026-12-01T12:00:00Z"]

  @Test func `files and pipes, one worker and many give the same bytes`() throws {
    let input = Self.comments(0..<300)
    let folder = try Self.folder(["in": input])
    let piped = try Command.run(Self.decide + ["--jobs", "1"], input: Array(input.utf8), in: folder)
    #expect(piped.lines.count == 300)
    #expect(piped.status == 0 && piped.errors.isEmpty)
    for jobs in ["1", "2", "7"] {
      let outcome = try Command.run(
        Self.decide + ["--in", "in", "--out", "out", "--jobs", jobs], in: folder)
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
      #expect(try String(contentsOf: folder.url("out"), encoding: .utf8) == piped.output)
    }
  }

  @Test func `a decision comes as soon as nothing more is at hand`() throws {
    let folder = try Self.folder()
    let running = try Command.start(Self.decide, in: folder.folder)
    for number in 0..<5 {
      try running.write(Self.comments([number]))
      #expect(running.readLine()?.contains(#""comment":"c\#(number)""#) == true)
    }
    try running.endInput()
    #expect(running.status() == 0)
  }

  @Test func `a run that is killed again and again and gone on with makes the same bytes`() throws {
    let folder = try Self.folder(["in": Self.comments(0..<200)])
    #expect(try Command.run(Self.decide + ["--in", "in", "--out", "whole"], in: folder).status == 0)
    let whole = try Data(contentsOf: folder.url("whole"))
    for (killed, count) in [(SIGKILL, 40), (SIGTERM, 90), (SIGINT, 160)] {
      let running = try Command.start(Self.decide + ["--out", "out", "--resume"], in: folder.folder)
      try running.write(Self.comments(0..<count))
      try folder.wait(for: "out") { $0.count { $0 == 0x0A } == count }
      running.kill(with: killed)
      #expect(running.status() == 128 + killed)
      #expect(running.errors.contains("--resume goes on") == (killed == SIGINT))
      // As if it had been killed within a line.
      try FileHandle(forWritingTo: folder.url("out")).truncate(atOffset: UInt64(whole.count * count / 200 - 9))
    }
    let last = try Command.run(Self.decide + ["--in", "in", "--out", "out", "--resume"], in: folder)
    #expect(last.status == 0)
    #expect(try Data(contentsOf: folder.url("out")) == whole)
    let nothingLeft = try Command.run(Self.decide + ["--in", "in", "--out", "out", "--resume"], in: folder)
    #expect(nothingLeft.status == 0)
    #expect(try Data(contentsOf: folder.url("out")) == whole)
  }

  @Test func `a run is not gone on with by another playbook, on another input or with other fields`() throws {
    let folder = try Self.folder([
      "in": Self.comments(0..<9), "other": Self.comments(1..<12),
      "q.yaml": Self.playbook.replacing("1.0.0", with: "2.0.0"),
    ])
    #expect(try Command.run(Self.decide + ["--in", "in", "--out", "out"], in: folder).status == 0)
    let written = try Data(contentsOf: folder.url("out"))
    for (arguments, sentence) in [
      (Self.decide + ["--in", "other"], "they name different comments"),
      (["decide", "q.yaml", "--ndjson", "--in", "in"], "was decided by another version of the playbook"),
      (Self.decide + ["--in", "in", "--fields", "comment"], "was written with other fields"),
    ] {
      let outcome = try Command.run(arguments + ["--out", "out", "--resume"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(sentence))
      #expect(try Data(contentsOf: folder.url("out")) == written)
    }
  }

  @Test func `bad lines are told by their numbers, and only so many of them`() throws {
    let folder = try Self.folder()
    let lines = (1...100).map { $0 % 3 == 0 ? "no JSON" : #"{"text":"hello"}"# }
    let outcome = try Command.run(Self.decide, input: Array(lines.joined(separator: "\n").utf8), in: folder.folder)
    #expect(outcome.lines.count == 100)
    #expect(outcome.status == 1)
    let errors = outcome.errors.split(separator: "\n")
    #expect(
      errors.first
        == "decorum: line 3: This line is no JSON: 1:1: Neither a value nor one of the words true, false and null.")
    #expect(errors.count == 22)
    #expect(
      errors.suffix(2) == [
        "decorum: and 13 lines more", "decorum: 33 of 100 lines could not be read; their decisions say why",
      ])
  }

  @Test func `a line that is too long gets a decision, and the next is read`() throws {
    let folder = try Self.folder([
      "in": #"{"text":"\#(String(repeating: "a", count: 4 << 20))"}"# + "\n" + Self.comments([7])
    ])
    let outcome = try Command.run(Self.decide + ["--in", "in"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.first?.contains(#""trouble":"The line is longer than 4194304 bytes.""#) == true)
    #expect(outcome.lines.last?.contains(#""category":"refund""#) == true)
  }

  @Test func `half a character escape is decided as a replacement character`() throws {
    let folder = try Self.folder()
    let input =
      #"{"id":"\ud83d","text":"refund \udc00 me"}"# + "\n" + #"{"id":"\uFFFD","text":"refund \uFFFD me"}"# + "\n"
    let outcome = try Command.run(Self.decide, input: Array(input.utf8), in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.first == outcome.lines.last)
    #expect(outcome.output.contains(#""comment":"\#u{FFFD}""#))
  }

  @Test func `a byte order mark at the beginning belongs to no line`() throws {
    let folder = try Self.folder()
    let plain = try Command.run(Self.decide, input: Array(Self.comments(0..<3).utf8), in: folder.folder)
    let marked = try Command.run(Self.decide, input: Array(("\u{FEFF}" + Self.comments(0..<3)).utf8), in: folder.folder)
    #expect(marked.output == plain.output)
    #expect(marked.status == 0)
  }

  @Test func `fields are written as they stand in the whole decision, in its order`() throws {
    let folder = try Self.folder()
    let input = Array((Self.comments([7, 8]) + "no JSON\n").utf8)
    let whole = try Command.run(Self.decide, input: input, in: folder)
    let some = try Command.run(Self.decide + ["--fields", "actions,category,comment"], input: input, in: folder)
    #expect(some.status == 1)
    #expect(
      some.lines.dropLast() == [
        #"{"comment":"c7","category":"refund","actions":[{"action":"capture"}]}"#,
        #"{"comment":"c8","category":"other"}"#,
      ])
    #expect(some.lines.last?.hasPrefix(#"{"trouble":"This line is no JSON"#) == true)
    #expect(whole.lines.first?.contains(#""category":"refund","actions":[{"action":"capture"}],"#) == true)
    let names =
      "decision,playbook,comment,summary,stance,category,also,actions,may,reply,escalations,ladders,"
      + "follow_ups,approvals,ask,because,assumed,unavailable,shadow,cut,trouble"
    let all = try Command.run(Self.decide + ["--fields", names], input: input, in: folder)
    #expect(all.output == whole.output)
  }

  @Test(
    arguments: [
      (["--fields", "comment,action"], "no decision has `action`; did you mean `actions`?"),
      (["--fields", ""], "no decision has ``."), (["--resume"], "--resume goes on with a file: give it as --out."),
      (["--jobs", "0"], "--jobs is a number from 1 to 256."),
      (["--in", "missing"], "missing: No such file or directory"),
      (["--out", "no/where"], "no/where: No such file or directory"),
      (["--in", "."], "could not be read: Is a directory"),
      (["--in", "p.yaml", "--out", "p.yaml"], "p.yaml is the input; decisions go to another file"),
      (["--plain", "--fields", "comment"], "--fields is about decisions as JSON, not --plain."),
      (["--out", "/dev/null", "--resume"], "/dev/null is no file, which could be gone on with"),
      (["--out", "/dev/full"], "/dev/full could not be written: No space left on device"),
    ] as [([String], String)])
  func `what cannot be done is said`(_ arguments: [String], _ sentence: String) throws {
    let folder = try Self.folder()
    let outcome = try Command.run(Self.decide + arguments, input: Array("{}".utf8), in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(try String(contentsOf: folder.url("p.yaml"), encoding: .utf8) == Self.playbook)
  }

  @Test(arguments: ["--in", "--out", "--fields", "--jobs"])
  func `options of streams belong to streams`(option: String) throws {
    let folder = try Self.folder()
    let outcome = try Command.run(["decide", "p.yaml", "refund", option, "1"], in: folder)
    #expect(outcome.errors.contains(option == "--fields" ? "no decision has `1`" : "\(option) belongs to --ndjson."))
    #expect(outcome.status == 2)
  }

  @Test func `where nobody reads the output, it ends quietly`() throws {
    let folder = try Self.folder()
    for signals in ["--default-signal=PIPE", "--ignore-signal=PIPE"] {
      let running = try Command.start(Self.decide, in: folder.folder, signals: [signals])
      try running.write(Self.comments([1]))
      #expect(running.readLine() != nil)
      try running.endOutput()
      try running.write(Self.comments(0..<100))
      try running.endInput()
      #expect(running.status() == 128 + SIGPIPE)
      #expect(running.errors.isEmpty)
    }
  }

  @Test func `decisions for a person come in order, too`() throws {
    let folder = try Self.folder()
    let input = Array((Self.comments(0..<50) + "\n").utf8)
    let one = try Command.run(Self.decide + ["--plain", "--jobs", "1"], input: input, in: folder)
    let many = try Command.run(Self.decide + ["--plain", "--jobs", "5"], input: input, in: folder)
    #expect(one.output == many.output)
    #expect(one.output.hasPrefix("“refund 0”\n  OBSERVE refund\n"))
    #expect(one.output.components(separatedBy: "\n\n").count == 52)
  }
}
