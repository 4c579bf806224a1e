import DecisionEngine
import DecisionModel
import Foundation
import Testing

/// Programs as each format had them: they are read, and decide the same, as long as an appeal may be open.
/// `Tests/SavedPrograms/README.md` says how they were made.
@Suite struct SavedProgramTests {
  private static let folder = ConformanceFiles.repository.appending(path: "Tests/SavedPrograms")
  private static let formats = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasPrefix("format-") }.sorted()

  @Test(arguments: formats)
  func `a program of every format that is promised decides as it did`(_ name: String) throws {
    let folder = Self.folder.appending(path: name)
    let image = try ProgramImage(Array(try Data(contentsOf: folder.appending(path: "program.decorum"))))
    #expect(name == "format-\(image.format)")
    let decider = Decider(try Engine(image))
    let comments = try Self.lines(folder.appending(path: "comments.ndjson"))
    let wanted = try Self.lines(folder.appending(path: "decisions.ndjson"))
    #expect(comments.count == wanted.count && comments.count > 100)
    for (comment, line) in zip(comments, wanted) {
      let decision = decider.decide(line: comment, now: Instant(seconds: 1_796_115_600)).decision.json
      #expect(decision == line, "\(String(decoding: decision, as: UTF8.self))")
    }
  }

  @Test func `a program of the present format is among them`() {
    #expect(Self.formats.contains("format-\(DecisionProgram.format)"), "save one: Tests/SavedPrograms/README.md")
  }

  private static func lines(_ file: URL) throws -> [[UInt8]] {
    try Data(contentsOf: file).split(separator: 0x0A).map { Array($0) }
  }
}
