import Foundation
import PlaybookAnalysis
import PlaybookPipeline

/// The program of a policy: of a playbook, of a folder that holds one, of a program that was built, or of any of these as
/// it was at a revision of git, which is written as git does: `HEAD~1:playbooks/airline`.
///
/// What is there under the whole name is that, whatever colons it has.
func openPolicy(_ name: String, _ reading: ReadingOptions) throws -> OpenedPolicy {
  guard !FileManager.default.fileExists(atPath: name), let (revision, path) = revisionAndPath(name) else {
    if name.hasSuffix(".decorum") { return OpenedPolicy(name: name, compiled: try openProgram(name, reading)) }
    return try OpenedPolicy(of: try reading.usable(name), at: name)
  }
  let files = try GitRevision(revision)
  let file = try files.file(at: path)
  if file.hasSuffix(".decorum") {
    let bytes = try sentences(name) { () throws(FileReader.Trouble) in try files.reader.read(file) }
    do { return OpenedPolicy(name: name, compiled: try readProgram(bytes)) } catch {
      throw Failure("\(name): \(error)")
    }
  }
  let analysis = try sentences(name) { () throws(FileReader.Trouble) in
    try analyse(file, with: files.reader, judging: false)
  }
  return try OpenedPolicy(of: try usable(analysis), at: name)
}

/// A policy that can decide, with what was read of it.
struct OpenedPolicy {
  /// As a person named it.
  let name: String
  let compiled: CompiledPlaybook
  /// Nil of a program that was built before.
  private(set) var analysis: Analysis?

  init(name: String, compiled: CompiledPlaybook) {
    self.name = name
    self.compiled = compiled
  }

  init(of analysis: Analysis, at name: String) throws {
    self.init(name: name, compiled: try compilePlaybook(analysis))
    self.analysis = analysis
  }
}

/// What a file's trouble is, as a failure of the command.
private func sentences<Result>(
  _ name: String, _ work: () throws(FileReader.Trouble) -> Result
) throws -> Result {
  do { return try work() } catch { throw Failure("\(name): \(error.sentence)") }
}

private func revisionAndPath(_ name: String) -> (revision: String, path: String)? {
  guard let colon = name.firstIndex(of: ":"), colon != name.startIndex else { return nil }
  return (String(name[..<colon]), String(name[name.index(after: colon)...]))
}
