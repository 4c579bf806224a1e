import DecisionModel

/// Colours of a report; none where they are not wanted.
struct ReportStyle {
  let hasColours: Bool

  func heading(_ text: String) -> String { painted(text, "1") }
  func name(_ text: String) -> String { painted(text, "36") }
  func faint(_ text: String) -> String { painted(text, "2") }
  func mark(_ text: String) -> String { painted(text, "1;33") }
  func strong(_ text: String, _ isSerious: Bool) -> String { painted(text, isSerious ? "1;31" : "1;32") }

  /// A heading with its lines under it; nothing where there are none.
  func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([heading(title)] + lines.map { "  \($0)" }).joined(separator: "\n")
  }

  private func painted(_ text: String, _ code: String) -> String {
    hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension ZoneTable {
  /// An instant as the playbook's own clocks show it.
  func clock(_ instant: Instant) -> String {
    let local = localTime(at: instant)
    return "\(local.date) \(local.time.description.prefix(5))"
  }
}
