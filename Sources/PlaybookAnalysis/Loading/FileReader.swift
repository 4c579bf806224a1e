/// How the compiler comes by files: a value, so that it can be given files from anywhere.
public struct FileReader: Sendable {
  /// Why a file could not be read.
  public enum Trouble: Error, Sendable {
    case missing
    /// The path leads out of the folder to which the playbook is confined.
    case outside
    case tooLarge(limit: Int)
    case unreadable(String)

    /// What a person is told.
    public var sentence: String {
      switch self {
      case .missing: "there is no such file"
      case .outside: "it lies outside the root folder"
      case .tooLarge(let limit): "it is larger than \(limit) bytes"
      case .unreadable(let reason): reason
      }
    }
  }

  /// The bytes at a path relative to where the compiler was called.
  public let read: @Sendable (String) throws(Trouble) -> [UInt8]

  public init(_ read: @escaping @Sendable (String) throws(Trouble) -> [UInt8]) { self.read = read }
}

/// Paths as playbooks write them: `/` between folders, no links followed.
enum Path {
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// A path relative to a folder, with `.` and `..` worked out.
  static func joined(_ folder: String, _ path: String) -> String {
    let isAbsolute = folder.hasPrefix("/")
    var parts: [Substring] = []
    for part in (folder + "/" + path).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}
