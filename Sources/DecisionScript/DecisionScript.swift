/// The engine in JavaScript, as one module without dependencies: for Node, and for pages.
public enum DecisionScript {
  /// The module: its files one after another in their order, without imports and comments (README.md beside this file).
  public static let module: [UInt8] = Array(bundled.utf8)

  /// What the module has, for TypeScript.
  public static let declarations: [UInt8] = PackageResources.decorum_d_ts

  private static var bundled: String {
    files.enumerated().map { place, file in
      let isLast = place == files.count - 1
      let lines = withoutImports(withoutComments(String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")))
      return lines.map { isLast ? $0 : $0.hasPrefix("export ") ? $0.dropFirst(7) : $0 }.joined(separator: "\n") + "\n"
    }.joined()
  }

  /// Comments have lines of their own; a longer one begins with `/**`.
  private static func withoutComments(_ lines: [Substring]) -> [Substring] {
    var isInside = false
    return lines.compactMap { line in
      let line = line.trimmed
      if line.hasPrefix("/**") { isInside = true }
      let isKept = !isInside && !line.hasPrefix("//") && !line.isEmpty
      if line.hasSuffix("*/") { isInside = false }
      return isKept ? line : nil
    }
  }

  /// An import begins with `import` and ends with the name of its file.
  private static func withoutImports(_ lines: [Substring]) -> [Substring] {
    var isInside = false
    return lines.filter { line in
      if line.hasPrefix("import ") { isInside = true }
      let isKept = !isInside
      if line.hasSuffix(".js'") { isInside = false }
      return isKept
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    let end = start.lastIndex { $0 != " " }
    return end.map { start[...$0] } ?? start[start.endIndex...]
  }
}
