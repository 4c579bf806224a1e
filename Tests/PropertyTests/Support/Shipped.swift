import Foundation

/// What stands in the repository itself.
enum Shipped {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../..").standardized

  /// The files of all playbooks, as paths from the root.
  static let files = paths(in: "playbooks", withExtension: "yaml")

  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  static func paths(in folder: String, withExtension ending: String? = nil) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (names ?? []).filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: root.appending(path: "\(folder)/\(name)").path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && (ending.map { name.hasSuffix(".\($0)") } ?? true)
    }.sorted().map { "\(folder)/\($0)" }
  }
}
