import Foundation
import Testing

/// `--format` as a person and a CI job give it.
@Suite("Formats") struct FormatTests {
  private static let warned = """
    decorum: 1
    playbook: warned
    lexicons: {unused: [word]}
    categories: [{category: other, when: otherwise, examples: ["a"]}]

    """

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["warned.yaml": Self.warned, "bad.yaml": Self.warned.replacing("when:", with: "wen:")])
  }

  @Test func `several formats at once go to files and to the output, and say the same`() throws {
    let folder = try folder()
    let outcome = try Command.run(
      [
        "check", "warned.yaml", "bad.yaml", "--format", "sarif:out.sarif", "--format", "github", "--format",
        "junit:out.xml", "--format", "json:out.json", "--format", "gitlab:out.gitlab", "--format", "human:out.txt",
      ], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("::") })
    let json = try #require(try self.json(folder.url("out.json")) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let names = findings.compactMap { $0["name"] as? String }
    #expect(names.count == outcome.lines.count && names.contains("unused-lexicon"))
    #expect((try self.json(folder.url("out.gitlab")) as? [[String: Any]])?.count == names.count)
    let sarif = try #require(try self.json(folder.url("out.sarif")) as? [String: Any])
    #expect(((sarif["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.count == names.count)
    let human = try String(contentsOf: folder.url("out.txt"), encoding: .utf8)
    #expect(names.allSatisfy { human.contains("[\($0)]: ") })
    #expect(try String(contentsOf: folder.url("out.xml"), encoding: .utf8).contains("unused-lexicon at 3:12"))
  }

  private func json(_ file: URL) throws -> Any { try JSONSerialization.jsonObject(with: Data(contentsOf: file)) }

  @Test(
    arguments: [
      (["--format", "sarif"], 0), (["--format", "json", "--deny", "warnings"], 1),
      (["--format", "human", "--format", "github"], 0), (["--format", "gitlab:out"], 0),
      (["--format", "nonsense"], 2), (["--format", "sarif:"], 2), (["--format"], 2),
      (["--format", "json", "--format", "sarif"], 2), (["--format", "json", "--format", "human"], 2),
      (["--format", "github", "--format", "github"], 2), (["--format", "json:out", "--format", "sarif:out"], 2),
      (["--format", "sarif:no/such/folder/out"], 2), (["--format", "sarif:."], 2),
    ] as [([String], Int32)])
  func `the exit status says how it went`(_ options: [String], _ status: Int32) throws {
    let folder = try folder()
    let outcome = try Command.run(["check", "warned.yaml"] + options, in: folder)
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
  }

  @Test func `a file that cannot be written is named`() throws {
    let folder = try folder()
    let outcome = try Command.run(["check", "warned.yaml", "--format", "json:no/out"], in: folder)
    #expect(outcome.errors == "decorum: no/out could not be written\n")
  }

  @Test func `the results of tests are written for CI too`() throws {
    let folder = try folder()
    let arguments = ["test", "warned.yaml", "--format", "human", "--format", "junit:tests.xml"]
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("warned: 1 passed"))
    let xml = try String(contentsOf: folder.url("tests.xml"), encoding: .utf8)
    #expect(xml.contains(#"<testsuite name="warned" tests="1" failures="0" errors="0">"#))
    #expect(try Command.run(["test", "warned.yaml", "--format", "sarif"], in: folder).status == 2)
  }

  @Test func `help names the formats`() throws {
    let help = try Command.run(["check", "--help"]).output
    for name in ["human", "json", "sarif", "github", "gitlab", "junit"] { #expect(help.contains(name)) }
  }
}
