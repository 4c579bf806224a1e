import Foundation
import TestSupport
import Testing

/// `decorum watch --once`, as cron runs it.
@Suite("decorum watch") struct WatchCommandTests {
  /// A playbook of which one category removes, and that watches one feed.
  private static func playbook(watching feed: String) -> String {
    """
    decorum: "1"
    playbook: news
    version: 1.0.0
    title: What the news say
    teams: {desk: {title: Press desk}}
    watch: {mentions: {owner: desk, terms: [harbour coffee], feeds: ["\(feed)"]}}
    categories:
      - {category: complaint, title: A customer is let down, when: {text.says: money back}, do: [remove]}
      - {category: other, title: Everything else, when: otherwise, do: [let_stand]}
    """
  }

  private static func feed(_ title: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>Alerts</title><updated>2026-12-01T09:30:00Z</updated>
    <entry><id>e-1</id><title>\(title)</title><link href="https://blog.example/worst"/>
    <updated>2026-12-01T09:15:00Z</updated><content>I want my money back from Harbour Coffee.</content>
    <author><name>Max</name></author></entry>
    <entry><id>e-2</id><title>Harbour Coffee opens a shop</title><link href="https://gazette.example/"/>
    <updated>2026-12-01T09:16:00Z</updated><content>It is bigger.</content></entry></feed>
    """
  }

  /// Runs the command while a server of this machine gives the feed.
  private func watch(_ feed: String, _ rounds: [[String]]) async throws -> [Command.Outcome] {
    try await withServer {
      $1.answer(200, ["Content-Type: application/atom+xml"], feed)
    } _: { server in
      let folder = try TemporaryFolder(["p.yaml": Self.playbook(watching: server.address())])
      return try rounds.map { try Command.run(["watch", "p.yaml", "--once"] + $0, in: folder) }
    }
  }

  @Test func `what needs a person is told, and the rest is not`() async throws {
    let outcome = try await watch(Self.feed("Worst flat white \u{9B}2J"), [[]])[0]
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("ENFORCE  Worst flat white"))
    #expect(outcome.output.contains("Mentions, for Press desk; by Max on 2026-12-01 09:15; A customer is let down"))
    #expect(!outcome.output.contains("opens a shop"))
    #expect(!outcome.output.contains("\u{9B}"), "a title of others moves no cursor")
  }

  @Test func `with a ledger an entry is told once`() async throws {
    let ledger = ["--ledger", "l.sqlite", "--json"]
    let outcomes = try await watch(Self.feed("Worst flat white"), [ledger, ledger])
    #expect(outcomes.map(\.status) == [0, 0])
    #expect(outcomes.map(\.lines.count) == [1, 0])
    #expect(outcomes[0].output.contains(#""link":"https://blog.example/worst""#))
  }

  @Test func `a feed that cannot be read is named, and the status says so`() async throws {
    let outcome = try await watch("<html>Sorry</html>", [[]])[0]
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("http://127.0.0.1"), "\(outcome.errors)")
  }
}
