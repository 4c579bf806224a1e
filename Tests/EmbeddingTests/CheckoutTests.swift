import Foundation
import Testing

/// What SwiftPM checks out for a package that names this one by the address of a repository.
@Suite("Checkouts") struct CheckoutTests {
  @Test(.timeLimit(.minutes(5)))
  func `without traits, this package is all that is checked out`() throws {
    let files = try TemporaryFolder()
    let repository = try publish(in: files)
    try write(
      """
      // swift-tools-version: 6.1
      import PackageDescription

      let package = Package(
        name: "consumer",
        dependencies: [.package(url: "\(repository.absoluteString)", from: "0.1.0", traits: [])],
        targets: [.target(name: "consumer", dependencies: [.product(name: "DecisionEngine", package: "decorum")])])

      """, to: files.url("consumer/Package.swift"))
    try write("import DecisionEngine\n", to: files.url("consumer/Sources/consumer/Consumer.swift"))
    let outcome = try Tool.swift.run(["package", "--package-path", files.url("consumer").path, "resolve"])
    try #require(outcome.status == 0, "\(outcome.output)")
    let checkouts = files.url("consumer/.build/checkouts").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: checkouts) == ["decorum"])
    let resolved = try String(contentsOf: files.url("consumer/Package.resolved"), encoding: .utf8)
    #expect(resolved.matches(of: /"identity" : "(.*)"/).map(\.1) == ["decorum"])
  }

  /// A repository that holds this package's manifest as version 0.1.0: all that resolution reads.
  private func publish(in files: TemporaryFolder) throws -> URL {
    let repository = files.url("decorum")
    try write(
      try String(contentsOf: Repository.url("Package.swift"), encoding: .utf8), to: files.url("decorum/Package.swift"))
    let git = Tool("git", "-c", "user.name=Decorum", "-c", "user.email=tests@decorum.invalid")
    for command in [["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "A release"], ["tag", "0.1.0"]] {
      let outcome = try git.run(command, in: repository)
      try #require(outcome.status == 0, "\(outcome.output)")
    }
    return repository
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
