import Foundation

/// A package that embeds this one, as another project would: a copy of one in `Packages`, so that tests can change it.
///
/// What was built stays in `.build/embedded` for the next run, as it does for whoever works on such a package. All
/// packages lie in the same place, so that they share what is built of this one.
struct Consumer {
  private static let home = Repository.url(".build/embedded")

  let folder = Consumer.home.appending(path: "package")
  private let scratch = Consumer.home.appending(path: "build")

  init(_ name: String) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: Consumer.home, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Repository.url("Tests/EmbeddingTests/Packages/\(name)"), to: folder)
    try change("Package.swift") { $0.replacing("../decorum", with: Repository.folder.path) }
  }

  /// Where a file of the package is.
  func url(_ path: String) -> URL { folder.appending(path: path) }

  func change(_ path: String, _ change: (String) -> String) throws {
    let text = try String(contentsOf: url(path), encoding: .utf8)
    try Data(change(text).utf8).write(to: url(path))
  }

  func build(_ product: String) throws -> Tool.Outcome {
    try Tool.swift.run([
      "build", "--package-path", folder.path, "--scratch-path", scratch.path, "--disable-index-store", "--product",
      product,
    ])
  }

  /// What a product writes when it is given some lines.
  func run(_ product: String, _ arguments: [String] = [], input: String) throws -> Tool.Outcome {
    try Tool(built(product).path).run(arguments, input: input)
  }

  func built(_ name: String) -> URL { scratch.appending(path: "debug/\(name)") }

  /// What SwiftPM has checked out for the package.
  var checkouts: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: scratch.appending(path: "checkouts").path)) ?? []
  }

  /// The modules whose objects a product was linked from.
  func modules(of product: String) throws -> Set<String> {
    let list = try String(contentsOf: built("\(product).product/Objects.LinkFileList"), encoding: .utf8)
    return Set(list.matches(of: /\/([A-Za-z_]+)\.build\//).map { String($0.1) })
  }
}
