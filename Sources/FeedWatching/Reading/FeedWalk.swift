import DecisionModel

/// The walk over the elements of a feed.
struct FeedWalk {
  private let bounds: FeedBounds
  private var scanner: XMLScanner
  private(set) var feed = ReadFeed()

  private var head = EntryDraft()
  private var draft: EntryDraft?
  /// How deep the entry stands that is read, and the author of it or of the feed.
  private var entryDepth = 0
  private var authorDepth = 0
  private var open: OpenField?
  private var names: Set<[UInt8]> = []
  private var readEntries = 0

  /// The element whose text is gathered.
  private struct OpenField {
    let field: FeedField
    let depth: Int
    let markup: FeedMarkup
    var text: [UInt8] = []
  }

  init(_ text: [UInt8], _ bounds: FeedBounds) {
    self.bounds = bounds
    scanner = XMLScanner(text[...].drop { $0.isBlank }, bounds)
  }

  /// - Throws: `FeedProblem` where the walk cannot go on. What was read so far is in `feed`.
  mutating func run() throws(FeedProblem) {
    while let piece = try next() {
      switch piece {
      case .text(let text): open?.text += text
      case .end: end()
      case .start(let element):
        if scanner.depth == 1 {
          try begin(element)
        } else if !start(element) {
          return remark("it has more than \(bounds.entries) entries: the first were read")
        }
      }
    }
  }

  private mutating func next() throws(FeedProblem) -> XMLScanner.Piece? {
    do throws(FeedProblem) {
      return try scanner.next()
    } catch {
      throw FeedProblem("It is no sound XML: \(error.sentence).")
    }
  }

  mutating func remark(_ sentence: String) {
    if feed.remarks.count < bounds.remarks { feed.remarks.append(sentence) }
  }

  // MARK: Beginnings

  private mutating func begin(_ element: XMLElement) throws(FeedProblem) {
    let isFeed = ["feed", "rss", "RDF"].contains { element.name.elementsEqual($0.utf8) }
    if !isFeed { throw FeedProblem("It is no feed: Atom, RSS 2.0 and RSS 1.0 are read.") }
  }

  /// - Returns: false where no more entries are read.
  private mutating func start(_ element: XMLElement) -> Bool {
    let vocabulary = FeedVocabulary(namespace: element.namespace)
    if open != nil {
      within(element.name)
    } else if draft == nil, vocabulary.isEntry(element.name) {
      return beginEntry(element)
    } else if vocabulary == .atom, element.name.isExactly("author") {
      authorDepth = scanner.depth
    } else if let field = field(element, vocabulary) {
      if field == .link, let address = element.attribute("href") {
        draft?.addLink(address, relation: element.attribute("rel") ?? [])
      } else {
        open = OpenField(field: field, depth: scanner.depth, markup: markup(of: field, element, vocabulary))
      }
    }
    return true
  }

  /// Elements of HTML that stand in a text as they are.
  private mutating func within(_ name: [UInt8]) {
    if PlainText.isBlock(name.smallLetters) { open?.text.append(0x20) }
  }

  private mutating func beginEntry(_ element: XMLElement) -> Bool {
    guard readEntries < bounds.entries else { return false }
    readEntries += 1
    draft = EntryDraft()
    entryDepth = scanner.depth
    // RSS 1.0 names its items as RDF does.
    if let name = element.attribute("rdf:about") { draft?.add(.id, name, .plain) }
    return true
  }

  /// The field of an element that stands right in an entry or in the head of the feed.
  private func field(_ element: XMLElement, _ vocabulary: FeedVocabulary) -> FeedField? {
    if authorDepth > 0 {
      return scanner.depth == authorDepth + 1 && element.name.isExactly("name") ? .author : nil
    }
    if draft != nil { return scanner.depth == entryDepth + 1 ? vocabulary.field(of: element.name) : nil }
    let field = scanner.depth <= 3 ? vocabulary.field(of: element.name) : nil
    return field == .title || field == .language ? field : nil
  }

  private func markup(of field: FeedField, _ element: XMLElement, _ vocabulary: FeedVocabulary) -> FeedMarkup {
    guard field == .title || field == .summary || field == .content else { return .plain }
    guard vocabulary == .atom else { return vocabulary == .dublinCore ? .plain : .html }
    let type = element.attribute("type") ?? []
    return type.isExactly("html") || type.isExactly("text/html") ? .html : .plain
  }

  // MARK: Ends

  /// An element ended that stood one deeper than where the scanner is now.
  private mutating func end() {
    let depth = scanner.depth + 1
    if let field = open {
      if depth == field.depth { close(field) }
    } else if depth == entryDepth, let draft {
      keep(draft)
      self.draft = nil
    }
    if depth == authorDepth { authorDepth = 0 }
  }

  private mutating func close(_ field: OpenField) {
    open = nil
    if draft != nil {
      draft?.add(field.field, field.text, field.markup)
    } else {
      head.add(field.field, field.text, field.markup)
      feed.title = head.plain(.title).cut(to: bounds.line)
      feed.language = head.plain(.language).cut(to: 40)
    }
  }

  private mutating func keep(_ draft: EntryDraft) {
    switch draft.entry(in: feed, bounds) {
    case .failure(let problem): remark("entry \(readEntries) \(problem.sentence), and is left out")
    case .success(let entry):
      guard names.insert(entry.id).inserted else {
        return remark("entry \(readEntries) has the name of an earlier one, and is left out")
      }
      feed.entries.append(entry)
      if draft.hasUnreadableDate { remark("entry \(readEntries) has a date that is not understood") }
    }
  }
}
