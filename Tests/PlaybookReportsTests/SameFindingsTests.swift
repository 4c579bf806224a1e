import DecisionModel
import Diagnostics
import Foundation
import PlaybookReports
import Testing

/// What every format must say of a finding.
private struct Told: Hashable, CustomStringConvertible {
  let name: String
  let severity: String
  let line: Int
  let message: String

  var description: String { "\(severity)[\(name)] in line \(line): \(message)" }
}

@Suite struct SameFindingsTests {
  @Test func `the samples have findings of every severity, with fixes and other places`() throws {
    let findings = try Samples.everything().playbooks.flatMap(\.findings)
    #expect(Set(findings.map(\.severity)) == Set(Diagnostic.Severity.allCases))
    #expect(findings.contains { $0.fix != nil })
    #expect(findings.contains { !$0.related.isEmpty })
    #expect(findings.count > 15)
  }

  @Test(arguments: MachineFormat.allCases)
  func `every format holds the same findings`(_ format: MachineFormat) throws {
    let report = try Samples.everything()
    let expected = report.playbooks.flatMap { playbook in
      playbook.findings.map { finding in
        Told(
          name: finding.name.description, severity: word(for: finding.severity, in: format),
          line: playbook.files[finding.span.file].place(of: finding.span.start).line, message: visible(finding.message))
      }
    }
    let told = try read(format.render(report), as: format)
    #expect(told == expected)
  }

  private func word(for severity: Diagnostic.Severity, in format: MachineFormat) -> String {
    switch (format, severity) {
    case (.json, _), (.sarif, _): severity.rawValue
    case (.github, .note): "notice"
    case (.github, _): severity.rawValue
    case (.gitlab, .error): "major"
    case (.gitlab, .warning): "minor"
    case (.gitlab, .note): "info"
    case (.junit, .error): "failure"
    case (.junit, _): "system-out"
    }
  }

  private func read(_ text: String, as format: MachineFormat) throws -> [Told] {
    switch format {
    case .json: try findings(of: JSONValue(parsing: Array(text.utf8)))
    case .sarif: try results(of: JSONValue(parsing: Array(text.utf8)))
    case .gitlab: try issues(of: JSONValue(parsing: Array(text.utf8)))
    case .github: try text.split(separator: "\n").map(command)
    case .junit: try JUnitReader.cases(of: text).filter { $0.name != "no findings" }.map(told)
    }
  }

  private func findings(of json: JSONValue) throws -> [Told] {
    try #require(json["findings"]).elements.map {
      Told(
        name: try #require($0["name"]?.text), severity: try #require($0["severity"]?.text),
        line: Int(try #require($0["line"]?.number)), message: try #require($0["message"]?.text))
    }
  }

  private func results(of json: JSONValue) throws -> [Told] {
    try #require(json.at("runs", "results")).elements.map {
      Told(
        name: try #require($0["ruleId"]?.text), severity: try #require($0["level"]?.text),
        line: Int(try #require($0.at("locations", "physicalLocation", "region", "startLine")?.number)),
        message: firstLine(try #require($0.at("message", "text")?.text).unescapedInSARIF))
    }
  }

  private func issues(of json: JSONValue) throws -> [Told] {
    try json.elements.map {
      let description = try #require($0["description"]?.text)
      return Told(
        name: try #require($0["check_name"]?.text), severity: try #require($0["severity"]?.text),
        line: Int(try #require($0.at("location", "lines", "begin")?.number)),
        message: description.components(separatedBy: "; help: ")[0])
    }
  }

  private func command(_ line: Substring) throws -> Told {
    let parts = line.dropFirst(2).components(separatedBy: "::")
    let head = parts[0].split(separator: " ", maxSplits: 1)
    let properties = Dictionary(
      uniqueKeysWithValues: head[1].split(separator: ",").map {
        let pair = $0.split(separator: "=", maxSplits: 1)
        return (String(pair[0]), pair[1].removingPercentEncoding ?? "")
      })
    let message = try #require(parts.dropFirst().joined(separator: "::").removingPercentEncoding)
    return Told(
      name: try #require(properties["title"]), severity: String(head[0]),
      line: try #require(properties["line"].flatMap { Int($0) }), message: firstLine(message))
  }

  private func told(_ test: JUnitReader.Case) throws -> Told {
    let parts = test.name.components(separatedBy: " at ")
    let heading = try #require(test.text.components(separatedBy: "\n").first)
    return Told(
      name: parts[0], severity: test.outcome, line: try #require(Int(parts[1].components(separatedBy: ":")[0])),
      message: heading.components(separatedBy: "]: ").dropFirst().joined(separator: "]: "))
  }

  /// The message alone: what stands behind it in parentheses is the label.
  private func firstLine(_ text: String) -> String { text.components(separatedBy: "\n")[0] }
}

extension String {
  fileprivate var unescapedInSARIF: String {
    ["[", "]", "\\"].reduce(replacing("{{", with: "{")) { $0.replacing("\\" + $1, with: $1) }
  }
}
