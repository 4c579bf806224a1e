import Foundation
import TestSupport

/// The built command while it records: `decorum decide --ndjson --ledger`. What it has written is acknowledged.
final class Writer: @unchecked Sendable {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private var written: [UInt8] = []

  /// - Parameters:
  ///   - program: The file of the program.
  ///   - prefix: What runs the command, such as `env` with what is put before it.
  init(program: URL, ledger: String, at now: String, prefix: [String] = ["/usr/bin/env"]) throws {
    // What it does not read any more must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(filePath: prefix[0])
    process.arguments =
      prefix.dropFirst() + [
        Products.folder.appending(path: "decorum").path, "decide", program.path, "--ndjson", "--quiet", "--now", now,
        "--fields", "comment,ladders", "--ledger", ledger,
      ]
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try output.fileHandleForWriting.close()
    try input.fileHandleForReading.close()
  }

  /// Hands in lines, some at a time, in a thread of its own; ends when the command reads no more.
  func feed(_ lines: [[UInt8]], _ pieces: [Int]) {
    let handle = input.fileHandleForWriting
    Thread.detachNewThread {
      var rest = lines[...]
      for piece in pieces where !rest.isEmpty {
        let some = Array(rest.prefix(piece).joined(separator: [0x0A])) + [0x0A]
        rest = rest.dropFirst(piece)
        if (try? handle.write(contentsOf: Data(some))) == nil { return }
        usleep(300)
      }
      try? handle.write(contentsOf: Data(rest.flatMap { $0 + [UInt8(0x0A)] }))
      try? handle.close()
    }
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits until it has acknowledged something, or has ended.
  func waitForAcknowledgement() { written += output.fileHandleForReading.availableData }

  /// Waits until it has ended: the lines that it has acknowledged, and its status.
  func finish() -> (acknowledged: [[UInt8]], status: Int32) {
    let bytes = written + [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    return (lines.map { Array($0) }, process.terminationStatus)
  }
}
