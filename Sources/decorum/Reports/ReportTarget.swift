import ArgumentParser
import Foundation
import PlaybookReports

/// What `--format` names: a format, and the file that it is written to; `sarif:out.sarif`.
struct ReportTarget: ExpressibleByArgument, Hashable {
  enum Format: Hashable {
    case human
    case machine(MachineFormat)

    static let names = ["human"] + MachineFormat.allCases.map(\.rawValue)

    init?(_ name: String) {
      if name == "human" {
        self = .human
      } else if let format = MachineFormat(rawValue: name) {
        self = .machine(format)
      } else {
        return nil
      }
    }

    /// Whether it is made of lines among which others may stand, and not one document.
    var isLines: Bool { self == .human || self == .machine(.github) }
  }

  let format: Format
  /// The file; standard output where nil.
  let file: String?

  init(_ format: Format, file: String? = nil) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = parts.first.flatMap(Format.init), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.init(format, file: parts.count == 2 ? parts[1] : nil)
  }

  static let allValueStrings = Format.names
  static let help = ArgumentHelp(
    "How findings are written; `sarif:out.sarif` writes to a file. May be repeated.",
    valueName: "format[:file]")

  /// Writes a text to the file, or prints it.
  func write(_ text: String) throws {
    guard let file else {
      try Output.write(Array(text.utf8))
      return try Output.flush()
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw Failure("\(file) could not be written")
    }
  }
}

extension [ReportTarget] {
  /// Refuses what would be written over or into one another.
  func validate() throws {
    let files = compactMap(\.file)
    if Set(files).count < files.count { throw ValidationError("Two formats would be written to one file.") }
    let printed = filter { $0.file == nil }
    if printed.count > 1, !printed.allSatisfy(\.format.isLines) || Set(printed).count < printed.count {
      throw ValidationError("Two formats would be printed into one another; give one a file, as in `sarif:out.sarif`.")
    }
  }
}
