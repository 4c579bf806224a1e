import ArgumentParser
import DecisionModel
import Foundation
import PlaybookAnalysis
import PlaybookPipeline

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the program and the documents of playbooks.",
    discussion: """
      Writes for each playbook NAME.html and NAME.md (everything), NAME.house-rules.html and NAME.house-rules.md (what \
      the public reads) and NAME.decorum (the program by which `decorum decide` decides); beside them decorum.mjs, the \
      engine in JavaScript, with its types; and for several playbooks index.html and index.md. A file that is there \
      already with the same bytes is left alone.

      Nothing is written where a playbook has errors.
      """)

  @Argument(
    help: "Playbooks: files, or folders that hold playbook.yaml.", completion: .file(extensions: ["yaml", "yml"]))
  var playbooks: [String]

  @Option(help: "The folder to write to; it is made where it is missing.", completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What to make, with commas between: html, markdown, program, script.",
      discussion: "By default everything. May be repeated."))
  var only: [BuildParts] = []

  @Option(
    help: ArgumentHelp(
      "Put documents in Markdown into a file, between markers.",
      discussion: """
        Between `<!-- decorum:begin NAME -->` and `<!-- decorum:end NAME -->` stands the playbook NAME, between those of \
        NAME.house-rules its house rules. May be repeated.
        """, valueName: "file"), completion: .file(extensions: ["md"]))
  var inject: [String] = []

  @Flag(help: "Build at each save, until Control-C; open pages load themselves anew.")
  var watch = false

  @Flag(help: "Write nothing; end with 1 where a file is not what would be written.")
  var check = false

  @Option(help: "The day that the documents name as theirs, such as 2026-12-01; by default they name none.")
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Say at the end of the documents what has changed since an earlier version of the playbook.",
      discussion: "A playbook, a program, or either at a revision of git: HEAD~1:playbooks/airline.", valueName: "old"),
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var since: String?

  @Flag(help: "Say at the end of the internal documents what examples, tests and stories have shown, and what not.")
  var coverage = false

  @Option(
    help: ArgumentHelp("Sign the programs with an Ed25519 private key, as openssl writes it.", valueName: "key"),
    completion: .file(extensions: ["pem"]))
  var sign: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if output == nil, inject.isEmpty { throw ValidationError("Say where to write: --output DIR, or --inject FILE.") }
    if output == nil, !only.isEmpty { throw ValidationError("--only is about the files in --output.") }
    if since != nil, playbooks.count != 1 { throw ValidationError("--since is about one playbook.") }
    if watch, check { throw ValidationError("--watch writes what --check only looks at.") }
  }

  func run() throws {
    var site = Site(parts: parts, key: sign, day: try day(), isInjected: !inject.isEmpty)
    site.since = try since.map { try openPolicy($0, reading) }
    site.showsCoverage = coverage
    let folder = output.map { OutputFolder(path: $0, isOnlyCompared: check) }
    let destinations = Destinations(folder: folder, injected: inject, isOnlyCompared: check)
    if watch {
      var watch = Watch(playbooks, site, destinations, reading)
      return try watch.run()
    }
    let started = ContinuousClock.now
    let entries = try build(site, started)
    if let conflict = site.conflict(in: entries) { throw Failure(conflict) }
    let report = try destinations.write(site.files(of: entries), documents: entries.flatMap(\.documents))
    let style = ReportStyle(hasColours: Terminal.output.hasColours)
    try Output.write(Array(report.text(style, elapsed: .now - started).utf8))
    try Output.flush()
    if check, report.countChanged > 0 { throw Status.findings }
  }

  /// Reads all playbooks and makes what is theirs, unless one has errors. Says what is found in them.
  private func build(_ site: Site, _ started: ContinuousClock.Instant) throws -> [Site.Entry] {
    var progress = BuildProgress(count: playbooks.count)
    defer { progress.clear() }
    var findings = BuildFindings()
    var entries: [Site.Entry] = []
    for (index, path) in playbooks.enumerated() {
      progress.show(index + 1, path)
      let analysis = try reading.analyse(path, judging: false)
      findings.add(analysis, colours: Terminal.errors.hasColours)
      if !findings.hasErrors { entries.append(try site.entry(of: analysis, at: path)) }
    }
    progress.clear()
    let text = findings.text(elapsed: .now - started)
    if !text.isEmpty { FileHandle.standardError.write(Data(text.utf8)) }
    if findings.hasErrors { throw Status.findings }
    return entries
  }

  private var parts: Set<BuildPart> {
    if output == nil { return [] }
    return only.isEmpty ? Set(BuildPart.allCases) : Set(only.flatMap(\.parts))
  }

  private func day() throws -> CalendarDate? {
    guard let date else { return nil }
    guard let day = CalendarDate(date) else { throw Failure("`\(date)` is no day: write it as 2026-12-01") }
    return day
  }
}
