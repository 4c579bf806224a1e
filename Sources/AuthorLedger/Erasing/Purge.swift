// What was erased is also removed from the files; one that was cut short is finished when the ledger is next opened.
extension Ledger {
  /// Notes in a transaction that erases that the files still hold what was erased.
  static func owePurge(_ session: any LedgerSession) throws { try session.setMeta("purge", [1]) }

  /// Removes what was erased from the files, where that is owed.
  func finishPurge() throws(LedgerProblem) {
    guard try store.read({ try $0.meta("purge") }) != nil else { return }
    try store.purge()
    try store.write { try $0.dropMeta("purge") }
  }
}
