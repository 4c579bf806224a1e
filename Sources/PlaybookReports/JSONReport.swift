import DecisionModel
import Diagnostics

/// The report in a shape of our own, on one line.
///
/// `{"check":1,"version":…,"playbooks":[…],"errors":0,"warnings":0,"notes":0,"findings":[…]}`. The number behind `check`
/// changes when a reader of the shape would have to. Every place has a file, a line and a column from 1 (the column in
/// characters, as the terminal shows them), the same of its end, which is not part of it, and its offset and length in
/// bytes. What is absent is left out.
func jsonText(of report: CheckReport) -> String {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("check", 1)
    writer.member("version", report.version)
    writer.member("playbooks", report.playbooks.map { visible($0.path) })
    for severity in Diagnostic.Severity.allCases { writer.member("\(severity.rawValue)s", report.count(severity)) }
    writer.key("findings")
    writer.array { for finding in report.findings.joined() { $0.finding(finding) } }
  }
  return loggable(writer.bytes)
}

extension JSONWriter {
  fileprivate mutating func finding(_ reported: ReportedFinding) {
    let (finding, files) = (reported.finding, reported.files)
    object {
      $0.member("name", reported.name)
      $0.member("severity", finding.severity.rawValue)
      $0.member("message", visible(finding.message))
      $0.member("playbook", visible(reported.playbook.path))
      $0.place(finding.span, in: files)
      $0.member("label", finding.label.map(visible))
      $0.array("related", of: finding.related) { writer, related in
        writer.object {
          $0.member("message", visible(related.label))
          $0.place(related.span, in: files)
        }
      }
      $0.member("witness", finding.witness.map(visible))
      $0.member("help", finding.help.map(visible))
      $0.array("fixes", of: finding.fix.map { [$0] } ?? []) { $0.fix($1, in: files) }
      $0.member("page", "decorum explain \(reported.name)")
      $0.member("fingerprint", reported.fingerprint)
    }
  }

  private mutating func fix(_ fix: Diagnostic.Fix, in files: SourceFiles) {
    object {
      $0.place(fix.span, in: files)
      $0.key("replacement")
      $0.string(fix.replacement)
    }
  }

  /// The members that say where a span stands.
  private mutating func place(_ span: Span, in files: SourceFiles) {
    let file = files[span.file]
    member("file", visible(file.name))
    position(file.place(of: span.start))
    object("end") { $0.position(file.place(of: span.end)) }
    member("offset", span.start)
    member("length", span.end - span.start)
  }

  private mutating func position(_ place: SourceFile.Place) {
    member("line", place.line)
    member("column", place.column)
  }
}
