import Diagnostics

/// Makes a tree of libyaml's events, reports what is outside the subset, and has the text around the events checked.
struct TreeBuilder: ~Copyable {
  /// How deep collections may stand within each other.
  static let deepest = 64

  private let reader: EventReader
  private let text: ReadableText
  private let hasInvisibleCharacters: Bool
  /// The columns of the open block collections, the innermost last.
  private var blockColumns: [Int] = []
  /// Where the open flow collections begin, the innermost last.
  private(set) var openBrackets: [Int] = []
  private var between: BetweenScalars
  private var within: WithinScalars
  private var subset = SyntaxFindings()

  init(_ text: ReadableText, hasInvisibleCharacters: Bool) {
    self.text = text
    self.hasInvisibleCharacters = hasInvisibleCharacters
    reader = EventReader(text)
    between = BetweenScalars(text)
    within = WithinScalars(text)
  }

  /// What was reported while the tree was made.
  var findings: SyntaxFindings {
    var all = subset
    all.report(contentsOf: within.findings)
    all.report(contentsOf: between.findings)
    return all
  }

  /// The tree of the first document, or nil where the text holds none.
  mutating func tree() throws(Unreadable) -> YAMLNode? {
    var tree: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case .streamStart, .documentEnd: continue
      case .documentStart where tree == nil: continue
      case .documentStart:
        between.check(upTo: event.start)
        subset.report(.severalDocuments(text.span(event.start, event.end)))
        return tree
      case .streamEnd:
        between.check(upTo: text.end)
        return tree
      default: tree = try node(event)
      }
    }
  }

  private mutating func next() throws(Unreadable) -> Event {
    do {
      return try reader.next()
    } catch {
      between.check(upTo: error.place)
      throw .complaint(error)
    }
  }

  private mutating func node(_ event: Event) throws(Unreadable) -> YAMLNode {
    switch event.kind {
    case .scalar(let value, let style): return .scalar(try scalar(event, value, style))
    case .sequenceStart(let isFlow):
      try open(event, isFlow)
      let sequence = try sequence(event, isFlow)
      close(isFlow)
      return sequence
    case .mappingStart(let isFlow):
      try open(event, isFlow)
      let mapping = try mapping(event, isFlow)
      close(isFlow)
      return mapping
    default: return .scalar(try alias(event))
    }
  }

  // MARK: Collections

  private mutating func open(_ event: Event, _ isFlow: Bool) throws(Unreadable) {
    if isFlow, text.slice(event.start, event.start + 2).elementsEqual("{{".utf8) {
      throw .failure(Failure(.unquotedBraces(at: event.start, in: text)))
    }
    guard blockColumns.count + openBrackets.count < TreeBuilder.deepest else {
      throw .failure(Failure(.nestedTooDeep(text.span(event.start, event.start + 1))))
    }
    if isFlow {
      if openBrackets.isEmpty { between.expect(Flow(start: event.start, blockColumn: blockColumns.last ?? -1)) }
      openBrackets.append(event.start)
    } else {
      blockColumns.append(event.column)
    }
  }

  private mutating func close(_ isFlow: Bool) {
    if isFlow { openBrackets.removeLast() } else { blockColumns.removeLast() }
  }

  private mutating func sequence(_ start: Event, _ isFlow: Bool) throws(Unreadable) -> YAMLNode {
    var items: [YAMLNode] = []
    var event = try next()
    while !event.endsCollection {
      items.append(try node(event))
      event = try next()
    }
    let end = isFlow ? event.end : items.last?.span.end ?? start.end
    return .sequence(YAMLSequence(items: items, isFlow: isFlow, span: text.span(start.start, end)))
  }

  private mutating func mapping(_ start: Event, _ isFlow: Bool) throws(Unreadable) -> YAMLNode {
    var entries: [YAMLMapping.Entry] = []
    var last = start.end
    var event = try next()
    while !event.endsCollection {
      let key = try key(event)
      let value = try node(try next())
      if let key { entries.append(YAMLMapping.Entry(key: key, value: value)) }
      last = max(last, key?.span.end ?? last, value.span.end)
      event = try next()
    }
    // A pair that stands in a list without braces of its own ends with its value, as a block mapping does.
    let isEnclosed = isFlow && event.end > event.start
    return .mapping(
      YAMLMapping(entries: entries, isFlow: isFlow, span: text.span(start.start, isEnclosed ? event.end : last)))
  }

  private mutating func key(_ event: Event) throws(Unreadable) -> YAMLScalar? {
    guard case .scalar(let key) = try node(event) else {
      subset.report(.collectionAsKey(text.span(event.start, event.end)))
      return nil
    }
    if key.isAbsent { subset.report(.emptyKey(key.span)) }
    if key.style == .plain && key.text == "<<" { subset.report(.mergeKey(key.span)) }
    return key
  }

  // MARK: Scalars

  private mutating func scalar(
    _ event: Event, _ value: String, _ style: YAMLScalar.Style
  ) throws(Unreadable) -> YAMLScalar {
    let start = event.hasProperties ? text.endOfProperties(from: event.start, to: event.end) : event.start
    if start == event.end, openBrackets.isEmpty, let hashtag = try hashtag(after: start) { return hashtag }
    let span = text.span(start, style.isBlock ? text.endOfBlockScalar(from: start, to: event.end) : event.end)
    try check(span, style)
    let value = hasInvisibleCharacters ? withoutHiddenCharacters(value) : value
    let scalar = YAMLScalar(text: value, style: style, span: span)
    if let finding = Diagnostic.foldedComparison(scalar, in: text) { subset.report(finding) }
    return scalar
  }

  private mutating func alias(_ event: Event) throws(Unreadable) -> YAMLScalar {
    let span = text.span(event.start, event.end)
    subset.report(.yamlAlias(span, in: text))
    try check(span, .plain)
    return YAMLScalar(text: text.string(span), style: .plain, span: span, isUnreadable: true)
  }

  /// The value that was meant where a hashtag stands in its place: to YAML it is a comment.
  private mutating func hashtag(after offset: Int) throws(Unreadable) -> YAMLScalar? {
    guard let span = text.hashtag(after: offset) else { return nil }
    subset.report(.hashtagComment(span, in: text))
    try check(span, .plain)
    return YAMLScalar(text: text.string(span), style: .plain, span: span, isUnreadable: true)
  }

  private mutating func check(_ span: Span, _ style: YAMLScalar.Style) throws(Unreadable) {
    let leaf = Leaf(span: span, style: style, blockColumn: blockColumns.last ?? -1, isInFlow: !openBrackets.isEmpty)
    between.pass(leaf)
    within.check(leaf)
    if let failure = within.failure { throw .failure(failure) }
  }
}

extension YAMLScalar.Style {
  var isBlock: Bool { self == .literal || self == .folded }
}

extension Event {
  fileprivate var endsCollection: Bool {
    switch kind {
    case .sequenceEnd, .mappingEnd: true
    default: false
    }
  }
}

/// Why the reading of a text ended early.
enum Unreadable: Error {
  case complaint(Complaint)
  case failure(Failure)
}
