import DecisionModel
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

/// `decorumc`, as a build system runs it.
@Suite("decorumc") struct DecorumCompilerTests {
  private static let sound = """
    decorum: 1
    playbook: small
    categories:
      - {category: refund, title: A refund, examples: ["refund me"], when: {text.says: refund}, do: [capture]}
      - {category: other, when: otherwise}

    """

  private let compiler = Tool(Products.folder.appending(path: "decorumc").path)
  private let files: TemporaryFolder

  init() throws {
    files = try TemporaryFolder()
    for (name, text) in [
      ("sound.yaml", Self.sound), ("broken.yaml", Self.sound.replacing("text.says", with: "text.sas")),
      ("warned.yaml", Self.sound + "lexicons: {unused: [word]}\n"),
      ("twice.yaml", Self.sound.replacing("category: other", with: "category: refund")),
    ] {
      try Data(text.utf8).write(to: files.url(name))
    }
  }

  @Test(
    arguments: [
      (["sound.yaml", "out"], 0), (["warned.yaml", "out"], 0), (["broken.yaml", "out"], 1),
      (["missing.yaml", "out"], 2),
      (["sound.yaml"], 2), ([], 2), (["sound.yaml", "out", ".", "more"], 2), (["sound.yaml", "no/such/folder/out"], 2),
      (["sound.yaml", "out", "/usr"], 2),
    ] as [([String], Int32)])
  func `the exit status says how it went, and only then is there a program`(
    _ arguments: [String], _ status: Int32
  ) throws {
    let outcome = try compiler.run(arguments, in: files.folder)
    #expect(outcome.status == status, "\(outcome.output)")
    #expect(FileManager.default.fileExists(atPath: files.url("out").path) == (status == 0))
    #expect(status != 2 || outcome.output.hasPrefix("error: "), "\(outcome.output)")
  }

  @Test func `the program is the one that decorum build makes`() throws {
    #expect(try compiler.run(["sound.yaml", "out"], in: files.folder).output == "")
    let sound = try checkPlaybook(at: PlaybookPath(files.url("sound.yaml").path))
    #expect(Array(try Data(contentsOf: files.url("out"))) == (try compilePlaybook(sound)).bytes)
  }

  @Test(arguments: [
    ("broken.yaml", "broken.yaml:4:73: error: there is no condition or fact `text.sas` [unknown-condition]"),
    ("broken.yaml", "broken.yaml:4:73: note: write `text.says`"),
    ("warned.yaml", "warned.yaml:6:12: warning: nothing uses the lexicon `unused` [unused-lexicon]"),
    ("twice.yaml", "twice.yaml:4:16: note: defined here"),
  ])
  func `findings and what belongs to them stand at their places`(_ playbook: String, _ line: String) throws {
    let outcome = try compiler.run([playbook, "out"], in: files.folder)
    #expect(outcome.lines.contains { $0 == line }, "\(outcome.output)")
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("\(playbook):") }, "\(outcome.output)")
  }
}
