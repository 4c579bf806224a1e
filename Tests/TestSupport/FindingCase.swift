public import Diagnostics

/// A text and the one finding that it must give, and a twin of it that must give none.
///
/// In the text 1️⃣ stands where the finding begins and 2️⃣ where it ends; the latter may be left out.
public struct FindingCase: Sendable, CustomStringConvertible {
  public let name: String
  public let severity: Diagnostic.Severity
  public let message: String
  public let help: String?
  public let text: String
  public let twin: String

  public init(
    _ name: String, _ message: String, severity: Diagnostic.Severity = .error, help: String? = nil, in text: String,
    notIn twin: String
  ) {
    self.name = name
    self.severity = severity
    self.message = message
    self.help = help
    self.text = text
    self.twin = twin
  }

  public var description: String { "\(name): \(message)" }

  /// How what a check finds differs from what the case promises. Findings of a lower severity are not looked at.
  public func differences(check: (String) -> [Diagnostic]) -> [String] {
    let (plain, places) = marked(text)
    let found = check(plain).filter(counts)
    let silence = check(twin).filter(counts).map { "the twin is not silent: \($0.name): \($0.message)" }
    guard found.count == 1, let finding = found.first else {
      return ["one finding is promised: \(found.map { "\($0.name): \($0.message)" })"] + silence
    }
    return differences(of: finding, places) + silence
  }

  private func counts(_ finding: Diagnostic) -> Bool { finding.severity.weight >= severity.weight }

  private func differences(of finding: Diagnostic, _ places: [Int: Int]) -> [String] {
    var differences: [String] = []
    func compare(_ what: String, _ promised: String?, _ found: String?) {
      if promised != found { differences.append("\(what): \(promised ?? "none") is promised, not \(found ?? "none")") }
    }
    compare("name", name, finding.name.description)
    compare("severity", severity.rawValue, finding.severity.rawValue)
    compare("message", message, finding.message)
    compare("help", help, finding.help)
    compare("start", places[1].map(String.init), String(finding.span.start))
    if let end = places[2] { compare("end", String(end), String(finding.span.end)) }
    return differences + faults(of: finding)
  }

  /// What every message owes its reader, whatever it says.
  private func faults(of finding: Diagnostic) -> [String] {
    var faults: [String] = []
    for text in [finding.message, finding.help ?? "x"] {
      if text.hasSuffix(".") { faults.append("a full stop: \(text)") }
      if text.contains("\n") { faults.append("several lines: \(text)") }
      if text.first?.isUppercase == true, !text.hasPrefix("YAML"), !text.hasPrefix("U+") {
        faults.append("a capital: \(text)")
      }
    }
    if finding.severity != .note, finding.help == nil { faults.append("no help: \(finding.message)") }
    return faults
  }
}

extension Diagnostic.Severity {
  fileprivate var weight: Int {
    switch self {
    case .error: 3
    case .warning: 2
    case .note: 1
    }
  }
}
