import DecisionEngine
public import DecisionModel
import DecisionOracle

/// A feed that watches of a program name.
public struct WatchedFeed: Hashable, Sendable {
  public let address: WebAddress
  /// The names of the watches.
  public let watches: [String]
  /// The shortest time that one of them gives.
  public let rhythm: Rhythm
}

/// The feeds of a program, and what is looked for in them.
public struct WatchedFeeds: Sendable {
  /// Each feed once, in the order of the program.
  public let feeds: [WatchedFeed]
  private let watching: Watching

  /// - Throws: a sentence, where a program that no compiler made names what is no feed.
  public init(_ program: DecisionProgram) throws {
    var addresses: [WebAddress] = []
    for text in program.watches.flatMap(\.feeds) {
      guard let address = WebAddress(text) else { throw FeedProblem("`\(text)` is no address of a feed.") }
      if !addresses.contains(address) { addresses.append(address) }
    }
    feeds = addresses.map { address in
      let watches = program.watches.filter { $0.feeds.contains { $0.utf8.elementsEqual(address.bytes) } }
      let every = watches.map { $0.every?.seconds ?? Rhythm.usual }.min() ?? Rhythm.usual
      return WatchedFeed(address: address, watches: watches.map(\.name), rhythm: Rhythm(every: every))
    }
    watching = try Watching(program)
  }

  /// The entry with the watches of its feed that find it; nil where none does.
  func found(_ entry: FeedEntry, in feed: WatchedFeed) -> WatchedEntry? {
    let found = watching.watches(finding: entry).filter(feed.watches.contains)
    return found.isEmpty ? nil : WatchedEntry(entry, feed: feed.address.bytes, watches: found)
  }
}

/// Whether a person must know of a decision about an entry.
///
/// That is so where something waits for a person, is to be answered or acted upon (`hold`, `respond`, `enforce`), is
/// handed to a team (`escalate`, `notify`), or is left to somebody's judgement (`may`). What is only recorded is not told.
public func concernsPerson(_ decision: [UInt8]) -> Bool {
  guard let value = try? JSONValue(parsing: decision) else { return true }
  let isQuiet = value["stance"]?.string.map { $0.isExactly("observe") } ?? false
  let routes = value["actions"]?.array?.contains { action in
    action["action"]?.string.map { $0.isExactly("escalate") || $0.isExactly("notify") } ?? false
  }
  return !isQuiet || routes == true || value["may"] != nil
}
