import Foundation
public import PlaybookAnalysis

extension FileReader {
  /// The size of the largest file that is read: 4 MiB.
  public static let largest = 4 * 1024 * 1024

  /// Reads files from the disk; none outside a folder, links followed.
  ///
  /// - Parameter root: the folder to which the playbook is confined, as a path.
  public static func disk(within root: String) -> FileReader {
    let home = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
    return FileReader { path throws(Trouble) in
      let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      guard place == home || place.hasPrefix(home == "/" ? "/" : home + "/") else { throw .outside }
      return try readFile(place)
    }
  }
}

/// The bytes of a file; why not, in plain words.
func readFile(_ path: String) throws(FileReader.Trouble) -> [UInt8] {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing }
  guard !isFolder.boolValue else { throw .unreadable("it is a folder") }
  do {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    let data = try handle.read(upToCount: FileReader.largest + 1) ?? Data()
    guard data.count <= FileReader.largest else { throw FileReader.Trouble.tooLarge(limit: FileReader.largest) }
    return Array(data)
  } catch let trouble as FileReader.Trouble {
    throw trouble
  } catch {
    throw .unreadable("it could not be opened")
  }
}

/// Where a playbook lies, and the folder to which it is confined.
public struct PlaybookPath: Sendable {
  /// The playbook's file.
  public let file: String
  public let root: String

  /// - Parameters:
  ///   - path: the playbook's file, or the folder that holds `playbook.yaml`.
  ///   - root: the folder to confine it to; by default the repository that holds it, else its own folder.
  public init(_ path: String, root: String? = nil) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    file = exists && isFolder.boolValue ? (trimmed == "." ? "playbook.yaml" : trimmed + "/playbook.yaml") : path
    self.root = root ?? PlaybookPath.repository(of: file)
  }

  private static func repository(of file: String) -> String {
    let home = URL(fileURLWithPath: file).deletingLastPathComponent().resolvingSymlinksInPath()
    var folder = home
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent(".git").path) { return folder.path }
      folder = folder.deletingLastPathComponent()
    }
    return home.path
  }
}
