import Foundation
import Testing

/// `decorum build --watch`, as somebody who writes a playbook sees it.
@Suite struct WatchTests {
  private static let playbook = CommandTests.small.replacing("version: 1.0.0", with: "version: 1.0.0\nimports: [words]")
    .replacing("text.says: refund", with: "text.uses: money")
  private static let words = "lexicons: {money: [refund]}\n"
  private static let news = "out/decorum.watch.js"

  private let folder: TemporaryFolder
  private let running: RunningCommand

  init() throws {
    folder = try TemporaryFolder(["p.yaml": Self.playbook, "words.yaml": Self.words])
    running = try Command.start(["build", "p.yaml", "--output", "out", "--watch"], in: folder.folder)
    try folder.wait(for: Self.news) { !$0.isEmpty }
  }

  private func save(_ text: String, as name: String) throws { try Data(text.utf8).write(to: folder.url(name)) }

  private func wait(for name: String, toHold text: String) throws {
    try folder.wait(for: name) { String(decoding: $0, as: UTF8.self).contains(text) }
  }

  private func text(_ name: String) throws -> String { try String(contentsOf: folder.url(name), encoding: .utf8) }

  /// What names the state of the page that is there, and of the one that it is to load.
  private func states() throws -> (page: String, news: String) {
    let page = try #require(try text("out/small.html").firstMatch(of: /data-state="([0-9a-f]+)"/))
    let news = try #require(try text(Self.news).firstMatch(of: /"small":"([0-9a-f]+)"/))
    return (String(page.1), String(news.1))
  }

  private func end() throws -> [String] {
    running.kill(with: SIGINT)
    var lines: [String] = []
    while let line = running.readLine() { lines.append(line) }
    #expect(running.status() == 0)
    return lines
  }

  @Test func `a save of any file builds again, and open pages are told`() throws {
    let first = try states()
    #expect(first.page == first.news)
    try save(Self.words.replacing("[refund]", with: "[refund, cashback]"), as: "words.yaml")
    try wait(for: "out/small.md", toHold: "cashback")
    try folder.wait(for: Self.news) { !String(decoding: $0, as: UTF8.self).contains(first.news) }
    let second = try states()
    #expect(second.page == second.news)
    #expect(try text("out/small.html").contains("cashback"))
    _ = try end()
  }

  @Test func `with an error the findings come first, and the last good documents stay`() throws {
    let good = try text("out/small.html")
    try save(Self.playbook.replacing("text.uses: money", with: "text.uses: mony"), as: "p.yaml")
    try wait(for: Self.news, toHold: "error[unknown-lexicon]: there is no lexicon `mony`")
    #expect(try text("out/small.html") == good)
    #expect(try text(Self.news).contains("p.yaml keeps its last good documents"))
    try save(Self.playbook.replacing("A refund", with: "Money back"), as: "p.yaml")
    try wait(for: Self.news, toHold: #""findings":"""#)
    #expect(try text("out/small.html").contains("Money back"))
    let lines = try end()
    let finding = try #require(lines.firstIndex { $0.hasPrefix("error[unknown-lexicon]") })
    let summary = try #require(lines[finding...].firstIndex { $0.hasPrefix("nothing written, ") })
    #expect(lines[finding..<summary].contains("p.yaml keeps its last good documents"))
    #expect(lines.contains("watching 2 files; Control-C ends it"))
  }

  @Test func `a file that is gone for a while does not end it`() throws {
    try FileManager.default.moveItem(at: folder.url("words.yaml"), to: folder.url("away.yaml"))
    try wait(for: Self.news, toHold: "words")
    try FileManager.default.removeItem(at: folder.url("p.yaml"))
    try wait(for: Self.news, toHold: "p.yaml: there is no such file")
    try FileManager.default.moveItem(at: folder.url("away.yaml"), to: folder.url("words.yaml"))
    try save(Self.playbook.replacing("A refund", with: "Money back"), as: "p.yaml")
    try wait(for: "out/small.md", toHold: "Money back")
    _ = try end()
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `at the end the pages are what a build writes, without a trace of watching`(_ signal: Int32) throws {
    #expect(try text("out/small.house-rules.html").contains("strict-dynamic"))
    running.kill(with: signal)
    var last: String?
    while let line = running.readLine() { last = line }
    #expect(running.status() == 0)
    #expect(last == "ended; the pages in out are as `decorum build` writes them")
    #expect(!FileManager.default.fileExists(atPath: folder.url(Self.news).path))
    let check = try Command.run(["build", "p.yaml", "--output", "out", "--check"], in: folder)
    #expect(check.status == 0, "\(check.output)")
    for name in ["out/small.html", "out/small.house-rules.html"] {
      let page = try text(name)
      #expect(!page.contains("strict-dynamic") && !page.contains("watch"))
    }
  }
}
