import DecisionEngine
import DecisionModel
import Foundation
import PlaybookPipeline
import Testing

/// A package that embeds the engine, and one whose playbooks are compiled as it is built.
@Suite("Packages that embed Decorum", .serialized) struct ConsumerTests {
  @Test(.timeLimit(.minutes(10)))
  func `who embeds the engine checks out nothing, and builds neither Foundation nor YAML`() throws {
    let consumer = try Consumer("Desk")
    let build = try consumer.build("desk")
    try #require(build.status == 0, "\(build.output)")
    #expect(consumer.checkouts == [])
    #expect(!FileManager.default.fileExists(atPath: consumer.url("Package.resolved").path))
    #expect(try consumer.modules(of: "desk") == ["CChecksum", "CTextMasks", "DecisionModel", "DecisionEngine", "desk"])
    let needed = try Tool("ldd").run([consumer.built("desk").path])
    #expect(needed.output.contains("libswiftCore"))
    for absent in ["Foundation", "yaml", "Crypto", "crypto"] { #expect(!needed.output.contains(absent)) }

    let path = Repository.url("playbooks/harbour-coffee").path
    let compiled = try compilePlaybook(checkPlaybook(at: PlaybookPath(path), judging: false))
    let files = try TemporaryFolder()
    try Data(compiled.bytes).write(to: files.url("program"))
    let comment = #"{"text":"you idiots"}"#
    let decision = try compiled.engine().decide(line: comment.utf8, now: Instant(seconds: 1_796_202_000)).decision
    let outcome = try consumer.run("desk", [files.url("program").path], input: comment + "\n")
    #expect(outcome.output == String(decoding: decision.json, as: UTF8.self) + "\n")
    #expect(decision.category == "abuse")
  }

  @Test(.timeLimit(.minutes(10)))
  func `playbooks are compiled into the resources of a target, and again when a file of theirs has changed`() throws {
    let consumer = try Consumer("ReadingRoom")
    let build = try consumer.build("reading-room")
    try #require(build.status == 0, "\(build.output)")
    #expect(consumer.checkouts == [])
    #expect(try consumer.category(of: "what loud music") == "noise")
    #expect(try consumer.category(of: "a drum kit, of all things") == "other")

    // SwiftPM sometimes links a tool once more in the build after its first, and then runs it again.
    _ = try consumer.build("reading-room")
    #expect(!(try consumer.build("reading-room")).output.contains("Compiling playbook"))
    try consumer.change("\(Self.playbooks)/shared/words.yaml") { $0.replacing("loud", with: "loud, drum*") }
    #expect(try consumer.build("reading-room").output.contains("Compiling playbook reading-room"))
    #expect(try consumer.category(of: "a drum kit, of all things") == "noise")
  }

  @Test(.timeLimit(.minutes(10)))
  func `what is wrong with a playbook is said as compilers say it, and nothing is built`() throws {
    let consumer = try Consumer("ReadingRoom")
    let playbook = "\(Self.playbooks)/reading-room/playbook.yaml"
    try consumer.change(playbook) { $0.replacing("text.uses", with: "text.use") }
    let build = try consumer.build("reading-room")
    #expect(build.status != 0)
    let place = "\(consumer.url(playbook).path):10:12"
    #expect(
      build.lines.contains { $0 == "\(place): error: there is no condition or fact `text.use` [unknown-condition]" },
      "\(build.output)")
    #expect(build.lines.contains { $0 == "\(place): note: write `text.uses`" }, "\(build.output)")
  }

  @Test(.timeLimit(.minutes(10)))
  func `a playbook sees no file that the build does not know of`() throws {
    let consumer = try Consumer("ReadingRoom")
    try Data("lexicons: {noise-words: [noise]}\n".utf8).write(to: consumer.url("words.yaml"))
    try consumer.change("\(Self.playbooks)/reading-room/playbook.yaml") {
      $0.replacing("../shared/words", with: "../../../../words")
    }
    let build = try consumer.build("reading-room")
    #expect(build.status != 0)
    #expect(build.output.contains("[outside-path]"), "\(build.output)")
  }

  @Test(.timeLimit(.minutes(10)))
  func `two playbooks of one name are refused`() throws {
    let consumer = try Consumer("ReadingRoom")
    let twin = consumer.url("\(Self.playbooks)/other/reading-room")
    try FileManager.default.createDirectory(
      at: twin.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: consumer.url("\(Self.playbooks)/reading-room"), to: twin)
    let build = try consumer.build("reading-room")
    #expect(build.status != 0)
    #expect(build.output.contains("two playbooks would become reading-room.decorum"), "\(build.output)")
  }

  private static let playbooks = "Sources/reading-room/Playbooks"
}

extension Consumer {
  /// The category in which the reading room sees a comment.
  fileprivate func category(of text: String) throws -> String? {
    let outcome = try run("reading-room", input: #"{"text":"\#(text)"}"# + "\n")
    let decision = try JSONValue(parsing: Array(outcome.output.utf8))
    return decision["category"]?.text
  }
}
