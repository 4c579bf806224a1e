import DecisionModel
import DecisionStreams
import PolicyImpact
import Synchronization

/// What all workers of a replay counted together.
final class SharedImpact: Sendable {
  private let counted: Mutex<Impact>

  init(examplesKept: Int) { counted = Mutex(Impact(examplesKept: examplesKept)) }

  var impact: Impact { counted.withLock { $0 } }

  func add(_ impact: Impact) { counted.withLock { $0.add(impact) } }
}

/// Judges comments by two policies, one JSON object a line, and writes nothing of any.
struct ImpactLines: LineDecider {
  private let replay: PolicyReplay
  private let shared: SharedImpact
  private let now: Instant

  /// - Parameter now: The instant of decisions about comments that have none.
  init(_ pair: PolicyPair, _ shared: SharedImpact, now: Instant, examplesKept: Int) {
    replay = PolicyReplay(pair, examplesKept: examplesKept)
    self.shared = shared
    self.now = now
  }

  mutating func decide(_ lines: [StreamLine], into output: inout [UInt8], notes: inout StreamNotes) {
    for line in lines {
      decide(line, into: &output, notes: &notes)
      notes.endLine()
    }
    shared.add(replay.takeImpact())
  }

  mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
    guard case .whole(let bytes) = line else { return notes.add(trouble: StreamRun.tooLong) }
    let told = replay.judge(line: bytes, now: now)
    if let trouble = told.trouble { notes.add(trouble: trouble) }
    notes.add(unknownKeys: told.unknownKeys)
  }
}
