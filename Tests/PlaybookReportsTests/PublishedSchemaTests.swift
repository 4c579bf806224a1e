import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookReports
import Testing

/// Reports held against the schemas that others published, where `Scripts/validators.sh` could fetch them.
@Suite(.enabled(if: Validator.isPresent, "the published schemas are not here; `make validators` fetches them"))
struct PublishedSchemaTests {
  @Test(arguments: [MachineFormat.sarif, .junit])
  func `the report of every sample is valid`(_ format: MachineFormat) throws {
    #expect(try Validator.faults(in: format.render(Samples.everything()), as: format.rawValue) == "valid\n")
  }

  @Test(arguments: [MachineFormat.sarif, .junit])
  func `a report without findings or playbooks is valid`(_ format: MachineFormat) throws {
    #expect(try Validator.faults(in: format.render(Samples.report([])), as: format.rawValue) == "valid\n")
  }

  @Test func `the results of tests are valid`() throws {
    #expect(try Validator.faults(in: junitText(of: Samples.tested()), as: "junit") == "valid\n")
  }

  @Test(arguments: [
    (MachineFormat.sarif, #""level":"error""#, #""level":"terrible""#), (.sarif, #""version":"2.1.0","#, ""),
    (.sarif, #""startLine""#, #""firstLine""#), (.junit, "<testcase name=", "<testcase title="),
    (.junit, "system-out", "output"),
  ])
  func `the validators find what is wrong`(_ format: MachineFormat, _ text: String, _ wrong: String) throws {
    let report = try format.render(Samples.everything())
    #expect(report.contains(text))
    #expect(try Validator.faults(in: report.replacing(text, with: wrong), as: format.rawValue) != "valid\n")
  }
}

/// `Scripts/validate-report.py`
enum Validator {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

  static let isPresent = FileManager.default.fileExists(
    atPath: repository.appending(path: ".build/validators/complete").path)

  /// What the validator prints.
  static func faults(in report: String, as kind: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "decorum-report-\(UUID().uuidString)")
    try Data(report.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", repository.appending(path: "Scripts/validate-report.py").standardized.path, kind, file.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
