import DecisionEngine
import DecisionModel
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

/// The C interface, as C and Python call it.
@Suite("C interface") struct LibraryTests {
  private static let library = Products.folder.appending(path: "libDecisionLibrary.so")
  private static let sources = Repository.url("Tests/EmbeddingTests/Library")
  private static let now = Instant(seconds: 1_796_202_000)

  private let harbourCoffee: CompiledPlaybook
  private let files: TemporaryFolder

  init() throws {
    let path = Repository.url("playbooks/harbour-coffee").path
    harbourCoffee = try compilePlaybook(checkPlaybook(at: PlaybookPath(path), judging: false))
    files = try TemporaryFolder()
    try Data(harbourCoffee.bytes).write(to: files.url("program"))
  }

  @Test(.enabled(if: Tool.python.isPresent, "there is no python3"), .timeLimit(.minutes(5)))
  func `Python decides as the engine does, and nothing that it passes breaks anything`() throws {
    let comments = try Data(contentsOf: Repository.url("playbooks/harbour-coffee/comments.ndjson"))
    try comments.write(to: files.url("comments"))
    let engine = try harbourCoffee.engine()
    let decisions = comments.split(separator: 0x0A).map { engine.decide(line: $0, now: Self.now).decision.json }
    try Data(decisions.joined(separator: [0x0A])).write(to: files.url("decisions"))
    let arguments =
      [Self.sources.appending(path: "test_library.py"), Self.library]
      + ["program", "comments", "decisions"].map(files.url)
    let outcome = try Tool.python.run(arguments.map(\.path))
    #expect(outcome.status == 0, "\(outcome.output)")
    let count = outcome.output.matches(of: /Ran (\d+) tests/).first.flatMap { Int($0.1) }
    #expect(try #require(count) >= 14, "\(outcome.output)")
  }

  @Test(.enabled(if: Tool.python.isPresent, "there is no python3"))
  func `the example in Python that the documentation shows is run`() throws {
    let text = try String(contentsOf: Repository.url("Documentation/Embedding.md"), encoding: .utf8)
    let example = try #require(text.firstMatch(of: /(?s)```python\n(.*?)```/)).1
      .replacing(".build/library/libdecorum.so", with: Self.library.path)
    try Data(harbourCoffee.bytes).write(to: files.url("harbour-coffee.decorum"))
    try Data("import sys\nsys.path.append('\(Self.sources.path)')\n\(example)".utf8).write(to: files.url("example.py"))
    let outcome = try Tool.python.run(["example.py"], in: files.folder)
    #expect(outcome.status == 0 && outcome.output.contains(#""category":"abuse""#), "\(outcome.output)")
  }

  @Test func `the example in C is built, decides and says what is wrong`() throws {
    let example = files.url("decide").path
    let build = try Tool.clang.run([
      "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I", Self.header.deletingLastPathComponent().path,
      Self.sources.appending(path: "decide.c").path, Self.library.path, "-Wl,-rpath,\(Products.folder.path)",
      "-o", example,
    ])
    #expect(build.status == 0, "\(build.output)")
    let outcome = try Tool(example).run([files.url("program").path, #"{"text": "you idiot"}"#])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""playbook":{"name":"harbour-coffee""#), "\(outcome.output)")
    #expect(outcome.output.contains(#""category":"abuse""#), "\(outcome.output)")
    let refused = try Tool(example).run(["/no/such/file", "{}"])
    #expect(refused.status == 1)
    #expect(refused.output == "this file cannot be read: there is no such file\n")
    #expect(try Tool(example).run([]).output == "`path` is NULL\n")
  }

  private static let header = Repository.url("Sources/CDecorum/include/decorum.h")

  @Test(arguments: [["-x", "c", "-std=c99"], ["-x", "c", "-std=c23"], ["-x", "c++", "-std=c++98"]])
  func `the header can be read on its own`(_ language: [String]) throws {
    let flags = ["-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Wno-long-long"]
    let outcome = try Tool.clang.run(language + flags + [Self.header.path])
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func `the library shows what the header declares, and needs no Foundation`() throws {
    let header = try String(contentsOf: Self.header, encoding: .utf8)
    let declared = Set(header.matches(of: /\b(decorum_[a-z_]+)\(/).map { String($0.1) })
    #expect(declared.count == 5)
    let symbols = try Tool("nm", "-D", "--defined-only").run([Self.library.path]).lines
    #expect(Set(symbols.compactMap { $0.split(separator: " ").last.map(String.init) }).isSuperset(of: declared))
    let needed = try Tool("ldd").run([Self.library.path])
    #expect(needed.output.contains("libswiftCore"))
    #expect(!needed.output.contains("Foundation") && !needed.output.contains("yaml"), "\(needed.output)")
  }
}
