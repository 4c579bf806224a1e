import Foundation
import Testing

/// `decorum check --fix` as it works on files.
@Suite("Fix") struct FixTests {
  private static let slips = """
    decorum: 1
    playbook: slips
    imports: [shared/words]
    categories:
      - category: big
        titel: “Big”
        when: {author.followers: ">= 5", text.uses: insults}
      - {category: other, when: otherwise, wrongly: x}

    """
  private static let words = "lexicons:\n  insults:\n    tersm: [idiot]\n"
  private static let mended = slips.replacing("titel: “Big”", with: "title: \"Big\"")
    .replacing("\">= 5\"", with: "at least 5")

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["in/playbook.yaml": Self.slips, "in/shared/words.yaml": Self.words])
  }

  private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  @Test func `what is certain is written, and what is left is said`() throws {
    let folder = try folder()
    let outcome = try Command.run(["check", "in", "--fix"], in: folder)
    #expect(try text(folder.url("in/playbook.yaml")) == Self.mended)
    #expect(try text(folder.url("in/shared/words.yaml")) == Self.words.replacing("tersm", with: "terms"))
    #expect(
      outcome.output.hasPrefix(
        """
        fixed[unknown-key]: in/playbook.yaml:6:5: `titel` is now `title`
        fixed[smart-quotes]: in/playbook.yaml:6:12: `“Big”` is now `"Big"`
        fixed[comparison-sign]: in/playbook.yaml:7:30: `">= 5"` is now `at least 5`
        fixed[unknown-key]: in/shared/words.yaml:3:5: `tersm` is now `terms`

        error[unknown-key]: a category has no key `wrongly`
        """), "\(outcome.output)")
    #expect(outcome.status == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url("in").path).sorted() == [
        "playbook.yaml", "shared",
      ])
    let again = try Command.run(["check", "in", "--fix"], in: folder)
    #expect(!again.output.contains("fixed["))
    #expect(try text(folder.url("in/playbook.yaml")) == Self.mended)
  }

  @Test func `a machine format stays whole, and tells what is left`() throws {
    let folder = try folder()
    let outcome = try Command.run(["check", "in", "--fix", "--format", "json"], in: folder)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect((json?["findings"] as? [[String: Any]])?.map { $0["name"] as? String } == ["unknown-key"])
    #expect(outcome.errors.contains("fixed[comparison-sign]: in/playbook.yaml:7:30"))
  }

  @Test func `permissions are kept, a link stays a link, and a file without fixes is not touched`() throws {
    let folder = try folder()
    let (playbook, words) = (folder.url("in/playbook.yaml"), folder.url("in/shared/words.yaml"))
    try FileManager.default.moveItem(at: words, to: folder.url("in/real.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: words.path, withDestinationPath: "../real.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.url("in/real.yaml").path)
    try Data(Self.mended.utf8).write(to: playbook)
    let day = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: playbook.path)
    _ = try Command.run(["check", "in", "--fix"], in: folder)
    #expect(try text(folder.url("in/real.yaml")).contains("terms"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: words.path) == "../real.yaml")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("in/real.yaml").path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.attributesOfItem(atPath: playbook.path)[.modificationDate] as? Date == day)
  }

  @Test func `nothing outside of the root is written`() throws {
    let folder = try folder()
    try FileManager.default.moveItem(at: folder.url("in/shared/words.yaml"), to: folder.url("words.yaml"))
    try FileManager.default.createSymbolicLink(
      at: folder.url("in/shared/words.yaml"), withDestinationURL: folder.url("words.yaml"))
    let outcome = try Command.run(["check", "in", "--fix"], in: folder)
    #expect(outcome.output.contains("error[outside-path]"))
    #expect(try text(folder.url("words.yaml")) == Self.words)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder that cannot be written is a failure, and the file is as it was`() throws {
    let folder = try folder()
    let home = folder.url("in").path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: home)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home) }
    let outcome = try Command.run(["check", "in", "--fix"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "decorum: in/playbook.yaml could not be written\n")
    #expect(try text(folder.url("in/playbook.yaml")) == Self.slips)
  }
}
