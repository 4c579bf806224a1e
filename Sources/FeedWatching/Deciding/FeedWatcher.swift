public import DecisionModel

/// What came of asking for one feed.
public struct FeedReport: Hashable, Sendable {
  public let feed: WatchedFeed
  public let state: FeedState
  /// The entries that it has, those that a watch finds, and those of them that were decided just now.
  public var entries = 0
  public var found = 0
  public var new = 0
  /// Whether the server said that nothing changed.
  public var isUnchanged = false
  /// What was left out or not understood, and where it moved to.
  public var remarks: [String] = []

  /// Whether nothing came of it.
  public var hasFailed: Bool { state.failures > 0 || state.isGone }

  fileprivate init(_ feed: WatchedFeed, _ state: FeedState) {
    self.feed = feed
    self.state = state
  }
}

/// Asks for feeds, decides about what is found in them, and remembers.
public struct FeedWatcher {
  public let feeds: WatchedFeeds
  private let source: any FeedSource
  private let memory: any FeedMemory
  private let decider: any EntryDecider
  private let bounds: FeedBounds

  public init(
    _ feeds: WatchedFeeds, from source: any FeedSource, memory: any FeedMemory, decider: any EntryDecider,
    within bounds: FeedBounds = FeedBounds()
  ) {
    self.feeds = feeds
    self.source = source
    self.memory = memory
    self.decider = decider
    self.bounds = bounds
  }

  /// The feeds for which it is time, those that wait longest first.
  public func due(at now: Instant) throws -> [WatchedFeed] {
    try feeds.feeds.map { ($0, try memory.state(of: $0.address.bytes) ?? FeedState()) }
      .filter { feed, state in feed.rhythm.isDue(state, at: now) }
      .sorted { $0.1.next ?? .earliest < $1.1.next ?? .earliest }.map(\.0)
  }

  /// The feeds that are there no more.
  public func gone() throws -> [WatchedFeed] {
    try feeds.feeds.filter { try memory.state(of: $0.address.bytes)?.isGone ?? false }
  }

  /// When the next feed is due; nil where none is to be asked for any more.
  public func nextTime() throws -> Instant? {
    try feeds.feeds.compactMap { feed in
      let state = try memory.state(of: feed.address.bytes) ?? FeedState()
      return state.isGone ? nil : state.next ?? .earliest
    }.min()
  }

  /// Asks for a feed, decides about its entries, and remembers how far it was read.
  ///
  /// - Parameters:
  ///   - chance: from 0 to 1, 1 excluded: how long the feed is left alone after a failure.
  ///   - isStopped: whether somebody wants an end; asked between entries. The feed is read again next time then.
  /// - Returns: nil where it was stopped.
  /// - Throws: what the memory and the decider throw. Feeds that fail are reported.
  public func ask(
    for feed: WatchedFeed, at now: Instant, chance: Double, isStopped: () -> Bool = { false }
  ) throws -> FeedReport? {
    let before = try memory.state(of: feed.address.bytes) ?? FeedState()
    let answer = source.ask(for: feed.address, knowing: before.marks, now: now)
    if isStopped() { return nil }
    var (outcome, read): (FeedAnswer, ReadFeed?) = (answer, nil)
    if case .feed(let bytes, let contentType, _, _) = answer {
      do throws(FeedProblem) {
        read = try readFeed(bytes, contentType: contentType, within: bounds)
      } catch {
        outcome = .failed(error, leaveAlone: nil)
      }
    }
    var report = FeedReport(feed, feed.rhythm.state(after: outcome, before, at: now, chance: chance))
    if let read, try !decide(read, now, &report, isStopped) { return nil }
    if case .feed(_, _, _, let moved?) = outcome { report.remarks.append("it has moved for good to \(moved.text)") }
    report.isUnchanged = outcome == .unchanged
    try memory.keep(report.state, of: feed.address.bytes)
    return report
  }

  /// Decides about the entries of a feed, the oldest first, as feeds begin with the newest.
  ///
  /// - Returns: whether all of them are decided.
  private func decide(
    _ read: ReadFeed, _ now: Instant, _ report: inout FeedReport, _ isStopped: () -> Bool
  ) throws -> Bool {
    report.entries = read.entries.count
    report.remarks = read.remarks
    for entry in read.entries.reversed() {
      guard let found = feeds.found(entry, in: report.feed) else { continue }
      if isStopped() { return false }
      report.found += 1
      if try decider.decide(found, now: now, concernsPerson: concernsPerson).isNew { report.new += 1 }
    }
    return true
  }
}
