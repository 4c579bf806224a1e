import DecisionModel
import DecisionScript
import Foundation
import PlaybookPipeline

/// The engine in JavaScript, run by Node over many programs at once.
enum Script {
  static let isThere = (try? Command.run(URL(filePath: "/usr/bin/env"), ["node", "--version"]))?.status == 0

  /// The decisions about the comments of each case, as Node writes them.
  static func decisions(_ cases: [(program: CompiledPlaybook, comments: [RandomComment])]) throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    let module = try folder.write(DecisionScript.module, to: "decorum.mjs")
    let batch = try folder.write(cases.flatMap { rows($0.program, $0.comments) }, to: "batch")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../DecisionScriptTests/decide-batch.mjs").standardized
    let outcome = try Command.run(URL(filePath: "/usr/bin/env"), ["node", script.path, module.path, batch.path])
    guard outcome.status == 0 else { throw Refused(description: "node: \(outcome.errors)") }
    return outcome.output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map(Array.init)
  }

  private static func rows(_ program: CompiledPlaybook, _ comments: [RandomComment]) -> [UInt8] {
    row(program.bytes) + row(Array(noon.description.utf8)) + row(littleEndian(comments.count))
      + comments.flatMap { row(Array($0.line.utf8)) }
  }

  private static func row(_ bytes: [UInt8]) -> [UInt8] { littleEndian(bytes.count) + bytes }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(number).littleEndian) { Array($0) }
  }
}
