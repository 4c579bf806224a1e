/// A line of a file and the marks below it, as they are printed.
struct SourceExcerpt {
  /// The widest stretch of a line that is printed, in columns; of a longer line only what lies around the marks.
  private static let widest = 160
  /// How much of a long line is printed before the marks.
  private static let lead = 60
  /// How many bytes around the marks are looked at: more than `widest` columns can take.
  private static let reach = 4096

  let line: String
  /// Blanks, then the marks.
  let marks: String

  /// The first line of a span with `mark` below each column of what the span takes of it.
  init(of span: Span, in file: SourceFile, mark: Character) {
    let cells = SourceExcerpt.cells(around: span, in: file)
    let first = cells.firstIndex { $0.offset >= span.start } ?? cells.count
    let last = max(first, cells.firstIndex { $0.offset >= span.end } ?? cells.count)
    let shown = SourceExcerpt.window(of: cells, around: first)
    let indent = SourceExcerpt.width(of: cells[shown.lowerBound..<max(first, shown.lowerBound)])
    let length = SourceExcerpt.width(of: cells[first..<max(first, min(last, shown.upperBound))])
    let (before, after) = (shown.lowerBound > 0 ? "…" : "", shown.upperBound < cells.count ? "…" : "")
    line = before + cells[shown].map(\.text).joined() + after
    marks = String(repeating: " ", count: indent + before.count) + String(repeating: mark, count: max(1, length))
  }

  private static func cells(around span: Span, in file: SourceFile) -> [VisibleCell] {
    let line = file.line(at: file.lineIndex(of: span.start))
    var start = max(line.start, span.start - reach)
    if start == 0 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, line.end) }
    while start > line.start && start < line.end && file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let end = min(line.end, max(start, span.start) + reach)
    return visibleCells(file.bytes[start..<max(start, end)])
  }

  /// The cells to print: all, or those around the marks.
  private static func window(of cells: [VisibleCell], around first: Int) -> Range<Int> {
    guard width(of: cells[...]) > widest else { return 0..<cells.count }
    var start = first
    var columns = 0
    while start > 0, columns + cells[start - 1].width <= lead {
      start -= 1
      columns += cells[start].width
    }
    var end = first
    while end < cells.count, columns + cells[end].width <= widest {
      columns += cells[end].width
      end += 1
    }
    return start..<end
  }

  private static func width(of cells: ArraySlice<VisibleCell>) -> Int { cells.reduce(0) { $0 + $1.width } }
}
