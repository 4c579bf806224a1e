import Foundation
import Testing

/// The playbooks that this project ships, and what the compiler makes of them.
@Suite("Shipped playbooks") struct ShippedPlaybookTests {
  static let playbooks =
    (try? FileManager.default.contentsOfDirectory(atPath: Command.repository.appending(path: "playbooks").path))?
    .sorted().map { "playbooks/\($0)" } ?? []

  @Test func `there are playbooks`() { #expect(Self.playbooks.count >= 7) }

  /// The practices of the five source documents, A1 to E6.
  private static let practices = [("A", 8), ("B", 6), ("C", 8), ("D", 9), ("E", 6)].flatMap { document, count in
    (1...count).map { "\(document)\($0)" }
  }

  @Test func `together they show every practice of the source documents`() throws {
    #expect(Self.practices.count == 37)
    let lead = "practices shown: "
    let shown = try Command.run(["test"] + Self.playbooks).lines.filter { $0.hasPrefix(lead) }.flatMap {
      $0.dropFirst(lead.count).split(separator: " ").prefix { !$0.hasPrefix("(") }.map(String.init)
    }
    #expect(shown.sorted() == Self.practices)
  }

  @Test(arguments: playbooks)
  func `each is free of errors and warnings and passes its own tests`(_ playbook: String) throws {
    let check = try Command.run(["check", playbook, "--deny", "warnings"])
    #expect(check.status == 0, "\(check.output)")
    let test = try Command.run(["test", playbook])
    #expect(test.status == 0, "\(test.output)")
    print(test.output, terminator: "")
  }

  @Test(arguments: playbooks)
  func `each decides its own comments, and none is trouble`(_ playbook: String) throws {
    let comments = try Data(contentsOf: Command.repository.appending(path: "\(playbook)/comments.ndjson"))
    let outcome = try Command.run(["decide", playbook, "--ndjson"], input: Array(comments))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.count == comments.split(separator: 0x0A).count)
    #expect(outcome.errors.isEmpty)
  }

  @Test func `the committed documents are what the compiler makes, byte for byte`() throws {
    let folder = try TemporaryFolder()
    #expect(try Command.run(["build"] + Self.playbooks + ["--output", folder.folder.path]).status == 0)
    let output = Command.repository.appending(path: "output")
    let made = try documents(in: folder.folder)
    #expect(try documents(in: output) == made)
    #expect(made.count == 4 * Self.playbooks.count + 2)
    for name in made {
      let isSame = try Data(contentsOf: output.appending(path: name)) == Data(contentsOf: folder.url(name))
      #expect(isSame, "output/\(name) is not what the compiler makes: run `make output` and look at the difference")
    }
  }

  /// All that is committed: programs and the engine are made anew everywhere.
  private func documents(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".md") || $0.hasSuffix(".html")
    }.sorted()
  }

  private static let airlineTweets = "../shared/data/comments/airline_tweets.ndjson"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: Command.repository.appending(path: airlineTweets).path),
      "the tweets may not be shipped"))
  func `the airline playbook finds complaints in real tweets`() throws {
    let outcome = try Command.run([
      "evaluate", "playbooks/airline", Self.airlineTweets, "--expect", "complaint=negative", "--show", "0",
      "--least-precision", "0.87", "--least-recall", "0.60",
    ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    print(outcome.lines.last ?? "")
  }
}
