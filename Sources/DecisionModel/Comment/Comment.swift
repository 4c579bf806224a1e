/// A comment as the engine judges it: what was written, and what the caller knows beside it.
public struct Comment: Sendable {
  /// How the platform names the comment: opaque bytes, at most `greatestIdentity`.
  public var id: [UInt8]?
  /// The text in UTF-8 as it came.
  public var text: [UInt8]
  /// The facts that the caller gave, by their index in the program's `facts`.
  public var facts: [Int: FactValue]
  /// What the author did before, by the index of the ladder in the program's `ladders`.
  public var histories: [Int: LadderHistory]
  /// How often each action was taken in the window of its brake, by the action's index in the program's `actions`.
  public var brakes: [Int: Int] = [:]
  /// Which wording of a clause the author was given last, by the clause's anchor: an index that counts from 0.
  public var said: [[UInt8]: Int] = [:]
  /// When the author wrote before, and the same before; this comment is not among them.
  public var earlier: [AuthorHistory: [Instant]]
  /// The modes that are on, by their index in the program's `modes`. A mode of which nothing is said is off.
  public var modes: Set<Int>
  /// The instant of the decision.
  public var now: Instant
  /// Keys of the comment that the language does not have, with their path: `author.shoe_size`. They change nothing.
  public var unknownKeys: [String]

  /// The most bytes that name a comment, an author or a thread.
  public static let greatestIdentity = 256

  public init(
    id: [UInt8]? = nil, text: [UInt8], facts: [Int: FactValue] = [:], histories: [Int: LadderHistory] = [:],
    earlier: [AuthorHistory: [Instant]] = [:], modes: Set<Int> = [], now: Instant, unknownKeys: [String] = []
  ) {
    self.id = id
    self.text = text
    self.facts = facts
    self.histories = histories
    self.earlier = earlier
    self.modes = modes
    self.now = now
    self.unknownKeys = unknownKeys
  }
}

/// What an author did before this comment, as one ladder counts it.
public struct LadderHistory: Hashable, Sendable {
  /// Live strikes before this comment.
  public var strikes: Int
  /// The rungs that were carried out since the oldest live strike.
  public var done: [[UInt8]]
  /// The instant of the oldest live strike.
  public var since: Instant?

  public init(strikes: Int, done: [[UInt8]] = [], since: Instant? = nil) {
    self.strikes = strikes
    self.done = done
    self.since = since
  }

  /// A history of so many strikes in which every rung was carried out that they reach.
  public init(strikes: Int, doneAllOf ladder: LadderRule) {
    let reached = ladder.rungs.filter { $0.isReached(by: strikes) }
    self.init(strikes: strikes, done: reached.map { Array($0.name.utf8) })
  }

  public func wasDone(_ rung: String) -> Bool {
    done.contains { $0.elementsEqual(rung.utf8) }
  }
}

/// Why a comment cannot be read: a sentence that names the key.
public struct CommentProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }

  public var description: String { sentence }
}
