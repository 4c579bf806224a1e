import DecisionEngine
import DecisionModel
import Testing

@testable import AuthorLedger

/// What is remembered of feeds, on SQLite and on PostgreSQL.
@Suite struct FeedMemoryTests {
  @Test(arguments: Backend.all)
  func `an entry is decided once, and untold until somebody was told`(_ backend: Backend) throws {
    let place = try TestLedger(backend)
    let recorder = try Recorder(in: place.open(), by: Sample.engine())
    let first = try recorder.record(entry("My parcel is late"), at: minute(0)) { _ in true }
    #expect(!first.isRepeat)
    #expect(try recorder.record(entry("My parcel is late"), at: minute(1)) { _ in true }.number == first.number)
    // Another process finds it, and tells.
    let ledger = try place.open()
    let untold = try ledger.untoldEntries()
    #expect(untold.map(\.decision) == [first.number])
    #expect(untold.first?.decided == first.decision)
    #expect(untold.first.map { String(decoding: $0.notice, as: UTF8.self) } == "notice of My parcel is late")
    #expect(untold.first?.at == minute(0))
    try ledger.told(first.number)
    #expect(try ledger.untoldEntries().isEmpty)
    #expect(try recorder.record(entry("My parcel is late"), at: minute(2)) { _ in true }.isRepeat)
    #expect(try ledger.untoldEntries().isEmpty)
  }

  @Test(arguments: Backend.all)
  func `of an entry that was changed only the latest text is told`(_ backend: Backend) throws {
    let place = try TestLedger(backend)
    let (ledger, recorder) = (try place.open(), try Recorder(in: place.open(), by: Sample.engine()))
    let first = try recorder.record(entry("My parcel is late"), at: minute(0)) { _ in true }
    let second = try recorder.record(entry("My parcel is very late"), at: minute(1)) { _ in true }
    #expect(try ledger.untoldEntries().map(\.decision) == [second.number])
    // Told of what is untold no more: nothing happens.
    try ledger.told(first.number)
    #expect(try ledger.untoldEntries().count == 1)
    _ = try recorder.record(entry("Never mind"), at: minute(2)) { _ in false }
    #expect(try ledger.untoldEntries().isEmpty)
  }

  @Test(arguments: Backend.all)
  func `the state of a feed is the one that was kept last`(_ backend: Backend) throws {
    let place = try TestLedger(backend)
    // Two spellings of one address are two feeds.
    let feeds = ["https://a.example/caf\u{E9}", "https://a.example/cafe\u{301}"].map { Array($0.utf8) }
    let ledger = try place.open()
    #expect(try ledger.stateOfFeed(feeds[0]) == nil)
    try ledger.keepState([1], ofFeed: feeds[0])
    try ledger.keepState([2, 3], ofFeed: feeds[0])
    #expect(try place.open().stateOfFeed(feeds[0]) == [2, 3])
    #expect(try ledger.stateOfFeed(feeds[1]) == nil)
  }

  private func entry(_ text: String) -> FoundEntry {
    FoundEntry(
      id: Array("entry:1".utf8), comment: comment(text, id: "entry:1", by: nil).line,
      notice: Array("notice of \(text)".utf8))
  }
}
