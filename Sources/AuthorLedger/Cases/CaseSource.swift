public import DecisionModel

/// Which cases are meant.
public enum CaseSelection: Hashable, Sendable {
  /// Those that want something of somebody, or may (`CaseFile.isPending`); those that want nothing any more; or both.
  case pending, closed, all

  func has(_ file: CaseFile) -> Bool { self == .all || file.isPending == (self == .pending) }
}

/// What is read of a ledger about its cases. A store implements it; what follows from the events is found out here.
public protocol CaseSource {
  /// The events of one case in the order of the log: decisions of its comments, edits of them, and what people did about
  /// it. Empty where there is no such case.
  func events(ofCase number: Int64) throws -> [LedgerEvent]

  /// The numbers of cases, in their order. It may name more of those that are pending.
  func cases(_ which: CaseSelection) throws -> [Int64]

  /// The program that something happened under; nil where the ledger does not have it.
  func program(of playbook: PlaybookVersion) -> DecisionProgram?
}

extension CaseSource {
  /// A case as its events make it; nil where there is none of this number.
  public func caseFile(_ number: Int64) throws -> CaseFile? {
    let events = try events(ofCase: number)
    guard let first = events.first else { return nil }
    return CaseFile(number: number, author: first.author, events: events, programs: program)
  }

  /// Cases as their events make them.
  public func caseFiles(_ which: CaseSelection) throws -> [CaseFile] {
    try cases(which).compactMap { try caseFile($0) }.filter(which.has)
  }
}
