import Foundation

/// The development data beside the repository, which may not be shipped: `../shared/data` from the package's root.
///
/// Tests that need it are enabled only where it is present, and say so: `.enabled(if: SharedData.isPresent, "…")`.
public enum SharedData {
  public static var isPresent: Bool { FileManager.default.fileExists(atPath: root.path) }

  /// The contents of a file below the folder, or nil where it is absent.
  public static func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appendingPathComponent(path))).map(Array.init)
  }

  /// The names of the files of a folder below it, in order.
  public static func files(in path: String, withExtension ending: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)
    return (names ?? []).filter { $0.hasSuffix(".\(ending)") }.sorted()
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/data").standardizedFileURL
}
