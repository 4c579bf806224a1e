import Diagnostics
import PlaybookTesting

/// What a person reads of what tests have shown: the shares, and all that is not shown, by the place that it is part of.
struct CoverageText {
  /// So many terms of a list are named.
  private static let mostTerms = 12

  let coverage: TestCoverage
  let files: SourceFiles
  let style: ReportStyle

  var text: String { (missing + [summary]).joined(separator: "\n") }

  private var summary: String {
    let kinds = TestCoverage.Kind.allCases.compactMap { kind -> String? in
      let items = coverage.items(kind)
      return items.isEmpty ? nil : "\(items.count(where: \.isShown)) of \(items.count) \(kind.plural)"
    }
    return "shown by tests: \(shortShareText(coverage.share)) (\(kinds.joined(separator: ", ")))"
  }

  private var missing: [String] {
    let items = coverage.items.filter { !$0.isShown }
    var places: [String] = []
    for item in items where !places.contains(item.place) { places.append(item.place) }
    return places.flatMap { place in section(items.filter { $0.place == place }) }
  }

  private func section(_ items: [TestCoverage.Item]) -> [String] {
    guard let first = items.first else { return [] }
    let whole = items.first { $0.words == nil }.map { ": \($0.missing)" } ?? ""
    let head = "\(style.name(first.place))\(whole)  \(style.faint(files.location(of: first.span)))"
    let conditions = items.filter { $0.kind == .condition }.map { "  \(visible($0.words ?? "")): \($0.missing)" }
    return [head] + conditions + terms(items.filter { $0.kind == .term })
  }

  private func terms(_ items: [TestCoverage.Item]) -> [String] {
    guard !items.isEmpty else { return [] }
    let named = items.prefix(Self.mostTerms).map { visible($0.words ?? "") }.joined(separator: ", ")
    let more = items.count - Self.mostTerms
    let number = items.count == 1 ? "1 term" : "\(items.count) terms"
    return ["  \(number) never found alone: \(named)\(more > 0 ? " and \(more) more" : "")"]
  }
}
