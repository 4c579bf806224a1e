import AuthorLedger
import DecisionModel
import Foundation

/// The cases of a ledger as the command looks at them; what goes wrong is a failure of the command.
struct CaseDesk {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func files(_ which: CaseSelection) throws -> [CaseFile] { try ledgerWork { try ledger.caseFiles(which) } }

  func file(_ number: Int64) throws -> CaseFile {
    guard let file = try ledgerWork({ try ledger.caseFile(number) }) else {
      throw Failure("there is no case \(number) in \(ledger.name)")
    }
    return file
  }

  func due(at now: Instant, team: String?) throws -> DueList { DueList(try files(.pending), at: now, team: team) }

  /// The zone of the playbook by which something was decided last.
  func zone() throws -> ZoneTable? { try ledgerWork { try ledger.latestProgram() }?.zone }

  func text(of list: DueList, in zone: ZoneOptions, colours: Bool = Terminal.output.hasColours) throws -> DueListText {
    let style = ReportStyle(hasColours: colours)
    return DueListText(list: list, zone: zone.table(else: try self.zone()), style: style) {
      authorName(of: $0.decision)
    }
  }

  /// The author as the comment names them, where that was kept.
  func authorName(of decision: Int64) -> String? {
    guard let given = try? ledger.givenComment(ofDecision: decision) else { return nil }
    return given["author"]?["name"]?.text ?? given["author"]?["id"]?.text
  }
}
