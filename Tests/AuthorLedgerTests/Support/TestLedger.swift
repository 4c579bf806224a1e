import DecisionEngine
import DecisionModel
import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import Testing

@testable import AuthorLedger

/// The databases that every test of a store runs on.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite, postgresql

  static var all: [Backend] { PostgreSQLServer.isInstalled ? allCases : [.sqlite] }

  var testDescription: String { rawValue }
}

/// A ledger of a test, in a place of its own.
final class TestLedger: Sendable {
  let address: LedgerAddress
  let folder: URL

  init(_ backend: Backend) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    address =
      switch backend {
      case .sqlite: .file(folder.appending(path: "ledger.sqlite").path)
      case .postgresql: .server(try PostgreSQLServer.shared.get().newDatabase())
      }
    _ = try Ledger(at: address, isNew: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Opens it once more, as another process would.
  func open() throws -> Ledger { try Ledger(at: address) }
}

/// A playbook of which the tests of the ledger use every memory.
enum Sample {
  static let yaml = """
    decorum: 1
    playbook: sample
    version: "1"
    timezone: Europe/London
    teams:
      care: {title: Care, hours: always}
      duty: {title: Duty, hours: always}
    modes:
      crisis: {title: A crisis}
    categories:
      - category: abuse
        when: {text.says: idiot}
        do: [hide]
        ladder: conduct
      - category: threat
        when: {text.says: burn}
        do: [remove]
        ladder: {use: conduct, no_lower_than: block}
      - category: flood
        when: {history.comments: {is: at least 4, in: 10 minutes}}
        do: [hide]
      - category: copies
        when: {history.same_text: {is: at least 3, in: 1 day}}
        do: [remove]
      - category: heated
        when: {mode: crisis}
        do: [monitor]
      - category: pile-on
        when: {thread.joined_by: at least 2, thread.category: abuse}
        do: [lock]
      - category: again
        when: {case.comments: at least 2, case.open: yes}
        do: [monitor]
      - category: complaint
        when: {text.says: late}
        respond: sorry
      - {category: other, when: otherwise}
    responses:
      sorry:
        title: Say sorry
        owner: care
        reply: {within: 1 hour}
        steps:
          - {step: apologise, say: ["We are sorry.", "We apologise.", "This should not have happened."]}
    ladders:
      conduct:
        title: Warn, then block
        forget_after: 90 days
        rungs:
          - {rung: watch, strikes: 1, do: [monitor]}
          - {rung: warn, strikes: 2, do: [warn], say: Please read the rules.}
          - {rung: block, strikes: 3, needs: warn, do: [{block: {for: 7 days}}]}
    brakes:
      lock: {at_most: 2, per: 1 hour, tell: duty}
    """

  static let compiled = Result { try compile(yaml) }

  static func engine() throws -> Engine { try compiled.get().engine() }

  static func compile(_ yaml: String) throws -> CompiledPlaybook {
    let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", yaml)], judging: false)
    guard !analysis.hasErrors else { throw SampleProblem(findings: analysis.findings.map { "\($0)" }) }
    return try compilePlaybook(analysis)
  }
}

struct SampleProblem: Error {
  let findings: [String]
}

/// Instants are minutes after 2026-12-01 09:00 UTC.
func minute(_ minutes: Int) -> Instant { Instant(seconds: 1_796_115_600 + Int64(minutes) * 60) }

/// A comment as it is handed in.
func comment(_ text: String, id: String? = nil, by author: String? = "ann", in thread: String? = nil) -> Submission {
  var writer = JSONWriter()
  writer.object {
    $0.member("id", id)
    $0.member("text", text)
    $0.object("author") { $0.member("id", author) }
    $0.object("thread") { $0.member("id", thread) }
  }
  return Submission(writer.bytes)
}

extension Recording {
  var json: JSONValue { (try? JSONValue(parsing: decision)) ?? .null }
  var category: String? { json["category"]?.text }
  var rung: String? { json["ladders"]?.array?.first?["rung"]?.text }
  var strikes: Int? { json["ladders"]?.array?.first?["strikes"]?.wholeNumber }
  var actions: [String] { json["actions"]?.array?.compactMap { $0["action"]?.text } ?? [] }
}
