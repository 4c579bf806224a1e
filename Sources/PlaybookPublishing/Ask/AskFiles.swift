/// The scripts and the style of the box.
enum AskFiles {
  static let style = text(PackageResources.ask_css)

  /// The box as one module. It stands in a block of its own behind the engine, so that it sees what the engine has and
  /// none of its names is one of the engine's.
  static func script(after engine: [UInt8]) -> String { "\(text(engine))\n{\n\(box)}\n" }

  private static let box = [
    PackageResources.values_js, PackageResources.comment_js, PackageResources.times_js, PackageResources.words_js,
    PackageResources.marks_js, PackageResources.orders_js, PackageResources.reasons_js, PackageResources.answer_js,
    PackageResources.copies_js, PackageResources.elements_js, PackageResources.form_js, PackageResources.view_js,
    PackageResources.ask_js,
  ].map(text).map(withoutModules).joined()

  /// The lines of a file that stands in one module with those that it imports. An import is one line.
  private static func withoutModules(_ file: String) -> String {
    file.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("import ") }
      .map { $0.hasPrefix("export ") ? $0.dropFirst(7) : $0 }.joined(separator: "\n")
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
