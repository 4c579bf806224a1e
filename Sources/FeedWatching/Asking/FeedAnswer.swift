public import DecisionModel

/// What came of asking for a feed.
public enum FeedAnswer: Sendable, Hashable {
  /// The feed, with what the next request says of it.
  case feed(bytes: [UInt8], contentType: [UInt8], FeedMarks, movedTo: WebAddress?)
  /// Nothing new since the last time.
  case unchanged
  /// It is not there any more, and will not be: it is not asked for again.
  case gone
  /// Nothing came; a server may say for how many seconds it wants to be left alone.
  case failed(FeedProblem, leaveAlone: Int64?)
}

/// By what a server knows which state of a feed we have.
public struct FeedMarks: Sendable, Hashable {
  /// The headers `ETag` and `Last-Modified`, as they came.
  public var etag: [UInt8]?
  public var lastModified: [UInt8]?

  public init(etag: [UInt8]? = nil, lastModified: [UInt8]? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// Whatever can be asked for a feed.
public protocol FeedSource: Sendable {
  /// Asks for the feed at an address.
  ///
  /// - Parameters:
  ///   - marks: of the state that we have.
  ///   - now: for dates that say how long to leave the server alone.
  func ask(for address: WebAddress, knowing marks: FeedMarks, now: Instant) -> FeedAnswer
}
