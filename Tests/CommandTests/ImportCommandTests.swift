import Foundation
import Testing

/// `decorum import automoderator`, as a moderator runs it.
@Suite("Import command") struct ImportCommandTests {
  private static let rules = """
    # Spoilers
    title: spoiler
    action: remove
    comment: You said {{match}}.
    ---
    title: nothing
    """

  @Test func `the playbook is written, and passes the check`() throws {
    let folder = try TemporaryFolder(["config.yaml": Self.rules])
    let outcome = try Command.run(["import", "automoderator", "config.yaml", "--output", "ours"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.last == "2 rules: 0 whole, 1 in part, 1 not at all")
    #expect(outcome.output.contains("config.yaml:4:1: note[blank-placeholder]: `{{match}}` is a blank"))
    #expect(outcome.output.contains("config.yaml:6:1: warning[idle-rule]: this rule has no action"))
    #expect(outcome.output.contains("Wrote ours/playbook.yaml."))
    #expect(try Command.run(["check", "ours", "--deny", "warnings"], in: folder).status == 0)
    let decided = try Command.run(
      ["decide", "ours", "x", "--fact", "reddit.type=submission", "--fact", "reddit.title=A spoiler"],
      in: folder)
    #expect(decided.output.contains("category.spoilers"))
  }

  @Test func `a playbook that is there is left as it is`() throws {
    let folder = try TemporaryFolder(["config.yaml": Self.rules, "playbook.yaml": "mine"])
    let outcome = try Command.run(["import", "automoderator", "config.yaml", "--output", "."], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("playbook.yaml is there already, and is left as it is"))
    #expect(try String(contentsOf: folder.url("playbook.yaml"), encoding: .utf8) == "mine")
  }

  @Test func `without a folder the playbook is the output, and the report stands beside it`() throws {
    let folder = try TemporaryFolder(["config.yaml": Self.rules])
    let outcome = try Command.run(["import", "automoderator", "config.yaml", "--name", "Our Place"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\nplaybook: our-place\n"))
    #expect(outcome.errors.hasSuffix("2 rules: 0 whole, 1 in part, 1 not at all\n"))
  }

  @Test func `a program is told in JSON`() throws {
    let folder = try TemporaryFolder(["config.yaml": Self.rules])
    let outcome = try Command.run(["import", "automoderator", "config.yaml", "--format", "json"], in: folder)
    let json = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((json["rules"] as? [[String: Any]])?.compactMap { $0["outcome"] as? String } == ["in part", "not at all"])
    #expect((json["findings"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [4, 6])
    #expect((json["playbook"] as? String)?.contains("category: spoilers") == true)
  }

  @Test(
    arguments: [
      (["import", "automoderator", "missing.yaml"], 2), (["import", "automoderator", "."], 2),
      (["import", "automoderator", "nothing.yaml"], 1), (["import", "automoderator"], 2),
      (["import", "automoderator", "config.yaml", "--exact"], 0),
      (["import", "automoderator", "config.yaml", "--format", "xml"], 2),
      (["import", "automoderator", "config.yaml", "--output", "config.yaml/x"], 2),
    ] as [([String], Int32)])
  func `the exit status says how it went`(_ arguments: [String], _ status: Int32) throws {
    let folder = try TemporaryFolder(["config.yaml": Self.rules, "nothing.yaml": "# nothing\n---\ntitle: x\n"])
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
  }
}
