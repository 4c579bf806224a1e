import Foundation

/// The built command, run as a person runs it.
enum Command {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// Beside the tests themselves, wherever they were built.
  private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "decorum")

  /// Runs the command in the repository, or in a folder.
  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: URL = repository, environment: [String: String] = [:]
  ) throws -> Outcome {
    try finish(process(built.path, arguments, in: folder, environment), input)
  }

  /// Runs the command in a folder of a test, which lasts until the command has ended.
  static func run(_ arguments: [String], input: [UInt8] = [], in folder: TemporaryFolder) throws -> Outcome {
    defer { withExtendedLifetime(folder) {} }
    return try run(arguments, input: input, in: folder.folder)
  }

  /// Runs a script of the repository, which is given the command.
  static func runScript(_ script: String) throws -> Outcome {
    try finish(process("/usr/bin/env", ["--default-signal", script, built.path], in: repository, [:]), [])
  }

  /// Runs Node in the repository.
  static func runNode(_ arguments: [String]) throws -> Outcome {
    try finish(process("/usr/bin/env", ["node"] + arguments, in: repository, [:]), [])
  }

  /// Runs the command where its output and its errors are one terminal; gives what that shows.
  static func runOnTerminal(_ arguments: [String], in folder: URL) throws -> String {
    let line = ([built.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try finish(
      process("/usr/bin/env", ["script", "--quiet", "--return", "--command", line, "/dev/null"], in: folder, [:]), [])
    return outcome.output
  }

  private static func finish(_ process: Process, _ input: [UInt8]) throws -> Outcome {
    let files = try TemporaryFolder()
    let (given, output, errors) = (files.url("input"), files.url("output"), files.url("errors"))
    try Data(input).write(to: given)
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private static var built: URL { FileManager.default.fileExists(atPath: executable.path) ? executable : builtBySwift }

  private static func process(
    _ tool: String, _ arguments: [String], in folder: URL, _ environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    return process
  }

  /// Starts the command with pipes, to talk with it.
  ///
  /// - Parameter signals: Options of coreutils' `env`. The threads that run tests hold most signals back, and what they
  ///   start inherits that.
  static func start(
    _ arguments: [String], in folder: URL, signals: [String] = ["--default-signal"]
  ) throws -> RunningCommand {
    try RunningCommand(process("/usr/bin/env", signals + [built.path] + arguments, in: folder, [:]))
  }

  /// Where the runner is a tool of the toolchain, the products lie in the build folder.
  private static var builtBySwift: URL {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "decorum")
  }
}

/// The command while it runs, with pipes to and from it.
final class RunningCommand {
  private let process: Process
  private let (input, output, told) = (Pipe(), Pipe(), Pipe())
  private var unread: [UInt8] = []

  init(_ process: Process) throws {
    self.process = process
    process.standardInput = input
    process.standardOutput = output
    process.standardError = told
    // What it does not read any more must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
  }

  func write(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }
  func endInput() throws { try input.fileHandleForWriting.close() }
  func endOutput() throws { try output.fileHandleForReading.close() }
  func kill(with signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

  /// The next line of the output; waits for it. Nil at the end.
  func readLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }

  /// The status with which it ended; 128 and the number of a signal.
  func status() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// What it said on standard error until it ended.
  var errors: String { String(decoding: told.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
}

/// A folder of its own for a test, removed with the last hold on it.
final class TemporaryFolder {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "decorum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try FileManager.default.createDirectory(
        at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url(name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  /// Waits until the bytes of a file are as they should be.
  func wait(for name: String, until isReady: (Data) -> Bool) throws {
    let start = ContinuousClock.now
    while !((try? Data(contentsOf: url(name))).map(isReady) ?? false) {
      if ContinuousClock.now - start > .seconds(60) { throw Late(name: name) }
      usleep(2000)
    }
  }

  struct Late: Error {
    let name: String
  }
}
