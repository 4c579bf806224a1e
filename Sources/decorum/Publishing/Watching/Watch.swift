import Diagnostics
import Foundation
import PlaybookPublishing

/// Builds whenever a file of a playbook is saved, until somebody ends it. Meanwhile open pages load themselves anew.
///
/// A playbook with errors keeps its last good documents. At the end the pages are written as a build without watching
/// writes them.
struct Watch {
  /// How often files are looked at, and how long they must be left alone after a change, in milliseconds.
  private static let interval: UInt32 = 200
  private static let rest: UInt32 = 100

  private var site: Site
  private let destinations: Destinations
  private let reading: ReadingOptions
  private var playbooks: [WatchedPlaybook]

  init(_ paths: [String], _ site: Site, _ destinations: Destinations, _ reading: ReadingOptions) {
    self.site = site
    self.site.isWatched = destinations.folder != nil
    self.destinations = destinations
    self.reading = reading
    playbooks = paths.map { WatchedPlaybook(path: $0) }
  }

  mutating func run() throws {
    Interruption.listen()
    try build(isFirst: true)
    while !Interruption.isWanted {
      Interruption.sleep(milliseconds: Watch.interval)
      guard playbooks.contains(where: \.files.areChanged) else { continue }
      settle()
      if !Interruption.isWanted { try build(isFirst: false) }
    }
    try end()
  }

  /// Waits until nobody writes any more: a save is often several changes.
  private func settle() {
    var before: [FileStamp] = []
    var now = playbooks.flatMap(\.files.now)
    while before != now, !Interruption.isWanted {
      before = now
      Interruption.sleep(milliseconds: Watch.rest)
      now = playbooks.flatMap(\.files.now)
    }
  }

  // MARK: Building

  /// Makes anew what has changed. The first time, whatever prevents that ends the command.
  private mutating func build(isFirst: Bool) throws {
    let started = ContinuousClock.now
    for index in playbooks.indices where isFirst || playbooks[index].files.areChanged {
      try playbooks[index].build(site, reading)
    }
    var troubles = playbooks.compactMap(\.trouble)
    if isFirst, let trouble = troubles.first { throw Failure(trouble) }
    var report: BuildReport?
    do {
      report = try write()
    } catch let failure as Failure where !isFirst {
      troubles.append(failure.description)
    }
    try tell(troubles, report, elapsed: .now - started)
  }

  private func write() throws -> BuildReport {
    let entries = playbooks.compactMap(\.lastGood)
    if let conflict = site.conflict(in: entries) { throw Failure(conflict) }
    let report = try destinations.write(site.files(of: entries), documents: entries.flatMap(\.documents))
    // Last, so that what it tells of is there.
    if let news = news(of: entries) { _ = try destinations.folder?.put(news) }
    return report
  }

  /// What tells open pages of this build.
  private func news(of entries: [Site.Entry]) -> MadeFile? {
    let pages = site.pages(of: entries)
    if pages.isEmpty { return nil }
    let lines = playbooks.compactMap(\.trouble) + playbooks.compactMap(\.delay)
    let text = WatchedPage.news(
      pages, findings: findings(colours: false, elapsed: nil) + lines.map { $0 + "\n" }.joined())
    return MadeFile(WatchedPage.news, "", Array(text.utf8))
  }

  private func findings(colours: Bool, elapsed: Duration?) -> String {
    var findings = BuildFindings()
    for analysis in playbooks.compactMap(\.analysis) { findings.add(analysis, colours: colours) }
    return findings.text(elapsed: elapsed)
  }

  // MARK: What is said

  private func tell(_ troubles: [String], _ report: BuildReport?, elapsed: Duration) throws {
    let style = ReportStyle(hasColours: Terminal.output.hasColours)
    var text = Terminal.output.isTerminal ? "\u{1B}[H\u{1B}[2J" : ""
    text += findings(colours: style.hasColours, elapsed: elapsed)
    text += troubles.map { "decorum: \($0)\n" }.joined()
    text += playbooks.compactMap(\.delay).map { $0 + "\n" }.joined()
    text += report?.text(style, elapsed: elapsed) ?? ""
    let count = playbooks.reduce(0) { $0 + $1.files.count }
    try say(text + style.faint("watching \(count) file\(count == 1 ? "" : "s"); Control-C ends it") + "\n")
  }

  private func say(_ text: String) throws {
    try Output.write(Array(text.utf8))
    try Output.flush()
  }

  // MARK: The end

  /// Writes the pages as they are published.
  private mutating func end() throws {
    // The terminal has shown the keys that were pressed.
    try say(Terminal.output.isTerminal ? "\n" : "")
    guard site.isWatched, let folder = destinations.folder, !site.pages(of: playbooks.compactMap(\.lastGood)).isEmpty
    else { return try say("ended\n") }
    site.isWatched = false
    let entries = try playbooks.compactMap(\.lastGood).map { try site.entry(of: $0.analysis, at: $0.path) }
    for file in site.files(of: entries) { _ = try folder.put(file) }
    folder.remove(WatchedPage.news)
    try say("ended; the pages in \(visible(folder.path)) are as `decorum build` writes them\n")
  }
}
