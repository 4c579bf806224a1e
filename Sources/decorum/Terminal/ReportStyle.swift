/// Colours of a report; none where they are not wanted.
struct ReportStyle {
  let hasColours: Bool

  func heading(_ text: String) -> String { painted(text, "1") }
  func name(_ text: String) -> String { painted(text, "36") }
  func faint(_ text: String) -> String { painted(text, "2") }
  func mark(_ text: String) -> String { painted(text, "1;33") }
  func strong(_ text: String, _ isSerious: Bool) -> String { painted(text, isSerious ? "1;31" : "1;32") }

  private func painted(_ text: String, _ code: String) -> String {
    hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
