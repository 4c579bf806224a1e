import Foundation

/// Why a file was not written.
public struct WritingProblem: Error, CustomStringConvertible, Sendable {
  public let description: String
}

/// Writes a file as a whole or not at all: to a file beside it, which then takes its name.
///
/// A link stays a link, and a file that is replaced keeps its permissions.
public func writeWhole(_ bytes: [UInt8], to path: String) throws(WritingProblem) {
  let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
  let beside = target.deletingLastPathComponent().appendingPathComponent(".\(UUID().uuidString).decorum")
  let files = FileManager.default
  do {
    let permissions = try? files.attributesOfItem(atPath: target.path)[.posixPermissions]
    if permissions != nil, !files.isWritableFile(atPath: target.path) { throw CocoaError(.fileWriteNoPermission) }
    try Data(bytes).write(to: beside, options: .withoutOverwriting)
    if let permissions { try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: beside.path) }
    guard rename(beside.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  } catch {
    try? files.removeItem(at: beside)
    throw WritingProblem(description: "\(path) could not be written")
  }
}
