import Foundation
import Testing

private let playbook = "playbooks/harbour-coffee"

/// Cases as people work with them: decided into a ledger of their own, then taken, answered and reported.
@Suite("decorum case, due and report") struct CaseCommandTests {
  /// A ledger of two complaints by Sam in one thread, at ten and five past, London time.
  private static func ledger() throws -> (folder: TemporaryFolder, ledger: [String]) {
    let messages = [("c-1", "10:00", "null"), ("c-2", "10:05", "\"c-1\"")].map { id, at, parent in
      """
      {"id":"\(id)","text":"My order is two weeks late and I want my money back!!!","author":"Sam\\u001b[2J",\
      "inbound":true,"created":"2026-12-01T\(at):00Z","in_reply_to":\(parent)}

      """
    }
    let folder = try TemporaryFolder(["m.ndjson": messages.joined()])
    let ledger = ["--ledger", folder.url("l.sqlite").path]
    let outcome = try Command.run(
      ["replay-threads", playbook, folder.url("m.ndjson").path, "--channel", "facebook"] + ledger)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (folder, ledger)
  }

  private func due(_ ledger: [String], at time: String, _ more: [String] = []) throws -> Command.Outcome {
    try Command.run(["due", "--now", "2026-12-01T\(time):00Z"] + more + ledger)
  }

  @Test func `what is due is overdue when its time is over, and gone when it is answered`() throws {
    let (folder, ledger) = try Self.ledger()
    defer { withExtendedLifetime(folder) {} }
    let inTime = try due(ledger, at: "10:10")
    #expect(inTime.status == 0)
    #expect(inTime.output.contains("answer by service-recovery"))
    let late = try due(ledger, at: "11:30", ["--zone", "Asia/Tokyo"])
    #expect(late.status == 1)
    #expect(late.output.contains("20:30 (Asia/Tokyo)"))
    #expect(late.output.contains("overdue"))
    #expect(!late.output.contains("\u{1B}"), "a name of others moves no cursor")
    let replied = try Command.run(
      ["case", "replied", "1", "--by", "Ana", "--text", "-", "--now", "2026-12-01T10:30:00Z"] + ledger,
      input: Array("We are on it.".utf8))
    #expect(replied.status == 1, "\(replied.errors)")
    #expect(replied.output.hasPrefix("case 1  answered  2 comments"))
    #expect(replied.output.contains("DOES NOT PASS") && replied.output.contains("✗ apologise"), "\(replied.output)")
    #expect(try due(ledger, at: "11:30").output.contains("answer by") == false)
    let shown = try Command.run(["case", "show", "1", "--now", "2026-12-01T10:40:00Z"] + ledger)
    #expect(shown.output.contains("answered by Ana") && shown.output.contains("“We are on it.”"))
    #expect(shown.output.contains("in time"))
  }

  @Test func `an answer that keeps to the plan is recorded without a word, and one that does not with --anyway`() throws
  {
    let (folder, ledger) = try Self.ledger()
    defer { withExtendedLifetime(folder) {} }
    func reply(_ text: String, _ more: [String] = []) throws -> Command.Outcome {
      try Command.run(["case", "replied", "1", "--text", text, "--now", "2026-12-01T10:30:00Z"] + more + ledger)
    }
    let whole = try reply(
      """
      Hello Sam, thank you for telling us. We would be just as cross, and we are so sorry that your order is late. We will \
      refund you today. Please send us a message with your order number. Is there anything else we can do for you?
      """)
    #expect(whole.status == 0 && !whole.output.contains("PASS"), "\(whole.output)")
    // Nothing waits for an answer now: what is written all the same is held to the standards of every answer.
    #expect(try reply("And a nice day!").status == 0)
    let broken = try Self.ledger()
    let anyway = try Command.run(
      ["case", "replied", "1", "--text", "No.", "--anyway", "--now", "2026-12-01T10:30:00Z"] + broken.ledger)
    #expect(anyway.status == 0 && anyway.output.contains("DOES NOT PASS"), "\(anyway.output)")
    let shown = try Command.run(["case", "show", "1", "--now", "2026-12-01T10:40:00Z"] + broken.ledger)
    #expect(shown.output.contains("“No.”"))
  }

