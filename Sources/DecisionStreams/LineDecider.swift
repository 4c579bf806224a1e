/// A line of the input, without its end.
public enum StreamLine {
  /// Its bytes, which are there only while the line is being decided.
  case whole(UnsafeRawBufferPointer)
  /// It is longer than the stream admits, and was not kept.
  case tooLong
}

/// Gives one line of output for each line of input.
///
/// Every worker has one of its own, so that it may keep scratch memory from line to line. What it says of a line must
/// depend on nothing but the line, or the output would depend on how the lines were shared out.
public protocol LineDecider: SendableMetatype {
  /// Appends what is said of a line, without a line end.
  ///
  /// - Parameter notes: Takes what a person is to hear of the line.
  mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes)

  /// Appends what is said of some lines that came together, with a line end after each; by default one after the other.
  ///
  /// - Throws: What keeps all of them from being decided; then the stream ends.
  mutating func decide(_ lines: [StreamLine], into output: inout [UInt8], notes: inout StreamNotes) throws
}

extension LineDecider {
  public mutating func decide(_ lines: [StreamLine], into output: inout [UInt8], notes: inout StreamNotes) throws {
    for line in lines {
      decide(line, into: &output, notes: &notes)
      output.append(0x0A)
      notes.endLine()
    }
  }
}
