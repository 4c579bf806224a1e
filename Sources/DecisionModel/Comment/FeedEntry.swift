/// An entry of a feed in which mentions are looked for.
public struct FeedEntry: Hashable, Sendable {
  /// Its title and its text, in UTF-8.
  public let title: [UInt8]
  public let summary: [UInt8]
  /// Its address.
  public let link: [UInt8]

  public init(title: [UInt8] = [], summary: [UInt8] = [], link: [UInt8] = []) {
    self.title = title
    self.summary = summary
    self.link = link
  }
}
