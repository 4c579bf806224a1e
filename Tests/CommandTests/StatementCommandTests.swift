import Foundation
import Testing

/// `decorum statement`, from a decision in a file and from one of a ledger.
@Suite("decorum statement") struct StatementCommandTests {
  private static let playbook = "playbooks/harbour-coffee"
  private static let comment =
    #"{"id":"c-1","text":"you idiots","author":{"id":"bob"},"post":{"at":"2026-12-01T09:00:00Z"}}"#

  private func decide(_ more: [String], _ comment: String = comment) throws -> Command.Outcome {
    try Command.run(
      ["decide", Self.playbook, "--ndjson", "--now", "2026-12-01T10:00:00Z"] + more, input: Array("\(comment)\n".utf8))
  }

  @Test func `a decision from a file and the same one from a ledger are stated alike`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.url("l.sqlite").path
    let decided = try decide(["--ledger", ledger])
    #expect(decided.status == 0, "\(decided.errors)")
    let fromFile = try Command.run(
      [
        "statement", Self.playbook, "--now", "2026-12-01T10:00:00Z", "--posted", "2026-12-01T09:00:00Z", "--json",
      ], input: Array(decided.output.utf8))
    let fromLedger = try Command.run(["statement", Self.playbook, "1", "--ledger", ledger, "--json"])
    #expect(fromFile.status == 0 && fromLedger.status == 0, "\(fromFile.errors)\(fromLedger.errors)")
    #expect(fromLedger.output == fromFile.output)
    #expect(fromLedger.output.contains(#""content_date":"2026-12-01""#))
    #expect(try Command.run(["statement", Self.playbook, "1", "--ledger", ledger]).output.contains("says “idiots”"))
  }

  @Test(arguments: [
    (["one"], "say which decision of the ledger"), (["7"], "there is no decision 7"), (["2"], "restricts nothing"),
  ]) func `what cannot be stated is refused in a sentence`(_ decision: [String], _ sentence: String) throws {
    let folder = try TemporaryFolder()
    let ledger = ["--ledger", folder.url("l.sqlite").path]
    _ = try decide(ledger, #"{"id":"c-0","text":"thank you"}"#)
    _ = try decide(ledger, #"{"id":"c-1","text":"thank you again"}"#)
    let outcome = try Command.run(["statement", Self.playbook] + decision + ledger)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test func `an erased comment has no statement, nor has one of another playbook`() throws {
    let folder = try TemporaryFolder()
    let ledger = ["--ledger", folder.url("l.sqlite").path]
    _ = try decide(ledger)
    let other = try Command.run(["statement", "playbooks/airline", "1"] + ledger)
    #expect(other.status == 2 && other.errors.contains("was made by harbour-coffee"), "\(other.errors)")
    _ = try Command.run(["ledger", "erase", "--author", "bob"] + ledger)
    let erased = try Command.run(["statement", Self.playbook, "1"] + ledger)
    #expect(erased.status == 2 && erased.errors.contains("was erased"), "\(erased.errors)")
  }
}
