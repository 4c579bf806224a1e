import DecisionModel
import Diagnostics
import TestSupport

@testable import PlaybookAnalysis

/// What is found in a playbook with its files, none of which is on a disk.
func analysed(
  _ text: String, with files: [String: String] = [:], at path: String = "playbook.yaml",
  limits: SizeLimits = SizeLimits()
) throws -> Analysis {
  let bytes = files.mapValues { Array($0.utf8) }
  return try analysed(Array(text.utf8), with: bytes, at: path, limits: limits)
}

func analysed(
  _ bytes: [UInt8], with files: [String: [UInt8]], at path: String = "playbook.yaml", on today: CalendarDate? = nil,
  limits: SizeLimits = SizeLimits()
) throws -> Analysis {
  let reader = FileReader { wanted throws(FileReader.Trouble) in
    if wanted == path { return bytes }
    guard let bytes = files[wanted] else { throw .missing }
    return bytes
  }
  return try analyse(path, with: reader, today: today, limits: limits)
}

/// The findings of a playbook that is one file.
func findings(in text: String) -> [Diagnostic] { (try? analysed(text).findings) ?? [] }

/// A playbook of which only what a test is about must be written.
func playbook(_ sections: String) -> String {
  let head = sections.contains("playbook: ") ? "" : "decorum: 1\nplaybook: shop\n"
  let tail = sections.contains("categories:") ? "" : "\ncategories: [{category: other, when: otherwise}]\n"
  return head + sections + tail
}

/// A finding as `name file:line:column message`, which is all that a test of several files compares.
func told(_ analysis: Analysis, from severity: Diagnostic.Severity = .error) -> [String] {
  analysis.findings
    .filter { $0.severity == .error || $0.severity == severity }
    .map { "\($0.name) \(analysis.files.location(of: $0.span)) \($0.message)" }
}
