import ArgumentParser
import DecisionModel
import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookMigration
import PlaybookPipeline

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a playbook of another tool's rules.",
    subcommands: [AutoModeratorCommand.self])
}

struct AutoModeratorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "automoderator", abstract: "Take Reddit AutoModerator's rules over into a playbook.",
    discussion: """
      Writes the playbook to standard output, or with --output into a folder, and says of every rule whether it came \
      over whole, in part or not at all. What has no equal is a comment in the playbook and a line of the report. \
      Ends with 1 where no rule came over. More in Documentation/Migration.md.
      """)

  @Argument(
    help: "The configuration: the text of the wiki page config/automoderator.",
    completion: .file(extensions: ["yaml", "yml"]))
  var configuration: String

  @Option(
    name: .shortAndLong, help: "The folder of the playbook; it is made where it is missing.", completion: .directory)
  var output: String?

  @Option(help: "The name of the playbook; by default that of the file.")
  var name: String?

  @Flag(
    help: ArgumentHelp(
      "Look for everything as AutoModerator's expressions do.",
      discussion: "By default whole words become phrases, which people can read and add to."))
  var exact = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case human, json }

  @Option(help: "How the report is written; json holds the playbook too, where it is not written to a folder.")
  var format = Format.human

  func run() throws {
    var files = SourceFiles()
    let file = files.add(name: configuration, bytes: try read())
    let migration = importAutoModerator(file, named: name ?? stem, searches: exact ? .exact : .words)
    let isAnything = migration.rules.contains { $0.outcome != .notAtAll }
    if isAnything, let output { try write(migration.playbook, to: output) }
    let report = MigrationReport(migration, of: file, in: output.map { shownPath(in: $0) }, isWritten: isAnything)
    switch format {
    case .json: try Output.write(Array(report.json.utf8))
    case .human where output == nil:
      if isAnything { try Output.write(Array(migration.playbook.utf8)) }
      printToStandardError(report.text)
    case .human: try Output.write(Array((report.text + "\n").utf8))
    }
    try Output.flush()
    if !isAnything { throw Status.findings }
  }

  private func read() throws -> [UInt8] {
    do {
      return try FileReader.disk(within: "/").read(configuration)
    } catch {
      throw Failure("\(configuration): \(error.sentence)")
    }
  }

  /// The file's name without its ending.
  private var stem: String { URL(fileURLWithPath: configuration).deletingPathExtension().lastPathComponent }

  private func shownPath(in folder: String) -> String { folder == "." ? "playbook.yaml" : "\(folder)/playbook.yaml" }

  private func write(_ playbook: String, to folder: String) throws {
    let path = URL(fileURLWithPath: folder).appendingPathComponent("playbook.yaml")
    guard !FileManager.default.fileExists(atPath: path.path) else {
      throw Failure("\(shownPath(in: folder)) is there already, and is left as it is")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(playbook.utf8).write(to: path, options: .atomic)
    } catch {
      throw Failure("\(shownPath(in: folder)) could not be written")
    }
  }
}

/// What became of the rules, for a person and for a program.
private struct MigrationReport {
  private let migration: Migration
  private let file: SourceFile
  private let path: String?

  init(_ migration: Migration, of file: SourceFile, in path: String?, isWritten: Bool) {
    self.migration = migration
    self.file = file
    self.path = isWritten ? path : nil
  }

  private func place(_ span: Span) -> String { "\(visible(file.name)):\(file.place(of: span.start))" }

  /// A line for each loss, and the count.
  var text: String {
    var lines = migration.findings.map { finding in
      let help = finding.help.map { " (\(visible($0)))" } ?? ""
      return "\(place(finding.span)): \(finding.severity.rawValue)[\(finding.name)]: \(visible(finding.message))\(help)"
    }
    if !lines.isEmpty { lines.append("") }
    if let path { lines.append("Wrote \(path). Next: decorum check \(path)") }
    return (lines + [migration.summary]).joined(separator: "\n")
  }

  /// `{"import":1,"configuration":…,"playbook":…,"rules":[…],"findings":[…]}`, on one line.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("import", 1)
      writer.member("configuration", visible(file.name))
      writer.member("written", path.map(visible))
      for outcome in MigratedRule.Outcome.allCases {
        writer.member(outcome.rawValue.replacing(" ", with: "_"), migration.count(of: outcome))
      }
      writer.array("rules", of: migration.rules) { writer, rule in
        writer.object {
          $0.member("rule", rule.number)
          $0.member("outcome", rule.outcome.rawValue)
          $0.member("clause", rule.clause)
          $0.position(file.place(of: rule.span.start))
        }
      }
      writer.array("findings", of: migration.findings) { writer, finding in
        writer.object {
          $0.member("name", finding.name.description)
          $0.member("severity", finding.severity.rawValue)
          $0.member("message", visible(finding.message))
          $0.position(file.place(of: finding.span.start))
          $0.member("help", finding.help.map(visible))
        }
      }
      if path == nil { writer.member("playbook", migration.playbook) }
    }
    return writer.text + "\n"
  }
}

extension JSONWriter {
  fileprivate mutating func position(_ place: SourceFile.Place) {
    member("line", place.line)
    member("column", place.column)
  }
}
