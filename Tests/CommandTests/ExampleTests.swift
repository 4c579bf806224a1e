import Foundation
import Testing

/// The command as an operator of other engines, as Documentation/BeyondOneMachine.md shows it.
@Suite struct ExampleTests {
  private static let isSetUp = FileManager.default.fileExists(
    atPath: Command.repository.appending(path: ".build/examples/complete").path)

  @Test(.enabled(if: isSetUp, "`make examples` has not fetched Spark and ClickHouse from PyPI"))
  func `Spark and ClickHouse decide as one machine does`() throws {
    let outcome = try Command.runScript("Scripts/examples.sh")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    for engine in ["Spark, rdd.pipe", "ClickHouse, decide", "ClickHouse, category_of"] {
      #expect(outcome.lines.contains { $0.hasPrefix(engine) && $0.hasSuffix("lines, as on one machine") }, "\(engine)")
    }
  }
}
