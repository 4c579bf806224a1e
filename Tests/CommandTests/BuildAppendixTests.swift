import Foundation
import Testing

/// What stands at the end of the documents where somebody asks for it: the change log, and what tests have shown.
@Suite struct BuildAppendixTests {
  private static let old = """
    decorum: 1
    playbook: small
    version: 1.0.0
    lexicons: {insults: [idiot]}
    ladders: {conduct: {forget_after: 90 days, rungs: [{rung: warning, strikes: 1, do: [warn]}]}}
    categories:
      - {category: abuse, house_rule: "Be kind.", when: {text.uses: insults}, ladder: conduct, examples: ["you idiot"]}
      - {category: refund, when: {text.says: refund}, do: [capture]}
      - {category: other, when: otherwise}

    """

  private static let new = old.replacing("1.0.0", with: "1.1.0").replacing("Be kind.", with: "Be kind, <b>always</b>.")
    .replacing("refund}, do", with: "[refund, CANARY]}, do")

  private static func built(_ arguments: String...) throws -> (Command.Outcome, TemporaryFolder) {
    let folder = try TemporaryFolder(["old.yaml": old, "new.yaml": new])
    return (
      try Command.run(["build", "new.yaml", "--output", "out", "--only", "html,markdown"] + arguments, in: folder),
      folder
    )
  }

  @Test func `the change log says what is decided otherwise inside, and outside only what the house rules say`() throws
  {
    let (outcome, folder) = try Self.built("--since", "old.yaml")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let inside = try folder.text("out/small.md")
    let log = try #require(inside.split(separator: "## What has changed since version 1.0.0", maxSplits: 1).last)
    #expect(log.contains("### Comments that are decided otherwise"))
    #expect(log.contains("what was “Other” can now be “Refund”"))
    #expect(log.contains("### What the policy says") && log.contains("CANARY"))
    let outside = try folder.text("out/small.house-rules.md")
    #expect(outside.contains("## What has changed since version 1.0.0") && outside.contains("### The rules"))
    #expect(outside.contains("**No longer:**") && outside.contains("Be kind."))
    for name in ["out/small.house-rules.md", "out/small.house-rules.html"] {
      let text = try folder.text(name)
      #expect(!text.contains("CANARY") && !text.contains("refund") && !text.contains("<b>always"))
    }
    #expect(try folder.text("out/small.html").contains("id=\"changes\""))
  }

  @Test func `a version that is the same is said to be`() throws {
    let folder = try TemporaryFolder(["new.yaml": Self.new])
    _ = try Command.run(["build", "new.yaml", "--output", "out", "--since", "new.yaml"], in: folder)
    #expect(try folder.text("out/small.md").contains("Every comment is decided alike: this is proved"))
    #expect(try !folder.text("out/small.house-rules.md").contains("has changed"))
  }

  @Test func `what tests have shown stands in the internal document alone`() throws {
    let (outcome, folder) = try Self.built("--coverage")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let inside = try folder.text("out/small.md")
    let shown = try #require(inside.split(separator: "## What the tests have shown", maxSplits: 1).last)
    #expect(
      shown.contains("| Terms | 1 | 3 |") && shown.contains("`category.refund`") && shown.contains("never true"))
    #expect(try !folder.text("out/small.house-rules.md").contains("tests have shown"))
  }

  @Test func `two playbooks have no one earlier version`() throws {
    let folder = try TemporaryFolder(["old.yaml": Self.old, "new.yaml": Self.new])
    let outcome = try Command.run(
      ["build", "old.yaml", "new.yaml", "--output", "out", "--since", "old.yaml"], in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("--since is about one playbook"))
  }
}
