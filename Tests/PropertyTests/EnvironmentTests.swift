import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

/// The same input gives the same bytes from every process, whatever stands around it.
@Suite(.enabled(if: Command.decorum != nil, "the command was not built beside the tests"))
struct EnvironmentTests {
  /// Hash seeds (one of their own for each process, or none), languages and zones.
  static let environments: [[String: String]] = [
    [:], [:],
    ["SWIFT_DETERMINISTIC_HASHING": "1"],
    ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
    ["LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "TZ": "America/St_Johns"],
    ["LC_ALL": "C", "TZ": "Pacific/Kiritimati", "SWIFT_DETERMINISTIC_HASHING": "1"],
    ["LC_ALL": "ar_EG.UTF-8", "TZ": "UTC+14"],
  ]

  @Test func `decisions are the same bytes in every environment`() throws {
    let first = propertySeed("decisions in environments")
    for number in 0..<UInt64(5 * timesLonger) {
      var dice = Dice(seed: first &+ number)
      let tried = RandomCase(&dice, comments: 40)
      let folder = try TemporaryFolder()
      let yaml = try folder.write(Array(tried.playbook.yaml().utf8), to: "playbook.yaml")
      let expected = try decided(tried)
      // Where a ladder is a draft, what a comment says of it is named as passed over.
      var told: String?
      for environment in Self.environments {
        let outcome = try decorum(
          ["decide", yaml.path, "--ndjson", "--now", "2026-12-01T12:00:00Z"],
          input: tried.comments.map { $0.line + "\n" }.joined(), environment)
        #expect(outcome.errors == told ?? outcome.errors)
        told = outcome.errors
        let isSame = outcome.output.elementsEqual(expected.utf8)
        #expect(isSame, "DECORUM_SEED=\(first &+ number) \(environment)\n\(tried)")
        if !isSame { return }
      }
    }
  }

  @Test(arguments: ["harbour-coffee", "airline"])
  func `programs and documents are the same bytes in every environment`(playbook: String) throws {
    var built: [[String: [UInt8]]] = []
    for environment in Self.environments {
      let folder = try TemporaryFolder()
      let path = Shipped.root.appending(path: "playbooks/\(playbook)").path
      let outcome = try decorum(["build", path, "--output", folder.url.path], input: "", environment)
      #expect(outcome.status == 0, "\(outcome.errors)")
      built.append(try contents(of: folder.url))
    }
    #expect(built[0].count == 7)
    for (other, environment) in zip(built, Self.environments) { #expect(other == built[0], "\(environment)") }
  }

  private func decided(_ tried: RandomCase) throws -> String {
    let engine = try compiled(tried.playbook.yaml()).oracle()
    return tried.comments.map { String(decoding: engine.decide($0).json, as: UTF8.self) + "\n" }.joined()
  }

  private func decorum(_ arguments: [String], input: String, _ environment: [String: String]) throws -> Command.Outcome
  {
    try Command.run(try #require(Command.decorum), arguments, input: Array(input.utf8), environment: environment)
  }

  private func contents(of folder: URL) throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) })
  }
}
