/// An entry of a feed in which mentions are looked for. All texts are UTF-8.
public struct FeedEntry: Hashable, Sendable {
  /// What names it in its feed, as the feed writes it; its address where the feed gives it no name.
  public var id: [UInt8]
  /// Its title and its text, as people read them.
  public var title: [UInt8]
  public var summary: [UInt8]
  /// Its address.
  public var link: [UInt8]
  /// The name of whoever wrote it.
  public var author: [UInt8]
  /// A tag such as `en-GB`.
  public var language: [UInt8]
  public var published: Instant?

  public init(
    id: [UInt8] = [], title: [UInt8] = [], summary: [UInt8] = [], link: [UInt8] = [], author: [UInt8] = [],
    language: [UInt8] = [], published: Instant? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.link = link
    self.author = author
    self.language = language
    self.published = published
  }
}
