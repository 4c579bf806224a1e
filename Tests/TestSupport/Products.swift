public import Foundation

/// What the package builds: commands and libraries.
public enum Products {
  /// Where they lie: beside the tests themselves, or in the build folder where the runner is a tool of the toolchain.
  public static var folder: URL {
    let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    if FileManager.default.fileExists(atPath: beside.appending(path: "decorum").path) { return beside }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
    return URL(filePath: bundle).deletingLastPathComponent()
  }
}