  @Test func `closed cases are listed by themselves, and with the others`() throws {
    let (folder, ledger) = try Self.ledger()
    defer { withExtendedLifetime(folder) {} }
    func list(_ which: [String]) throws -> Command.Outcome {
      try Command.run(["case", "list", "--now", "2026-12-01T10:40:00Z"] + which + ledger)
    }
    #expect(try list(["--closed"]).output == "No case is closed.\n")
    for deed in [["replied"], ["resolved"]] {
      _ = try Command.run(["case"] + deed + ["1", "--now", "2026-12-01T10:30:00Z"] + ledger)
    }
    let waiting = try list([])
    let closed = try list(["--closed"])
    #expect(waiting.output.hasPrefix("case 1") != closed.output.hasPrefix("case 1  resolved"))
    #expect(try list(["--all"]).output.hasPrefix("case 1  resolved  2 comments"))
    #expect(try list(["--all", "--closed"]).status == 2)
  }

  @Test func `the report says what was answered in time, in every form`() throws {
    let (folder, ledger) = try Self.ledger()
    _ = try Command.run(["case", "replied", "1", "--by", "Ana", "--now", "2026-12-01T11:02:00Z"] + ledger)
    let files = ["r.csv", "r.json", "r.html", "r.txt"].map { folder.url($0).path }
    let outcome = try Command.run(["report", "--to", "2026-12-02"] + files.flatMap { ["--out", $0] } + ledger)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0].contains("category,complaint,2,2,1,1,0,0,0,0.500,1,3720,3720\r\n"))
    #expect(texts[1].contains(#""share_in_time":0.5"#))
    #expect(texts[2].contains("50 % of 2") && texts[2].contains("<svg role=\"img\""))
    #expect(!texts[2].contains("src=\"http") && !texts[2].contains("href=\"http"))
    #expect(texts[3].contains("50 %"))
  }

  @Test func `a list as data has a line for each case`() throws {
    let (folder, ledger) = try Self.ledger()
    defer { withExtendedLifetime(folder) {} }
    let list = try Command.run(["case", "list", "--json", "--now", "2026-12-01T10:10:00Z"] + ledger)
    #expect(list.lines.count == 1)
    #expect(list.output.hasPrefix(#"{"case":1,"author":1,"state":"open","comments":2,"category":"complaint","#))
    #expect(try due(ledger, at: "10:10", ["--json"]).output.hasPrefix(#"{"now":"2026-12-01T10:10:00Z","overdue":0,"#))
  }

  @Test(arguments: [
    (["case", "show", "7"], "there is no case 7"),
    (["case", "approve", "1", "--action", "blok", "--team", "duty"], "nothing of case 1 waits for that"),
    (["case", "followed-up", "1", "--step", "nothing"], "nothing of case 1 waits for that"),
    (["due", "--zone", "Mars/Base"], "is no time zone"), (["due", "--now", "soon"], "`soon` is no time"),
    (["report", "--out", "x.pdf"], "has no ending of a report"),
    (["due", "--watch", "--json"], "--watch is for people"),
  ]) func `what cannot be meant is refused in a sentence`(_ arguments: [String], _ sentence: String) throws {
    let (folder, ledger) = try Self.ledger()
    defer { withExtendedLifetime(folder) {} }
    let outcome = try Command.run(arguments + ledger)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test func `without a ledger it is asked for`() throws {
    let outcome = try Command.run(["due"])
    #expect(outcome.status == 2 && outcome.errors.contains("DECORUM_LEDGER"))
  }

  @Test func `what is due stays on the screen until somebody ends it`() throws {
    let (folder, ledger) = try Self.ledger()
    defer { withExtendedLifetime(folder) {} }
    let watching = try Command.start(["due", "--watch"] + ledger, in: folder.folder)
    while let line = watching.readLine(), !line.contains("answer by") {}
    watching.kill(with: SIGINT)
    while let line = watching.readLine() { #expect(!line.contains("\u{1B}")) }
    #expect(watching.status() == 0)
  }

  @Test func `conversations are replayed, and each brand has its figures`() throws {
    func message(_ id: String, _ author: String, _ inbound: Bool, _ at: String, _ parent: String?) -> String {
      """
      {"id":"\(id)","text":"@Delta I want my money back","author":"\(author)","inbound":\(inbound),\
      "created":"2017-10-31T\(at):00+00:00","in_reply_to":\(parent.map { "\"\($0)\"" } ?? "null")}

      """
    }
    let folder = try TemporaryFolder([
      "m.ndjson": message("b", "Delta", false, "10:30", "a") + message("a", "1", true, "10:00", nil)
        + message("c", "2", true, "12:00", nil) + message("d", "Delta", false, "12:00", "gone")
    ])
    let outcome = try Command.run(
      ["replay-threads", playbook, folder.url("m.ndjson").path, "--format", "csv", "--now", "2017-11-01"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("brand,Delta,2,2,1,0,1,0,0,0.500,1,1800,1800\r\n"))
    #expect(outcome.errors.contains("1 answers to messages that are not there"))
  }
}
