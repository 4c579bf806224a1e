import DecisionEngine
import DecisionModel

// The programs under which something was decided: each is kept once, by its digest.
extension Ledger {
  /// A program as the ledger has it; nil where nothing was decided under it.
  func program(digest: String, _ session: any LedgerSession) throws -> StoredProgram? {
    if let known = programs[digest] { return known }
    let found = try session.row("SELECT number, image FROM programs WHERE digest = $1", [.text(digest)])
    return try found.map { try open($0, at: 0) }
  }

  /// A program by its number in the ledger.
  func program(number: Int64, _ session: any LedgerSession) throws -> StoredProgram {
    guard let row = try session.row("SELECT number, image FROM programs WHERE number = $1", [.integer(number)]) else {
      throw LedgerProblem.damaged("program \(number) is missing")
    }
    return try open(row, at: 0)
  }

  private func open(_ row: StoredRow, at place: Int) throws -> StoredProgram {
    let program = StoredProgram(
      number: try row.integer(place), engine: try Engine(try ProgramImage(try row.bytes(place + 1))))
    programs[program.playbook.digest] = program
    return program
  }

  /// The number of a program, which is kept from now on.
  func number(of engine: Engine, _ session: any LedgerSession) throws -> Int64 {
    let digest = Cell.text(engine.playbook.digest)
    if let row = try session.row("SELECT number FROM programs WHERE digest = $1", [digest]) {
      return try row.integer(0)
    }
    let count = try session.row("SELECT count(*) FROM programs")?.integer(0) ?? 0
    let bytes = engine.image.withProgram { Array($0) }
    try session.execute(
      "INSERT INTO programs (number, digest, name, version, image) VALUES ($1, $2, $3, $4, $5)",
      [.integer(count + 1), digest, .text(engine.playbook.name), Cell(engine.playbook.version), .bytes(bytes)])
    return count + 1
  }

  /// The playbooks of all programs, by their number.
  func playbooks(_ session: any LedgerSession) throws -> [Int64: PlaybookVersion] {
    var playbooks: [Int64: PlaybookVersion] = [:]
    for row in try session.rows("SELECT number, digest, name, version FROM programs") {
      playbooks[try row.integer(0)] = PlaybookVersion(
        name: try row.text(2), version: try row.optional(3, row.text), digest: try row.text(1))
    }
    return playbooks
  }
}
