import DecisionModel
import Diagnostics
import PlaybookAnalysis

/// The findings in SARIF 2.1.0, the format of code scanning.
///
/// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
func sarifText(of report: CheckReport) -> String {
  var writer = JSONWriter()
  let rules = Rules(of: report)
  writer.object {
    $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    $0.member("version", "2.1.0")
    $0.array("runs", of: [report]) { $0.run($1, rules) }
  }
  return loggable(writer.bytes)
}

/// The findings that a report has, by name, in the order in which they come up.
private struct Rules {
  private(set) var all: [Diagnostic] = []
  private var places: [Diagnostic.Name: Int] = [:]

  init(of report: CheckReport) {
    for reported in report.findings.joined() where places[reported.finding.name] == nil {
      places[reported.finding.name] = all.count
      all.append(reported.finding)
    }
  }

  func index(of finding: Diagnostic) -> Int? { places[finding.name] }
}

extension JSONWriter {
  fileprivate mutating func run(_ report: CheckReport, _ rules: Rules) {
    object {
      $0.object("tool") {
        $0.object("driver") {
          $0.member("name", "decorum")
          $0.member("semanticVersion", report.version)
          $0.array("rules", of: rules.all) { $0.rule($1) }
        }
      }
      $0.member("columnKind", "utf16CodeUnits")
      $0.key("results")
      $0.array { for finding in report.findings.joined() { $0.result(finding, rules) } }
    }
  }

  /// What a finding is, with its page.
  private mutating func rule(_ finding: Diagnostic) {
    let name = finding.name.description
    object {
      $0.member("id", name)
      if let page = FindingPages.page(of: name) {
        $0.object("shortDescription") { $0.member("text", summary(of: page) ?? name) }
        $0.object("help") {
          $0.member("text", page)
          $0.member("markdown", page)
        }
      }
      $0.object("defaultConfiguration") { $0.member("level", finding.severity.rawValue) }
    }
  }

  private mutating func result(_ reported: ReportedFinding, _ rules: Rules) {
    let (finding, files) = (reported.finding, reported.files)
    object {
      $0.member("ruleId", reported.name)
      $0.member("ruleIndex", rules.index(of: finding))
      $0.member("level", finding.severity.rawValue)
      $0.message(reported.lines.joined(separator: "\n"))
      $0.array("locations", of: [finding.span]) { $0.location($1, in: files) }
      $0.array("relatedLocations", of: finding.related) { $0.location($1.span, in: files, says: $1.label) }
      $0.object("partialFingerprints") { $0.member("decorumFinding/v1", reported.fingerprint) }
      $0.array("fixes", of: finding.fix.map { [$0] } ?? []) { $0.fix($1, of: finding, in: files) }
    }
  }

  private mutating func location(_ span: Span, in files: SourceFiles, says label: String? = nil) {
    object {
      $0.object("physicalLocation") {
        $0.artifactLocation(of: files[span.file])
        $0.region("region", span, in: files)
      }
      if let label { $0.message(visible(label)) }
    }
  }

  private mutating func artifactLocation(of file: SourceFile) {
    object("artifactLocation") { $0.member("uri", reference(to: file.name)) }
  }

  private mutating func region(_ key: String, _ span: Span, in files: SourceFiles) {
    let (start, end) = (files[span.file].utf16Place(of: span.start), files[span.file].utf16Place(of: span.end))
    object(key) {
      $0.member("startLine", start.line)
      $0.member("startColumn", start.column)
      $0.member("endLine", end.line)
      $0.member("endColumn", end.column)
    }
  }

  private mutating func fix(_ fix: Diagnostic.Fix, of finding: Diagnostic, in files: SourceFiles) {
    object {
      if let help = finding.help {
        $0.key("description")
        $0.object { $0.member("text", escapedMessage(visible(help))) }
      }
      $0.array("artifactChanges", of: [fix]) { writer, fix in
        writer.object {
          $0.artifactLocation(of: files[fix.span.file])
          $0.array("replacements", of: [fix]) { $0.replacement($1, in: files) }
        }
      }
    }
  }

  private mutating func replacement(_ fix: Diagnostic.Fix, in files: SourceFiles) {
    object {
      $0.region("deletedRegion", fix.span, in: files)
      $0.object("insertedContent") {
        $0.key("text")
        $0.string(fix.replacement)
      }
    }
  }

  private mutating func message(_ text: String) {
    object("message") { $0.member("text", escapedMessage(text)) }
  }
}

/// A text in which nothing is read as a link (3.11.6) or as a placeholder (3.11.5 of the standard).
private func escapedMessage(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var escaped: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"): escaped += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "{") where isPlaceholder(bytes[(index + 1)...]): escaped += [byte, byte]
    default: escaped.append(byte)
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}

/// Whether digits and a closing brace follow.
private func isPlaceholder(_ rest: ArraySlice<UInt8>) -> Bool {
  let digits = rest.prefix { (0x30...0x39).contains($0) }
  return !digits.isEmpty && rest.dropFirst(digits.count).first == UInt8(ascii: "}")
}

/// The first paragraph below `## Summary` of a page.
private func summary(of page: String) -> String? {
  let paragraphs = page.split(separator: "\n\n")
  guard let heading = paragraphs.firstIndex(where: { $0.hasSuffix("Summary") }) else { return nil }
  return paragraphs.dropFirst(heading + 1).first.map { String($0).replacing("\n", with: " ") }
}

/// The path of a file as a URI reference (RFC 3986): relative to where the command was called, or absolute.
private func reference(to path: String) -> String {
  let kept = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
  let bytes = path.utf8.flatMap { kept.contains($0) ? [$0] : percentEscape($0) }
  return (path.hasPrefix("/") ? "file://" : "") + String(decoding: bytes, as: UTF8.self)
}
