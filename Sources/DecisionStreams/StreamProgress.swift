/// How far a stream is.
public struct StreamProgress: Sendable {
  /// How many lines an earlier run had decided.
  public let skipped: Int
  /// What is said of the lines of this run. Their numbers count from the first that was not passed over.
  public private(set) var notes = StreamNotes()
  /// How many bytes of the input have been decided, those passed over included.
  public private(set) var bytes: Int

  init(skipped: Int, bytes: Int) {
    self.skipped = skipped
    self.bytes = bytes
  }

  /// The lines that could not be read, by their number in the input.
  public var troubles: [StreamNotes.Trouble] {
    notes.troubles.map { StreamNotes.Trouble(line: skipped + $0.line, sentence: $0.sentence) }
  }

  mutating func add(_ block: Block) {
    notes.append(block.notes)
    bytes = block.end
  }
}
