public import DecisionModel

/// An entry that something is watched for in, and that was found.
public struct WatchedEntry: Hashable, Sendable {
  public let entry: FeedEntry
  /// The address of its feed.
  public let feed: [UInt8]
  /// The names of the watches that find it, in the order of the program.
  public let watches: [String]

  public init(_ entry: FeedEntry, feed: [UInt8], watches: [String]) {
    self.entry = entry
    self.feed = feed
    self.watches = watches
  }

  /// Names the entry wherever it comes again: the digest of its feed's address and of its name there. What names an
  /// entry in RSS need not name it elsewhere.
  public var id: [UInt8] { Array("entry:".utf8) + hexadecimal(sha256(feed + [0] + entry.id)).utf8 }

  /// What is judged: title and text.
  public var text: [UInt8] {
    [entry.title, entry.summary].filter { !$0.isEmpty }.joined(separator: [0x0A, 0x0A]).map { $0 }
  }

  /// The entry as a comment. Its author is known by a name only, so that no strike is counted.
  public var comment: JSONValue {
    var post: [JSONMember] = []
    if let published = entry.published { post.append(JSONMember("at", .text(published.description))) }
    if !entry.language.isEmpty { post.append(JSONMember("language", .string(entry.language))) }
    var members = [JSONMember("id", .string(id)), JSONMember("text", .string(text))]
    if !entry.author.isEmpty {
      members.append(JSONMember("author", .object([JSONMember("name", .string(entry.author))])))
    }
    if !post.isEmpty { members.append(JSONMember("post", .object(post))) }
    return .object(members)
  }
}

// As a store keeps it, and as it is posted.
extension WatchedEntry {
  public func members(_ writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("feed", feed)
    writer.member("watches", watches)
    writer.member("name", entry.id)
    writer.member("title", entry.title)
    writer.member("text", entry.summary)
    writer.member("link", entry.link)
    writer.member("author", entry.author)
    writer.member("language", entry.language)
    writer.member("published", entry.published)
  }

  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    return writer.bytes
  }

  /// Reads what `json` wrote; nil for anything else.
  public init?(json: [UInt8]) {
    guard let value = try? JSONValue(parsing: json), let feed = value["feed"]?.string, let name = value["name"]?.string
    else { return nil }
    let text = { (key: String) in value[key]?.string ?? [] }
    let entry = FeedEntry(
      id: name, title: text("title"), summary: text("text"), link: text("link"), author: text("author"),
      language: text("language"), published: value["published"]?.string.flatMap { Instant($0) })
    self.init(entry, feed: feed, watches: value["watches"]?.array?.compactMap(\.text) ?? [])
  }
}
