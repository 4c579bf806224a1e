/// The styles and scripts that every page has (the folder `Page`), in their order.
enum PageFiles {
  static let style = [
    PackageResources.colours_css, PackageResources.text_css, PackageResources.layout_css, PackageResources.tables_css,
    PackageResources.figures_css,
    PackageResources.search_css, PackageResources.print_css,
  ].map(text).joined(separator: "\n")

  /// Runs where it stands, behind the table of contents, so that nothing moves once it is seen.
  static let beginning = text(PackageResources.beginning_js)

  /// One module, in which the files stand one after another.
  static let module = [
    PackageResources.contents_js, PackageResources.copying_js, PackageResources.search_js,
    PackageResources.printing_js,
  ].map(text).joined(separator: "\n")

  /// What only a page has that carries something packed.
  static let unpacking = text(PackageResources.unpacking_js)

  /// What only a page has on which something is counted.
  static let barsStyle = text(PackageResources.bars_css)

  /// What only a page has whose build goes on watching.
  static let watching = text(PackageResources.watching_js)
  static let watchingStyle = text(PackageResources.watching_css)

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
