import Foundation
import Testing

/// `decorum diff`, as somebody runs it before a change is merged.
@Suite("decorum diff") struct DiffCommandTests {
  private static let old = """
    decorum: "1"
    playbook: small
    version: 1.0.0
    title: Small
    categories:
      - {category: complaint, title: A complaint, when: {text.says: refund*}, do: [capture]}
      - {category: other, title: Everything else, when: otherwise, do: [let_stand]}
    """
  private static let new = old.replacing("refund*}", with: "[refund*, parcel]}").replacing("1.0.0", with: "1.1.0")

  private func diff(_ more: [String] = [], old: String = old, new: String = new) throws -> Command.Outcome {
    let folder = try TemporaryFolder(["old.yaml": old, "new.yaml": new])
    return try Command.run(["diff", "old.yaml", "new.yaml"] + more, in: folder)
  }

  @Test func `equal policies are said to be equal, with proof`() throws {
    let outcome = try diff(new: Self.old)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Every comment is decided alike: this is proved"))
  }

  @Test func `what moves is shown by a comment, and what is written otherwise by its lines`() throws {
    let outcome = try diff()
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("what was “Everything else” can now be “A complaint”\n    \"parcel\"\n"))
    #expect(outcome.output.contains("    + ") && outcome.output.contains("parcel"))
  }

  @Test func `a pull request gets a table, and a program gets data`() throws {
    let markdown = try diff(["--format", "markdown"])
    #expect(markdown.output.contains("# small 1.0.0 → small 1.1.0"))
    #expect(markdown.output.contains("| what was “Everything else” can now be “A complaint” |"))
    let data = try diff(["--format", "json"])
    #expect(data.output.contains(#""moves":[{"from":"other","to":"complaint","direction":"#))
  }

  @Test func `texts that are matched otherwise cannot be held against each other`() throws {
    let outcome = try diff(new: Self.new + "\nmatching: {accents: ignored}")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("text is matched otherwise"))
  }
}
