import DecisionModel
import DecisionScript
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookPublishing

/// What a build makes of playbooks: the files of each, an index where there are several, and the engine in JavaScript.
struct Site {
  /// What is not asked for is not made.
  let parts: Set<BuildPart>
  /// The private key that signs the programs.
  let key: String?
  /// The day that the documents name as theirs.
  let day: CalendarDate?
  /// Whether documents in Markdown are put into other files.
  let isInjected: Bool
  /// Whether somebody looks on, so that pages notice the next build.
  var isWatched = false
  /// The version since which the documents tell what has changed.
  var since: OpenedPolicy?
  /// Whether the internal document says what tests have shown, and what not.
  var showsCoverage = false

  /// A playbook with all that is its own.
  struct Entry {
    let path: String
    let analysis: Analysis
    let playbook: Playbook
    fileprivate(set) var files: [MadeFile] = []
    fileprivate(set) var documents: [NamedDocument] = []

    fileprivate mutating func add(_ suffix: String, _ bytes: [UInt8]) {
      files.append(MadeFile(playbook.name, suffix, bytes))
    }
  }

  /// Makes the files of a playbook without errors.
  func entry(of analysis: Analysis, at path: String) throws -> Entry {
    guard let playbook = analysis.playbook else { throw Status.findings }
    var entry = Entry(path: path, analysis: analysis, playbook: playbook)
    let program = parts.contains(.html) || parts.contains(.program) ? try compilePlaybook(analysis).bytes : []
    var options = options(forms, watching: page(of: entry))
    try append(to: &options, analysis, path)
    let documents = try publishPlaybook(analysis, options, program: program, engine: DecisionScript.module)
    for document in documents {
      let isMarkdown = document.suffix.hasSuffix(".md")
      if parts.contains(isMarkdown ? .markdown : .html) { entry.add(document.suffix, Array(document.text.utf8)) }
      if isMarkdown {
        let name = playbook.name + document.suffix.dropLast(".md".count)
        entry.documents.append(NamedDocument(name: name, text: document.text))
      }
    }
    if parts.contains(.program) { entry.add(Site.program, try signed(program)) }
    return entry
  }

  /// All files of the site: those of its playbooks and those that they share.
  func files(of entries: [Entry]) -> [MadeFile] {
    entries.flatMap(\.files) + (entries.count > 1 ? index(of: entries) : []) + script
  }

  // MARK: Parts

  private static let program = ".decorum"
  private static let script = "decorum"
  private static let index = "index"

  private var forms: Set<DocumentForm> {
    Set(
      DocumentForm.allCases.filter { form in
        switch form {
        case .html: parts.contains(.html)
        case .markdown: parts.contains(.markdown) || isInjected
        }
      })
  }

  private func options(_ forms: Set<DocumentForm>, watching page: @autoclosure () -> WatchedPage) -> PublishingOptions {
    var options = PublishingOptions(forms: forms, day: day)
    options.watched = isWatched ? page() : nil
    return options
  }

  /// What stands at the end of the documents where somebody asks for it.
  private func append(to options: inout PublishingOptions, _ analysis: Analysis, _ path: String) throws {
    guard !forms.isEmpty else { return }
    if showsCoverage { options.appendix += CoverageSection(try testCoverage(analysis), of: analysis).blocks }
    guard let since else { return }
    let changes = try ChangeLog(since: since, in: OpenedPolicy(of: analysis, at: path))
    options.appendix += changes.blocks
    options.publicAppendix += changes.publicBlocks
  }

  private func signed(_ program: [UInt8]) throws -> [UInt8] {
    try key.map { try SigningKey.sign(program, withKeyAt: $0) } ?? program
  }

  private func index(of entries: [Entry]) -> [MadeFile] {
    let forms = DocumentForm.allCases.filter { parts.contains($0 == .html ? .html : .markdown) }
    return publishSiteIndex(
      entries.map(\.playbook), options(Set(forms), watching: indexPage(of: entries)),
      program: parts.contains(.program) ? Site.program : nil,
      script: parts.contains(.script) ? Site.script + ".mjs" : nil
    ).map { MadeFile(Site.index, $0.suffix, Array($0.text.utf8)) }
  }

  private var script: [MadeFile] {
    guard parts.contains(.script) else { return [] }
    return [
      MadeFile(Site.script, ".mjs", DecisionScript.module),
      MadeFile(Site.script, ".d.mts", DecisionScript.declarations),
    ]
  }

  /// Says why the playbooks cannot stand in one folder, if they cannot.
  func conflict(in entries: [Entry]) -> String? {
    for (place, entry) in entries.enumerated() {
      let name = entry.playbook.name
      if let twin = entries[..<place].first(where: { $0.playbook.name.utf8.elementsEqual(name.utf8) }) {
        return "\(twin.path) and \(entry.path) are both called `\(name)`, and one would be written over the other: "
          + "give one another name, or another folder"
      }
      if entries.count > 1, name == Site.index {
        return "\(entry.path) is called `index`, as the index of all playbooks is: give it another name"
      }
    }
    return nil
  }
}

// What pages that are watched know.
extension Site {
  /// All pages of the site as they notice the next build.
  func pages(of entries: [Entry]) -> [WatchedPage] {
    guard parts.contains(.html) else { return [] }
    return entries.map(page) + (entries.count > 1 ? [indexPage(of: entries)] : [])
  }

  /// The pages of a playbook are others when a file of it is.
  private func page(of entry: Entry) -> WatchedPage {
    let files = entry.analysis.files.files.filter { !$0.isOfStandardLibrary }
    let bytes = files.flatMap { file -> [UInt8] in Array(file.name.utf8) + [0] + sha256(file.bytes) }
    return WatchedPage(entry.playbook.name, state: state(of: bytes))
  }

  private func indexPage(of entries: [Entry]) -> WatchedPage {
    WatchedPage(Site.index, state: state(of: entries.flatMap { Array(page(of: $0).state.utf8) }))
  }

  private func state(of bytes: [UInt8]) -> String { hexadecimal(sha256(bytes).prefix(8)) }
}
