import DecisionModel

/// An entry while it is read: its fields as they were written.
struct EntryDraft {
  private var texts: [FeedField: (bytes: [UInt8], markup: FeedMarkup)] = [:]
  private var links: [(address: [UInt8], relation: [UInt8])] = []

  /// Adds what an element said; of several elements for one field the first with a text counts.
  mutating func add(_ field: FeedField, _ text: [UInt8], _ markup: FeedMarkup) {
    if field == .link { return addLink(text, relation: []) }
    if texts[field] == nil, !text.trimmed.isEmpty { texts[field] = (text, markup) }
  }

  /// Of so many links that no feed has, the first count.
  mutating func addLink(_ address: [UInt8], relation: [UInt8]) {
    let address = Array(address.trimmed)
    if !address.isEmpty, links.count < 16 { links.append((address, relation)) }
  }

  /// The entry that it becomes, or why it becomes none.
  func entry(in feed: ReadFeed, _ bounds: FeedBounds) -> Result<FeedEntry, FeedProblem> {
    let link = realLink(self.link(bounds))
    let name = Array(texts[.id]?.bytes.trimmed ?? [])
    var entry = FeedEntry(id: name.isEmpty ? link : name, link: link)
    entry.title = plain(.title).cut(to: bounds.line)
    entry.summary = longer(plain(.content), plain(.summary)).cut(to: bounds.text)
    entry.author = plain(.author).cut(to: bounds.line)
    entry.language = texts[.language].map { Array($0.bytes.trimmed.prefix(40)) } ?? feed.language
    entry.published = (texts[.published] ?? texts[.updated]).flatMap { instant(ofFeed: $0.bytes) }
    if entry.title.isEmpty && entry.summary.isEmpty { return .failure(FeedProblem("has neither a title nor a text")) }
    if entry.id.isEmpty {
      return .failure(FeedProblem("has neither a name nor a link, by which it would be known when it comes again"))
    }
    return .success(entry)
  }

  /// Whether there is a date that nobody understands.
  var hasUnreadableDate: Bool {
    (texts[.published] ?? texts[.updated]).map { instant(ofFeed: $0.bytes) == nil } ?? false
  }

  /// The first link to the entry itself. What is no address on the web leads nowhere; an identity that says that it is a
  /// link, as in RSS most do, is one.
  private func link(_ bounds: FeedBounds) -> [UInt8] {
    let own = links.first { $0.relation.isEmpty || $0.relation.isExactly("alternate") } ?? links.first
    return [own?.address, texts[.id]?.bytes].compactMap { $0 }.map { Array($0.trimmed) }
      .first { $0.count <= bounds.line && WebAddress($0) != nil } ?? []
  }

  func plain(_ field: FeedField) -> [UInt8] {
    guard let (bytes, markup) = texts[field] else { return [] }
    return markup == .html ? PlainText(html: bytes).bytes : PlainText.ofPlain(bytes)
  }

  private func longer(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] { one.count >= other.count ? one : other }
}
