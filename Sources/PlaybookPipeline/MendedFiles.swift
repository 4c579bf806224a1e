import Foundation
import PlaybookAnalysis

/// Why a mended file was not written.
public struct MendedFileProblem: Error, CustomStringConvertible, Sendable {
  public let description: String
}

/// Applies the certain fixes of the playbook at a path, and writes the files that they change, each as a whole or not
/// at all: to a file beside it, which then takes its name. Links stay links, and permissions are kept.
///
/// - Throws: `FileReader.Trouble` where the playbook cannot be read, `MendedFileProblem` where a file cannot be written.
public func mendPlaybook(at path: PlaybookPath) throws -> Mending {
  let reader = FileReader.disk(within: path.root)
  let mending = try mendPlaybook(path.file, with: reader)
  for file in mending.files where file.after != file.before { try write(file, reader) }
  return mending
}

private func write(_ file: Mending.File, _ reader: FileReader) throws(MendedFileProblem) {
  guard let now = try? reader.read(file.path), now == file.before else {
    throw MendedFileProblem(description: "\(file.path) was changed in the meantime, and is left as it is")
  }
  let target = URL(fileURLWithPath: file.path).resolvingSymlinksInPath()
  let beside = target.deletingLastPathComponent().appendingPathComponent(".\(UUID().uuidString).decorum")
  do {
    let permissions = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions]
    guard FileManager.default.isWritableFile(atPath: target.path) else { throw CocoaError(.fileWriteNoPermission) }
    try Data(file.after).write(to: beside, options: .withoutOverwriting)
    try FileManager.default.setAttributes([.posixPermissions: permissions ?? 0o644], ofItemAtPath: beside.path)
    guard rename(beside.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  } catch {
    try? FileManager.default.removeItem(at: beside)
    throw MendedFileProblem(description: "\(file.path) could not be written")
  }
}
