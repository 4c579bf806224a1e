import DecisionModel
import Foundation
import Testing

/// `decorum audit` as people and CI run it.
@Suite struct AuditCommandTests {
  private static let policy = """
    decorum: 1
    playbook: small
    version: 1.0.0
    lexicons: {rude: [dirty muslims, moron, scunth*]}
    categories:
      - {category: abuse, house_rule: Be kind., examples: ["you moron"], when: {text.uses: rude}, do: [hide]}
      - {category: other, when: otherwise}

    """

  /// Without the dictionary that the machine may have.
  private static func audit(_ arguments: [String], _ files: [String: String] = [:]) throws -> Command.Outcome {
    let folder = try TemporaryFolder(["p.yaml": policy, "words": "moron\nmoronic\nmoronize\n"].merging(files) { $1 })
    return try Command.run(["audit", "p.yaml", "--words", "words"] + arguments, in: folder)
  }

  @Test func `three parts are told, each with what mends it`() throws {
    let outcome = try Self.audit([])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.output.contains("Neutrality: 6 swaps change the decision, of "))
    #expect(outcome.output.contains("category.abuse, by lexicon.rude: 6 swaps  p.yaml:6:"))
    #expect(outcome.output.contains("category abuse becomes other"))
    #expect(outcome.output.contains("mend: write `disguises: yes`, then "))
    #expect(outcome.output.contains("“scunth*” is found in Scunthorpe"))
    #expect(
      outcome.output.contains("mend: add to `except`: scunthorpe, moron in argentina, then 0 are caught, before 2"))
  }

  @Test(
    arguments: [
      (["--max-changed", "0%"], 1), (["--max-changed", "5%"], 0), (["--max-escaped", "10%"], 1),
      (["--max-escaped", "1"], 0), (["--max-caught", "0%"], 1), (["--max-caught", "1%"], 0),
      (["--only", "evasion", "--max-caught", "1%"], 1),
      (["--max-caught", "much"], 2), (["--only", "all"], 2), (["--show", "-1"], 2), (["--harmless", "a=b"], 2),
      (["--comments", "in", "--harmless", "a"], 2), (["--comments", "missing"], 2), (["--words", "missing"], 2),
    ] as [([String], Int32)])
  func `gates and wrong usage end the command`(_ arguments: [String], _ status: Int32) throws {
    let outcome = try Self.audit(arguments, ["in": "{\"text\":\"hello\"}\n"])
    #expect(outcome.status == status && outcome.errors.isEmpty == (status == 0), "\(outcome)")
  }

  @Test func `it is one line of JSON for other programs, with all that was tried`() throws {
    let outcome = try Self.audit(["--format", "json", "--max-escaped", "10%"])
    let data = try JSONValue(parsing: Array(outcome.output.utf8.dropLast()))
    #expect(outcome.lines.count == 1 && data["passes"] == .bool(false))
    let list = try #require(data["evasion"]?["lists"]?.array?.first)
    #expect(list["list"]?.text == "lexicon.rude" && list["guards"] == .bool(true))
    #expect(list["mendings"]?.array?.first?["changes"]?.array?.first?["disguises"] == .bool(true))
    #expect(data["neutrality"]?["causes"]?.array?.first?["clause"]?.text == "category.abuse")
    let only = try Self.audit(["--format", "json", "--only", "collateral"])
    let part = try JSONValue(parsing: Array(only.output.utf8.dropLast()))
    #expect(part["neutrality"] == nil && part["evasion"] == nil && part["collateral"]?["caught"] == .number(2))
  }

  @Test func `harmless comments are those with the label, and a bad line is told by its number`() throws {
    let lines = """
      {"text":"A moron wrote the manual","label":"fine"}
      {"text":"You moron","label":"bad"}
      nonsense
      {"text":"Fatima from your desk helped me","label":"fine"}

      """
    let outcome = try Self.audit(
      ["--comments", "in", "--harmless", "label=fine,good", "--only", "collateral"], ["in": lines])
    #expect(outcome.status == 1 && outcome.errors == "decorum: in, line 3: it is no comment with a text\n")
    #expect(outcome.output.contains("2 harmless comments"))
    #expect(outcome.output.contains("“moron” is found in Moron in Argentina, “moron” of a comment"))
  }

  @Test func `a comment cannot write on the terminal or into the Markdown`() throws {
    let line = #"{"text":"dirty muslims \u001b[31m\u202e <img src=x onerror=alert(1)> | x\n# y","label":"fine"}"# + "\n"
    for format in ["text", "markdown", "json"] {
      let outcome = try Self.audit(
        ["--comments", "in", "--harmless", "label=fine", "--format", format, "--show", "100"], ["in": line])
      #expect(outcome.status == 0 && outcome.output.contains("onerror"), "\(outcome)")
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(format == "json" || !outcome.output.contains("\u{202E}"))
      #expect(format != "markdown" || !outcome.output.contains("<img"))
    }
  }
}
