import ArgumentParser
import Foundation
import PlaybookPipeline

/// The command. Each subcommand is a file of its own.
struct Decorum: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "decorum",
    abstract: "A compiler for social media policy: playbooks in YAML become decisions and documents.",
    version: version,
    subcommands: [
      CheckCommand.self, TestCommand.self, BuildCommand.self, DecideCommand.self, WhyCommand.self, ReviewCommand.self,
      EvaluateCommand.self, DiffCommand.self, ImpactCommand.self, AuditCommand.self, ExplainCommand.self,
      ReferenceCommand.self, SchemaCommand.self, InitCommand.self,
      ImportCommand.self, InspectCommand.self, WatchCommand.self, StatementCommand.self, AuthorCommand.self,
      AppealCommand.self, PardonCommand.self, ModeCommand.self, CaseCommand.self, DueCommand.self, ReportCommand.self,
      ReplayThreadsCommand.self, LedgerCommand.self,
    ])
}

/// The statuses with which the command ends.
enum Status {
  /// An error in a playbook, a failed test, a missed gate, a bad line in a stream.
  static let findings = ExitCode(1)
  /// Bad usage, an unreadable path, a failed write.
  static let usage = ExitCode(2)
}

/// A failure of the world, in a plain sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

@main
enum Main {
  static func main() {
    do {
      var command = try Decorum.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      printToStandardError("decorum: \(failure.description)")
      exit(Status.usage.rawValue)
    } catch {
      end(with: error)
    }
  }

  /// swift-argument-parser ends bad usage with 64; people and CI expect 2.
  private static func end(with error: any Error) -> Never {
    let code = Decorum.exitCode(for: error)
    let message = Decorum.fullMessage(for: error)
    if code == .success {
      print(message)
    } else if !message.isEmpty {
      printToStandardError(message + suggestion(for: error))
    }
    exit(code == .validationFailure ? Status.usage.rawValue : code.rawValue)
  }

  /// The subcommand that was probably meant, which the parser does not say.
  private static func suggestion(for error: any Error) -> String {
    let names = Decorum.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word),
      let meant = nearestName(to: word, among: names)
    else { return "" }
    return "\nDid you mean `decorum \(meant)`?"
  }
}

func printToStandardError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
