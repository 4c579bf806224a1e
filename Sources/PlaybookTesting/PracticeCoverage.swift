public import PlaybookModel

/// Whether a practice is shown: by an example, a test or a story that cites it and passes.
public struct PracticeCoverage: Sendable {
  public let practice: Practice
  /// What cites the practice, passed and failed.
  public let citedBy: [TestResult]

  public var isShown: Bool { citedBy.contains(where: \.isPassed) }
}

/// Every practice of a playbook with what cites it, in the order of the names.
public func coverage(of playbook: Playbook, by results: [TestResult]) -> [PracticeCoverage] {
  playbook.practices.map { practice in
    let name = practice.definition.name
    return PracticeCoverage(
      practice: practice, citedBy: results.filter { $0.covers.contains { $0.utf8.elementsEqual(name.utf8) } })
  }
}
