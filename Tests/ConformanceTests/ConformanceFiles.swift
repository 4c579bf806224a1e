import Foundation

/// The conformance cases, which stand as files in `Tests/Conformance`.
enum ConformanceFiles {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  static let folder = repository.appending(path: "Tests/Conformance")

  /// The playbooks with tests, as paths from the folder on: a file each, or a folder with `playbook.yaml`.
  static let playbooks = files(named: { $0.hasSuffix(".yaml") }).filter { path in
    !path.hasPrefix("decisions-as-data/") && isPlaybook(path)
  }

  /// The folders with a playbook, comments and decisions.
  static let decisions = files(named: { $0 == "comments.ndjson" }).map { String($0.dropLast("/comments.ndjson".count)) }

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func lines(_ name: String) throws -> [[UInt8]] {
    let data = try Data(contentsOf: folder.appending(path: name))
    var lines = data.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func files(named isWanted: (String) -> Bool) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { isWanted(($0 as NSString).lastPathComponent) }.sorted()
  }

  /// Files that a playbook imports have no name of their own.
  private static func isPlaybook(_ path: String) -> Bool {
    let text = (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").contains { $0.hasPrefix("playbook:") }
  }
}
