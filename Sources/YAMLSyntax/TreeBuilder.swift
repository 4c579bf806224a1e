import Diagnostics

/// Makes a tree of libyaml's events, reports what is outside the subset, and notes where the scalars stand.
struct TreeBuilder: ~Copyable {
  /// How deep collections may stand within each other.
  static let deepest = 64

  private let reader: EventReader
  private let text: ReadableText
  private let hasInvisibleCharacters: Bool
  /// The columns of the open block collections, the innermost last.
  private var blockColumns: [Int] = []
  private var depth = 0
  private var flowDepth = 0
  private(set) var layout = Layout()
  private(set) var findings = SyntaxFindings()
  /// Where the reading ended early, if it did.
  private(set) var end: Int?

  init(_ text: ReadableText, hasInvisibleCharacters: Bool) {
    self.text = text
    self.hasInvisibleCharacters = hasInvisibleCharacters
    reader = EventReader(text)
  }

  /// The tree of the first document, or nil where the text holds none.
  mutating func tree() throws(Unreadable) -> YAMLNode? {
    var tree: YAMLNode?
    var documents = 0
    while true {
      let event = try next()
      switch event.kind {
      case .streamEnd: return tree
      case .streamStart, .documentEnd: continue
      case .documentStart:
        documents += 1
        if documents > 1 {
          findings.report(.severalDocuments(text.span(event.start, event.end)))
          end = event.start
          return tree
        }
      default: tree = try node(event)
      }
    }
  }

  private mutating func next() throws(Unreadable) -> Event {
    do {
      return try reader.next()
    } catch {
      end = error.place
      throw .complaint(error)
    }
  }

  private mutating func node(_ event: Event) throws(Unreadable) -> YAMLNode {
    switch event.kind {
    case .scalar(let value, let style): return .scalar(scalar(event, value, style))
    case .sequenceStart(let isFlow):
      try open(event, isFlow)
      defer { close(isFlow) }
      return try sequence(event, isFlow)
    case .mappingStart(let isFlow):
      try open(event, isFlow)
      defer { close(isFlow) }
      return try mapping(event, isFlow)
    default: return .scalar(alias(event))
    }
  }

  // MARK: Collections

  private mutating func open(_ event: Event, _ isFlow: Bool) throws(Unreadable) {
    end = event.start
    if isFlow, text.slice(event.start, event.start + 2).elementsEqual("{{".utf8) {
      throw .finding(.unquotedBraces(at: event.start, in: text))
    }
    depth += 1
    guard depth <= TreeBuilder.deepest else { throw .finding(.nestedTooDeep(text.span(event.start, event.start + 1))) }
    end = nil
    if isFlow {
      if flowDepth == 0 { layout.flows.append(Layout.Flow(start: event.start, blockColumn: blockColumns.last ?? -1)) }
      flowDepth += 1
    } else {
      blockColumns.append(event.column)
    }
  }

  private mutating func close(_ isFlow: Bool) {
    depth -= 1
    if isFlow { flowDepth -= 1 } else { blockColumns.removeLast() }
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
      findings.report(.collectionAsKey(text.span(event.start, event.end)))
      return nil
    }
    if key.isAbsent { findings.report(.emptyKey(key.span)) }
    if key.style == .plain && key.text == "<<" { findings.report(.mergeKey(key.span)) }
    return key
  }

  // MARK: Scalars

  private mutating func scalar(_ event: Event, _ value: String, _ style: YAMLScalar.Style) -> YAMLScalar {
    let start = event.hasProperties ? text.endOfProperties(from: event.start, to: event.end) : event.start
    if start == event.end, flowDepth == 0, let hashtag = hashtag(after: start) { return hashtag }
    let span = text.span(start, style.isBlock ? text.endOfBlockScalar(from: start, to: event.end) : event.end)
    note(span, style)
    let value = hasInvisibleCharacters ? withoutHiddenCharacters(value) : value
    let scalar = YAMLScalar(text: value, style: style, span: span)
    if let finding = Diagnostic.foldedComparison(scalar, in: text) { findings.report(finding) }
    return scalar
  }

  private mutating func alias(_ event: Event) -> YAMLScalar {
    let span = text.span(event.start, event.end)
    findings.report(.yamlAlias(span, in: text))
    note(span, .plain)
    return YAMLScalar(text: text.string(span), style: .plain, span: span, isUnreadable: true)
  }

  /// The value that was meant where a hashtag stands in its place: to YAML it is a comment.
  private mutating func hashtag(after offset: Int) -> YAMLScalar? {
    guard let span = text.hashtag(after: offset) else { return nil }
    findings.report(.hashtagComment(span, in: text))
    note(span, .plain)
    return YAMLScalar(text: text.string(span), style: .plain, span: span, isUnreadable: true)
  }

  private mutating func note(_ span: Span, _ style: YAMLScalar.Style) {
    let column = blockColumns.last ?? -1
    layout.leaves.append(Layout.Leaf(span: span, style: style, blockColumn: column, isInFlow: flowDepth > 0))
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
  case finding(Diagnostic)
}
