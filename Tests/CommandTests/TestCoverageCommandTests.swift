import Foundation
import Testing

/// `decorum test --coverage` and `--mutants` as people and CI run them.
@Suite struct TestCoverageCommandTests {
  private static let playbook = """
    decorum: 1
    playbook: small
    lexicons:
      insults: {terms: [idiot*, fool]}
    categories:
      - {category: abuse, when: {text.uses: insults}, examples: ["you fool"], counterexamples: ["hello"]}
      - {category: refund, when: {all: [{text.says: refund}, {case.unanswered_for: at least 4 hours}]}}
      - {category: other, when: otherwise, examples: ["thanks"]}

    """

  @Test func `coverage says what is missing, gates, and writes LCOV`() throws {
    let folder = try TemporaryFolder(["p.yaml": Self.playbook])
    let outcome = try Command.run(["test", "p.yaml", "--coverage", "--lcov", "c.info"], in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(
      outcome.output.hasSuffix(
        """
        category.refund: never true  p.yaml:7:16
          text.says: refund: never shown
          case.unanswered_for: at least 4 hours: never shown
        lexicon.insults  p.yaml:4:21
          1 term never found alone: idiot*
        shown by tests: 50 % (2 of 3 categories, 1 of 3 conditions, 1 of 2 terms)

        """), "\(outcome.output)")
    let lcov = try String(contentsOf: folder.url("c.info"), encoding: .utf8)
    #expect(lcov.hasPrefix("TN:\nSF:p.yaml\n") && lcov.hasSuffix("end_of_record\n"))
    // Of the word list: the first term never, the second once.
    #expect(lcov.contains("BRDA:4,0,0,0\nBRDA:4,1,0,1\n"), "\(lcov)")
    for (least, status) in [("50%", 0), ("0.51", 1)] as [(String, Int32)] {
      let gated = try Command.run(["test", "p.yaml", "--minimum", least], in: folder)
      #expect(gated.status == status && gated.errors.isEmpty == (status == 0), "\(gated)")
    }
  }

  @Test func `the tests that mutants are told apart by can be pasted, and pass`() throws {
    let folder = try TemporaryFolder(["p.yaml": Self.playbook])
    let outcome = try Command.run(["test", "p.yaml", "--mutants"], in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    let lines = outcome.output.split(separator: "\n").drop { $0 != "tests:" }.prefix {
      $0 == "tests:" || $0.hasPrefix("  - test") || $0.hasPrefix("    ")
    }
    #expect(lines.count > 12, "\(outcome.output)")
    try Data((Self.playbook + lines.joined(separator: "\n") + "\n").utf8).write(to: folder.url("p.yaml"))
    let pasted = try Command.run(["test", "p.yaml", "--mutants"], in: folder)
    #expect(pasted.status == 0, "\(pasted)")
    #expect(!pasted.output.contains("tests:"), "\(pasted.output)")
  }

  @Test(
    arguments: [["--minimum", "most"], ["--coverage", "--format", "junit"], ["--mutants", "--format", "junit"]])
  func `wrong usage ends with 2`(arguments: [String]) throws {
    let folder = try TemporaryFolder(["p.yaml": Self.playbook])
    #expect(try Command.run(["test", "p.yaml"] + arguments, in: folder).status == 2)
  }
}
