import Foundation
import PlaybookAnalysis
import PlaybookPipeline

/// A revision of the git repository in which the command runs: its files as they were then, read by git itself.
struct GitRevision {
  /// What was asked for: `HEAD~1`.
  let name: String
  /// The digest by which git knows it.
  private let commit: String

  /// - Throws: `Failure` where there is no repository, or no such revision in it.
  init(_ name: String) throws {
    self.name = name
    let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"]
    guard let found = try? GitRevision.git(asked, most: 256), let commit = found.firstLine else {
      throw Failure("git knows no revision `\(name)` here")
    }
    self.commit = commit
  }

  /// The path of a playbook or program from the root of the repository on: of a folder, that of its `playbook.yaml`.
  ///
  /// - Parameter path: As git writes it: from the root of the repository on, or from here on where it begins with `./`.
  func file(at path: String) throws -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    if path.hasPrefix("./") || path == "." {
      parts =
        (try Self.git(["rev-parse", "--show-prefix"], most: 1 << 16).firstLine ?? "").split(separator: "/") + parts
    }
    let whole = parts.joined(separator: "/")
    let kind = try? Self.git(["cat-file", "-t", "\(commit):\(whole)"], most: 256).firstLine
    switch kind {
    case "tree": return whole.isEmpty ? "playbook.yaml" : "\(whole)/playbook.yaml"
    case "blob": return whole
    default: throw Failure("\(name):\(path): there is no such file in that revision")
    }
  }

  /// Reads the files of the revision, by their paths from the root of the repository on, and none beside them.
  var reader: FileReader {
    FileReader { [commit] path throws(FileReader.Trouble) in
      guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { throw .outside }
      guard let bytes = try? Self.git(["cat-file", "blob", "\(commit):\(path)"], most: FileReader.largest + 1) else {
        throw .missing
      }
      guard bytes.count <= FileReader.largest else { throw .tooLarge(limit: FileReader.largest) }
      return bytes
    }
  }

  /// What git writes, at most so many bytes of it.
  ///
  /// - Throws: `Failure` where git cannot be run, or ends with another status than 0.
  private static func git(_ arguments: [String], most: Int) throws -> [UInt8] {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw Failure("git could not be run") }
    let bytes = (try? output.fileHandleForReading.read(upToCount: most)).flatMap { $0 } ?? Data()
    // Whoever has more to say than is read is not waited for.
    if bytes.count == most { process.terminate() }
    try? output.fileHandleForReading.close()
    process.waitUntilExit()
    guard bytes.count == most || process.terminationStatus == 0 else {
      throw Failure("git ends with \(process.terminationStatus)")
    }
    return Array(bytes)
  }
}

extension [UInt8] {
  /// The first line as text; nil where there is none.
  fileprivate var firstLine: String? {
    split(separator: 0x0A, maxSplits: 1).first.map { String(decoding: $0, as: UTF8.self) }
  }
}
