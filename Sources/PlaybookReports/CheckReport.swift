public import Diagnostics

/// A playbook that was checked: the path that the author gave, its files and what was found in them.
public struct CheckedPlaybook: Sendable {
  public let path: String
  public let files: SourceFiles
  public let findings: [Diagnostic]
  /// How many findings were accepted in place, and are not among these.
  public let accepted: Int

  public init(path: String, files: SourceFiles, findings: [Diagnostic], accepted: Int = 0) {
    self.path = path
    self.files = files
    self.findings = findings
    self.accepted = accepted
  }
}

/// What a run of `decorum check` found, ready to be written in any format. Every format holds the same findings.
public struct CheckReport: Sendable {
  /// The version of decorum that made the report.
  public let version: String
  public let playbooks: [CheckedPlaybook]
  /// The findings that make the run fail.
  public let failing: Set<Diagnostic.Severity>
  /// The findings of each playbook, in the order of the playbooks.
  let findings: [[ReportedFinding]]

  public init(version: String, playbooks: [CheckedPlaybook], failing: Set<Diagnostic.Severity>) {
    self.version = version
    self.playbooks = playbooks
    self.failing = failing
    var fingerprints = Fingerprints()
    findings = playbooks.map { playbook in
      playbook.findings.map {
        ReportedFinding(finding: $0, playbook: playbook, fingerprint: fingerprints.next(of: $0, in: playbook.files))
      }
    }
  }

  /// Whether a finding makes the run fail.
  public var fails: Bool { playbooks.contains { $0.findings.contains { failing.contains($0.severity) } } }

  func count(_ severity: Diagnostic.Severity) -> Int {
    playbooks.reduce(0) { $0 + $1.findings.count { $0.severity == severity } }
  }
}

/// A finding with the files that it speaks of.
struct ReportedFinding: Sendable {
  let finding: Diagnostic
  let playbook: CheckedPlaybook
  /// The same in the next run, wherever the line has moved to; no other finding of the report has it.
  let fingerprint: String

  var files: SourceFiles { playbook.files }
  var name: String { finding.name.description }

  /// What is said, in lines: the message with what stands behind the carets, the witness, the help.
  var lines: [String] {
    let message = visible(finding.message) + (finding.label.map { " (\(visible($0)))" } ?? "")
    return [message] + (finding.witness.map { ["witness: \(visible($0))"] } ?? [])
      + (finding.help.map { ["help: \(visible($0))"] } ?? [])
  }
}

/// The formats that other programs read.
public enum MachineFormat: String, CaseIterable, Sendable {
  case json, sarif, github, gitlab, junit

  /// The whole report, its last line ended; empty where the format has nothing to say.
  public func render(_ report: CheckReport) -> String {
    switch self {
    case .json: jsonText(of: report)
    case .sarif: sarifText(of: report)
    case .github: gitHubCommands(of: report)
    case .gitlab: gitLabText(of: report)
    case .junit: junitText(of: report)
    }
  }
}
