import DecisionModel
import Foundation
import TestSupport
import Testing

@testable import AuthorLedger

/// Comments that are recorded together: what a batch reads at once and writes at once changes nothing of what is decided.
@Suite struct BatchTests {
  @Test(arguments: Backend.all)
  func `comments in batches of any size are decided as one after the other`(_ backend: Backend) throws {
    var dice = SeededGenerator(seed: propertySeed("batches"))
    for _ in 0..<(isLong ? 200 : 8) {
      let tests = [try TestLedger(backend), try TestLedger(backend)]
      defer { withExtendedLifetime(tests) {} }
      let (together, alone) = (try tests[0].opened(), try tests[1].opened())
      var story = Story()
      for step in 0..<6 {
        let comments = story.comments(Int.random(in: 1...40, using: &dice), &dice)
        let now = minute(step * Int.random(in: 1...60_000, using: &dice))
        let batch = try together.recorder.record(comments, at: now)
        let singles = try comments.map { try #require(try alone.recorder.record([$0], at: now).first) }
        #expect(batch.map(\.decision) == singles.map(\.decision))
        #expect(batch.map(\.number) == singles.map(\.number))
        #expect(batch.map(\.isRepeat) == singles.map(\.isRepeat))
        #expect(batch.map(\.isEdit) == singles.map(\.isEdit))
        for ledger in [together.ledger, alone.ledger] { try story.act(in: ledger, at: now, step) }
      }
      for ledger in [together.ledger, alone.ledger] {
        let found = try ledger.verify()
        #expect(found.isSound, "\(found.problems)")
      }
    }
  }

  @Test func `the latest instants of a span are the ones that all of them give, or nothing is said`() throws {
    var dice = SeededGenerator(seed: propertySeed("latest instants"))
    var told = 0
    for _ in 0..<2_000 {
      var all = (0..<Int.random(in: 0...12, using: &dice)).map { _ in minute(Int.random(in: 0...20, using: &dice)) }
      let (from, most) = (minute(Int.random(in: 0...20, using: &dice)), Int.random(in: 1...6, using: &dice))
      let read = all.sorted(by: >).filter { from <= $0 }.prefix(most)
      var known = LatestInstants(Array(read), since: from, most: most)
      for _ in 0..<Int.random(in: 0...4, using: &dice) {
        let instant = minute(Int.random(in: 0...20, using: &dice))
        all.append(instant)
        known.add(instant)
      }
      let (since, end) = (minute(Int.random(in: 0...20, using: &dice)), minute(Int.random(in: 0...20, using: &dice)))
      let right = all.sorted(by: >).filter { since <= $0 && $0 <= end }.prefix(most)
      guard let answer = known.latest(most, from: since, to: end) else { continue }
      #expect(answer == Array(right))
      told += 1
    }
    #expect(told > 500, "most questions are answered without asking")
  }
}

extension TestLedger {
  fileprivate func opened() throws -> (ledger: Ledger, recorder: Recorder) {
    let ledger = try open()
    return (ledger, try Recorder(in: ledger, by: Sample.engine()))
  }
}

/// Comments by a few authors in a few threads: some are handed in again, some are edited.
private struct Story {
  private var known: [(id: String, text: String, author: String?, thread: String?)] = []
  private static let texts = ["idiot", "late", "hello", "burn it", "Buy!", "and so on"]

  mutating func comments(_ count: Int, _ dice: inout SeededGenerator) -> [Submission] {
    (0..<count).map { _ in
      if let old = known.randomElement(using: &dice), Int.random(in: 0..<5, using: &dice) == 0 {
        let text =
          Bool.random(using: &dice) ? old.text : old.text + " " + (Self.texts.randomElement(using: &dice) ?? "")
        return comment(text, id: old.id, by: old.author, in: old.thread)
      }
      let new = (
        id: "c\(known.count)", text: Self.texts.randomElement(using: &dice) ?? "",
        author: ["ann", "bob", "eve", "dan", nil].randomElement(using: &dice) ?? nil,
        thread: ["t", "u", nil].randomElement(using: &dice) ?? nil
      )
      known.append(new)
      return comment(new.text, id: new.id, by: new.author, in: new.thread)
    }
  }

  /// What people do between the batches.
  func act(in ledger: Ledger, at now: Instant, _ step: Int) throws {
    let act = PersonalAct(by: "Ana", at: now)
    switch step {
    case 1: _ = try? ledger.recordDone("warn", to: Array("ann".utf8), act)
    case 2: _ = try? ledger.pardon(Array("bob".utf8), on: nil, act)
    case 3: try ledger.turn("crisis", on: true, act)
    case 4: _ = try? ledger.settleAppeal(against: 1, isUpheld: true, act)
    default: break
    }
  }
}
