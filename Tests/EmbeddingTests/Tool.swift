import Foundation

/// Another program that a test runs: Swift, Python, a compiler of C.
struct Tool {
  struct Outcome {
    let status: Int32
    /// What it wrote, output and errors as they came.
    let output: String

    var lines: [Substring] { output.split(separator: "\n") }
  }

  private let words: [String]

  /// - Parameter words: The tool as it is found on the path, and its first arguments.
  init(_ words: String...) { self.words = words }

  static let swift = Tool("swift")
  static let python = Tool("python3")
  /// The compiler of C that comes with Swift's.
  static let clang = Tool("clang")

  var isPresent: Bool { (try? run(["--version"]))?.status == 0 }

  func run(_ arguments: [String], in folder: URL? = nil, input: String = "") throws -> Outcome {
    let files = try TemporaryFolder()
    let (given, output) = (files.url("input"), files.url("output"))
    try Data(input.utf8).write(to: given)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words + arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    // What embeds us wants the plugin.
    environment["DECORUM_WITHOUT_PLUGIN"] = nil
    process.environment = environment.merging(
      ["SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: given)
    let written = try FileHandle(forWritingTo: output)
    (process.standardOutput, process.standardError) = (written, written)
    try process.run()
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit
    return Outcome(
      status: isExit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self))
  }
}

/// A folder of its own for a test, removed with the last hold on it.
final class TemporaryFolder {
  let folder = FileManager.default.temporaryDirectory.appending(path: "decorum-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appending(path: name) }
}

/// The repository, and what lies in it.
enum Repository {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    .resolvingSymlinksInPath()

  static func url(_ path: String) -> URL { folder.appending(path: path) }
}
