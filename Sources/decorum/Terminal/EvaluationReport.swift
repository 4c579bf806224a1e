import Diagnostics
import PlaybookTesting

/// What a person reads of an evaluation.
struct EvaluationReport {
  let evaluation: LabelledEvaluation
  let categories: [String]
  let show: Int

  init(_ evaluation: LabelledEvaluation, categories: [String], show: Int) {
    self.evaluation = evaluation
    self.categories = categories
    self.show = show
  }

  var text: String {
    ([confusion] + evaluation.agreements.map(agreement)).joined(separator: "\n\n")
  }

  /// Categories against labels, with the share that each category takes.
  private var confusion: String {
    let table = evaluation.confusion
    let labels = Set(evaluation.judged.map(\.label)).sorted()
    var rows = [["category", "comments", "share"] + labels]
    for category in categories {
      let counts = table[category] ?? [:]
      let total = counts.values.reduce(0, +)
      let share = evaluation.judged.isEmpty ? 0 : Double(total) / Double(evaluation.judged.count)
      rows.append([category, String(total), percent(share)] + labels.map { String(counts[$0] ?? 0) })
    }
    rows.append(
      ["all", String(evaluation.judged.count), ""]
        + labels.map { label in
          String(evaluation.judged.count { $0.label == label })
        })
    return columns(rows)
  }

  private func agreement(_ agreement: LabelledEvaluation.Agreement) -> String {
    let labels = agreement.labels.joined(separator: " or ")
    let head = """
      \(agreement.category) against the label \(labels): precision \(decimal(agreement.precision)), \
      recall \(decimal(agreement.recall)), F1 \(decimal(agreement.f1)) \
      (\(agreement.right) right of \(agreement.taken) taken; \(agreement.labelled) have the label)
      """
    let (wronglyTaken, missed) = evaluation.mistakes(of: agreement.category)
    return
      ([head] + mistakes("taken, and labelled otherwise", wronglyTaken, \.label)
      + mistakes("labelled \(labels), and not taken", missed, \.category)).joined(separator: "\n")
  }

  private func mistakes(
    _ title: String, _ comments: [LabelledEvaluation.Judged], _ other: (LabelledEvaluation.Judged) -> String
  ) -> [String] {
    guard show > 0, !comments.isEmpty else { return [] }
    let shown = comments.prefix(show).map { "    [\(visible(other($0)))] \(line($0.text))" }
    return ["  \(comments.count) \(title):"] + shown + (comments.count > show ? ["    …"] : [])
  }

  private func line(_ text: String) -> String {
    let line = visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count > 110 ? line.prefix(109) + "…" : line
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func decimal(_ value: Double?) -> String {
    guard let value else { return "none" }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// Rows of cells as a table: the first column to the left, the others to the right.
func columns(_ rows: [[String]]) -> String {
  let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
    rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    row.enumerated().map { index, cell in
      let gap = String(repeating: " ", count: widths[index] - cell.count)
      return index == 0 ? cell + gap : gap + cell
    }.joined(separator: "  ")
  }.joined(separator: "\n")
}
