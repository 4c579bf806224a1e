import DecisionModel

// The standards that a draft breaks.
extension Examination {
  var findingsOfStandards: [ReviewFinding] {
    standards.compactMap { standard in
      guard let found = found[standard.place.anchor] else { return nil }
      var finding = ReviewFinding(
        .brokenStandard, standard.severity, "This breaks the standard “\(standard.title)”.",
        instead: standard.instead.map(oneLine))
      finding.standard = standard.name
      finding.found = found
      return finding
    }
  }
}
