public import DecisionModel
public import PlaybookAnalysis
public import PlaybookModel
public import PlaybookPublishing

/// How a document is written.
public enum DocumentForm: String, CaseIterable, Sendable {
  /// A page.
  case html
  /// GitHub's Markdown.
  case markdown

  /// The end of its file's name.
  var ending: String { self == .html ? ".html" : ".md" }
}

/// What is asked of documents.
public struct PublishingOptions: Sendable {
  /// What is not asked for is not made.
  public var forms: Set<DocumentForm>
  /// The day that the documents name as the one on which they were made; nil for none.
  public var day: CalendarDate?
  /// What the pages need to notice the next build; nil for pages that are published.
  public var watched: WatchedPage?
  /// Sections at the end of the internal document and of the house rules, such as a change log.
  public var appendix: [Document.Block] = []
  public var publicAppendix: [Document.Block] = []

  public init(forms: Set<DocumentForm> = Set(DocumentForm.allCases), day: CalendarDate? = nil) {
    self.forms = forms
    self.day = day
  }

  fileprivate var parts: [PagePart] { watched.map { [$0.part] } ?? [] }
}

/// A document in one form: the end of its file's name, such as `.house-rules.md`, and its text.
public struct PublishedDocument: Sendable {
  public let suffix: String
  public let text: String
}

/// The documents of a playbook without errors: the internal one, and the house rules.
///
/// - Parameters:
///   - program: The compiled playbook, by which the internal page answers who asks it.
///   - engine: The engine in JavaScript that the page does so with. Without both it has no box to ask.
public func publishPlaybook(
  _ analysis: Analysis, _ options: PublishingOptions = PublishingOptions(), program: [UInt8] = [], engine: [UInt8] = []
) throws(PlaybookHasErrors) -> [PublishedDocument] {
  guard let playbook = analysis.playbook, !analysis.hasErrors else { throw PlaybookHasErrors() }
  if options.forms.isEmpty { return [] }
  let markdown = options.forms.contains(.markdown) ? [HTMLOptions.Link("Markdown", file: playbook.name + ".md")] : []
  let links = [HTMLOptions.Link("House rules", file: playbook.name + ".house-rules.html")] + markdown
  let asks = options.forms.contains(.html) && !program.isEmpty && !engine.isEmpty
  let box = asks ? [askBox(playbook, program: program, engine: engine)] : []
  let judged = playbook.promises.isEmpty ? nil : judgePromises(of: playbook)
  let document = playbookDocument(playbook, judged: judged) { analysis.line(of: $0) }.adding(options.appendix)
  let houseRules = houseRulesDocument(playbook).adding(options.publicAppendix)
  return publish(document, "", options, HTMLOptions(links: links, parts: box + options.parts))
    + publish(houseRules, ".house-rules", options, HTMLOptions(parts: options.parts))
}

/// The index of a site: its playbooks with links to what is made of them, in each form to documents of that form.
///
/// - Parameters:
///   - program: The end of the names of programs, where they are made.
///   - script: The engine in JavaScript, where it is made.
public func publishSiteIndex(
  _ playbooks: [Playbook], _ options: PublishingOptions, program: String? = nil, script: String? = nil
) -> [PublishedDocument] {
  DocumentForm.allCases.filter(options.forms.contains).flatMap { form in
    let entries = playbooks.map { playbook in
      SitePlaybook(
        playbook, document: FileName(playbook.name + form.ending),
        houseRules: FileName(playbook.name + ".house-rules" + form.ending),
        program: program.flatMap { FileName(playbook.name + $0) })
    }
    var alone = options
    alone.forms = [form]
    let document = siteIndexDocument(entries, script: script.flatMap { FileName($0) })
    return publish(document, "", alone, HTMLOptions(parts: options.parts))
  }
}

private func publish(
  _ document: Document, _ suffix: String, _ options: PublishingOptions, _ page: HTMLOptions
) -> [PublishedDocument] {
  let document = options.day.map(document.made) ?? document
  return DocumentForm.allCases.filter(options.forms.contains).map { form in
    switch form {
    case .html: PublishedDocument(suffix: suffix + form.ending, text: html(document, page))
    case .markdown: PublishedDocument(suffix: suffix + form.ending, text: markdown(document))
    }
  }
}
