import Foundation

/// The built command, run in a process of its own.
enum Command {
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let errors: String
  }

  /// Beside the tests themselves, wherever they were built.
  private static let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  private static let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
  static let decorum = [beside, URL(filePath: bundle).deletingLastPathComponent()].map { $0.appending(path: "decorum") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// Python with `jsonschema`, which the properties do not need but use where it is.
  static let hasJSONSchema =
    (try? run(URL(filePath: "/usr/bin/env"), ["python3", "-c", "import jsonschema"]))?.status == 0

  /// Runs a program with nothing in its environment but what is given and where programs are found.
  static func run(
    _ program: URL, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let files = try ["input", "output", "errors"].map { try folder.write([], to: $0) }
    try Data(input).write(to: files[0])
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: Array(try Data(contentsOf: files[1])),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

/// A folder that goes with the last hold on it.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "decorum-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }
}
