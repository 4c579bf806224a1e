import DecisionModel
import FeedWatching
import Testing

@Suite("The rhythm of a feed") struct RhythmTests {
  private let now = Instant(seconds: 1_796_000_000)
  private let failed = FeedAnswer.failed(FeedProblem("no"), leaveAlone: nil)

  @Test func `a feed is asked for as often as its watch says, and no more`() {
    let rhythm = Rhythm(every: 900)
    var state = FeedState()
    #expect(rhythm.isDue(state, at: now))
    state = rhythm.state(after: .unchanged, state, at: now, chance: 0.9)
    #expect(state.next == now.adding(seconds: 900))
    #expect(!rhythm.isDue(state, at: now.adding(seconds: 839)))
    // Cron is punctual to a few seconds only.
    #expect(rhythm.isDue(state, at: now.adding(seconds: 840)))
    #expect(Rhythm(every: 1).every == 60)
  }

  @Test func `each failure doubles the pause, up to a day`() {
    let rhythm = Rhythm(every: 900)
    var state = FeedState()
    var pauses: [Int64] = []
    for _ in 0..<12 {
      state = rhythm.state(after: failed, state, at: now, chance: 0)
      pauses.append(state.next?.seconds(since: now) ?? 0)
    }
    #expect(pauses == [900, 1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400, 86_400, 86_400, 86_400])
    #expect(state.failures == 12 && state.trouble == "no")
    state = rhythm.state(after: .unchanged, state, at: now, chance: 0)
    #expect(state.failures == 0 && state.trouble == nil && state.next == now.adding(seconds: 900))
  }

  @Test func `chance makes a pause longer, never shorter`() {
    let rhythm = Rhythm(every: 1000)
    for chance in [0, 0.25, 0.5, 0.999] {
      let next = rhythm.state(after: failed, FeedState(), at: now, chance: chance).next
      #expect(next == now.adding(seconds: 1000 + Int64(250 * chance)))
    }
  }

  @Test(arguments: [(120, 900), (5000, 5000)])
  func `a server that wants to be left alone is, and never asked more often than the watch says`(
    rest: Int64, wait: Int64
  ) {
    let answer = FeedAnswer.failed(FeedProblem("no"), leaveAlone: rest)
    #expect(Rhythm(every: 900).state(after: answer, FeedState(), at: now, chance: 0).next == now.adding(seconds: wait))
  }

  @Test func `what is gone is not asked for again`() {
    let state = Rhythm(every: 900).state(after: .gone, FeedState(), at: now, chance: 0)
    #expect(state.isGone && !Rhythm(every: 900).isDue(state, at: .latest))
  }

  @Test func `a clock that was wrong puts nothing off for ever`() {
    let rhythm = Rhythm(every: 900)
    let state = rhythm.state(after: .unchanged, FeedState(), at: Instant("2090-01-01T00:00:00Z") ?? now, chance: 0)
    #expect(rhythm.isDue(state, at: now))
    #expect(rhythm.isDue(rhythm.state(after: failed, state, at: .latest, chance: 0.9), at: now))
  }

  @Test func `a state comes back as it was kept`() throws {
    var state = FeedState()
    state.marks = FeedMarks(etag: [0x22, 0xC3, 0xA9, 0x22], lastModified: Array("x".utf8))
    (state.asked, state.answered, state.next) = (now, .earliest, .latest)
    (state.failures, state.trouble, state.isGone) = (3, "It was slow.", true)
    #expect(try FeedState(json: state.json) == state)
    #expect(try FeedState(json: FeedState().json) == FeedState())
    #expect(try FeedState(json: Array("{\"failures\":-7,\"next\":[],\"gone\":1}".utf8)) == FeedState())
    #expect(throws: JSONProblem.self) { try FeedState(json: Array("{".utf8)) }
  }
}
