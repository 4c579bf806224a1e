public import DecisionModel
public import Diagnostics
public import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

/// What is known of a playbook after all its files were read: what it means, and every finding.
public struct Analysis: Sendable {
  public let files: SourceFiles
  /// What the playbook means, as far as it can be read; whole where no finding is an error.
  public let playbook: Playbook?
  /// The findings in the order of the text, files in the order of import; without those that are accepted.
  public let findings: [Diagnostic]
  /// The findings that the playbook accepts in place, in the same order.
  public let accepted: [Diagnostic]

  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads a playbook with everything that it imports, resolves its names and runs every check.
///
/// - Parameters:
///   - path: the playbook's file, as the author gave it.
///   - reader: how files are come by.
///   - today: the day on which acceptances must hold; without one, none runs out.
///   - judging: whether the engine judges the examples, and what the playbook says itself; that finds no errors.
/// - Throws: why the playbook itself could not be read. What is wrong *in* it is a finding.
public func analyse(
  _ path: String, with reader: FileReader, today: CalendarDate? = nil, judging: Bool = true
) throws(FileReader.Trouble) -> Analysis {
  try analyse(path, with: reader, today: today, judging: judging, limits: SizeLimits())
}

func analyse(
  _ path: String, with reader: FileReader, today: CalendarDate? = nil, judging: Bool = true, limits: SizeLimits
) throws(FileReader.Trouble) -> Analysis {
  let loaded = try PlaybookLoader.load(path, with: reader)
  var findings = loaded.findings
  let zone = (try? loaded.heading?.scalar("timezone")?.timeZone()) ?? .utc

  var facts = FactResolution(NameResolution(loaded), loaded, zone: zone)
  for part in loaded.parts { facts.check(part) }
  var names = facts.names
  names.reportUnused()
  findings.report(contentsOf: names.findings)
  findings.report(contentsOf: facts.findings)

  var builder = PlaybookBuilder(loaded: loaded, names: names, zone: zone)
  let playbook = builder.build()
  findings.report(contentsOf: builder.findings)
  for check in allFileChecks { check.run(on: loaded) { findings.report($0) } }
  if let playbook {
    for check in allChecks { check.run(on: playbook) { findings.report($0) } }
  }
  limits.run(on: loaded, playbook) { findings.report($0) }
  if let playbook, !loaded.isPartial {
    let sound = playbook.withoutDefinitions(holding: findings.all.filter { $0.severity == .error }.map(\.span))
    let judged: [any Check] = judging && !findings.hasErrors ? allJudged : []
    let own = Set(loaded.parts.filter(\.isOwn).map(\.file.id))
    for check in allAdvice + [PublicInternals(loaded)] + judged {
      check.run(on: sound) { finding in
        // What is worth knowing of a library, or beside one, is not its importer's doing.
        let places = [finding.span] + finding.related.map(\.span)
        if finding.severity != .note || places.allSatisfy({ own.contains($0.file) }) {
          findings.reportWithinReason(finding)
        }
      }
    }
  }
  let judged = Acceptances(of: loaded).judge(findings.sorted, today: today)
  findings = Findings()
  for finding in judged.reported { findings.report(finding) }
  return Analysis(files: loaded.files, playbook: playbook, findings: findings.sorted, accepted: judged.accepted)
}
