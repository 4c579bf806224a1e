import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookPublishing
import PlaybookTesting

/// What examples, tests and stories have shown of a playbook, as the last section of its internal document.
struct CoverageSection {
  private let coverage: TestCoverage
  private let analysis: Analysis

  init(_ coverage: TestCoverage, of analysis: Analysis) {
    self.coverage = coverage
    self.analysis = analysis
  }

  var blocks: [Document.Block] {
    let heading = Document.Heading(level: 2, anchor: Anchor("shown"), text: "What the tests have shown")
    return [.heading(heading), .paragraph(Prose(share)), .table(kinds)] + missing
  }

  private var share: String {
    "Examples, tests and stories have shown \(shortShareText(coverage.share)) of what can be shown: each condition both "
      + "true and false where it alone decides, each term where it alone is found."
  }

  private var kinds: Document.Table {
    let rows = TestCoverage.Kind.allCases.compactMap { kind -> Document.Table.Row? in
      let items = coverage.items(kind)
      guard !items.isEmpty else { return nil }
      let cells = [kind.plural.capitalised, "\(items.count(where: \.isShown))", "\(items.count)"]
      return Document.Table.Row(cells: cells.map { Prose($0) })
    }
    return Document.Table(columns: ["What", "Shown", "Of"], rows: rows)
  }

  /// All that is not shown, each with its line in the playbook.
  private var missing: [Document.Block] {
    let items = coverage.items.filter { !$0.isShown }
    guard !items.isEmpty else { return [] }
    let rows = items.map { item in
      Document.Table.Row(
        cells: [.code(item.place), item.words.map { Prose($0) } ?? Prose(item.kind.rawValue), Prose(item.missing)],
        source: analysis.files.location(of: item.span))
    }
    let table = Document.Table(columns: ["Where", "What", "What is still to be shown"], rows: rows)
    return [.disclosure(summary: "Not shown yet (\(items.count))", [.table(table)])]
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
