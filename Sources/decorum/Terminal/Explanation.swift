import DecisionEngine
import DecisionOracle
import Diagnostics

/// Every clause with its conditions, each with true, false or unknown and what made it so.
func explanation(of clauses: [ClauseTrace], colours: Bool) -> String {
  let style = ReportStyle(hasColours: colours)
  return clauses.map { clause in
    var lines = [
      "\(clause.holds ? style.mark("holds") : "      ")".padded(to: 6, colours) + " \(style.name(clause.anchor))"
    ]
    if let when = clause.when { lines += tree(when, depth: 1, style) }
    if let unless = clause.unless { lines += ["\(indent(1))unless"] + tree(unless, depth: 2, style) }
    return lines.joined(separator: "\n")
  }.joined(separator: "\n")
}

private func tree(_ condition: ConditionTrace, depth: Int, _ style: ReportStyle) -> [String] {
  let because = condition.because.map { style.faint(" — \(visible($0))") } ?? ""
  let line = "\(indent(depth))\(truth(condition.truth, style)) \(visible(condition.words))\(because)"
  return [line] + condition.parts.flatMap { tree($0, depth: depth + 1, style) }
}

private func truth(_ truth: Truth, _ style: ReportStyle) -> String {
  switch truth {
  case .yes: style.strong("true", false)
  case .no: style.faint("false")
  case .unknown: style.mark("unknown")
  }
}

private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) + "       " }

extension String {
  /// The text with spaces after it; what is painted has its width already.
  func padded(to width: Int, _ isPainted: Bool) -> String {
    isPainted && hasPrefix("\u{1B}") ? self + " " : self + String(repeating: " ", count: max(0, width - count))
  }
}
