/// What is to be said of lines beside their decisions: which could not be read, which keys nobody knows.
///
/// However many lines there are, it stays small: of each sort only the first are kept, in the order of the lines.
public struct StreamNotes: Sendable {
  /// How many lines that could not be read are kept with their reasons.
  public static let mostTroubles = 20
  /// How many unknown keys are kept.
  public static let mostKeys = 20

  /// Why a line could not be read.
  public struct Trouble: Sendable {
    /// The number of the line, from 1.
    public let line: Int
    public let sentence: String
  }

  /// How many lines were decided.
  public internal(set) var lines = 0
  /// How many of them could not be read.
  public private(set) var unreadable = 0
  /// How many of them were read, and found wanting.
  public private(set) var failed = 0
  public private(set) var troubles: [Trouble] = []
  public private(set) var unknownKeys: [String] = []

  init() {}

  /// Notes that a line was decided; what is noted from now on is about the next one.
  public mutating func endLine() { lines += 1 }

  /// Notes that the line could not be read.
  public mutating func add(trouble sentence: String) {
    unreadable += 1
    if troubles.count < StreamNotes.mostTroubles { troubles.append(Trouble(line: lines + 1, sentence: sentence)) }
  }

  /// Notes that the line was read, and that something stands against it.
  public mutating func addFailure() { failed += 1 }

  /// Notes keys that were passed over; each is kept once.
  public mutating func add(unknownKeys: [String]) {
    for key in unknownKeys where self.unknownKeys.count < StreamNotes.mostKeys && !isKnown(key) {
      self.unknownKeys.append(key)
    }
  }

  /// Takes over the notes on the lines that follow.
  mutating func append(_ next: StreamNotes) {
    troubles += next.troubles.prefix(StreamNotes.mostTroubles - troubles.count).map {
      Trouble(line: lines + $0.line, sentence: $0.sentence)
    }
    lines += next.lines
    unreadable += next.unreadable
    failed += next.failed
    add(unknownKeys: next.unknownKeys)
  }

  private func isKnown(_ key: String) -> Bool { unknownKeys.contains { $0.utf8.elementsEqual(key.utf8) } }
}
