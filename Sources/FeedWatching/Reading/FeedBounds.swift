public import DecisionModel

/// How much of a feed is read. What goes beyond is left out, and said.
public struct FeedBounds: Sendable {
  /// The bytes of the answer to a request.
  public var bytes = 4 << 20
  /// The entries, of which feeds give the newest first.
  public var entries = 1000
  /// The bytes of a text; of a comment as many are judged.
  public var text = 65_536
  /// The bytes of a title, a name or an address.
  public var line = 2048
  /// How deep elements stand in each other.
  public var depth = 64
  /// The attributes of an element.
  public var attributes = 64
  /// The remarks about one feed.
  public var remarks = 20

  public init() {}
}

/// Why a feed could not be read: a sentence.
public struct FeedProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }

  public var description: String { sentence }
}

/// A feed as it was read.
public struct ReadFeed: Hashable, Sendable {
  /// What it calls itself.
  public var title: [UInt8] = []
  public var language: [UInt8] = []
  /// Its entries, as they stand in it; of several with one name the first.
  public var entries: [FeedEntry] = []
  /// What was left out or could not be understood, in plain words.
  public var remarks: [String] = []

  public init() {}
}
