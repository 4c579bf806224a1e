import DecisionModel

/// What stands between the values of a line, and what each value means, learnt from a line that was understood.
///
/// Lines of one source are written by one program: their keys stand in one order, with the same signs between. A line of
/// the same shape is read without looking at its keys: bytes that are the same mean the same.
struct LineShape {
  private struct Step: BitwiseCopyable {
    /// Where the bytes before the value stand among all bytes.
    let start: Int
    let count: Int
    let meaning: CommentKeys.Meaning
  }

  private var steps = Pad<Step>(capacity: 32)
  private var bytes = Pad<UInt8>(capacity: 512)
  /// Where the bytes behind the last value stand.
  private var endStart = 0
  /// Where the value ends that was learnt last, in the line that is learnt.
  private var learntUpTo = 0
  /// Lines of the shape earn what lines of another one spend; who has nothing left rests for some lines.
  private var credit = LineShape.mostCredit
  private var rest = 0

  private static let mostCredit = 16
  private static let lengthOfRest = 256

  func free() {
    steps.free()
    bytes.free()
  }

  var count: Int { steps.count }

  @inline(__always)
  func bytes(before place: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes.base + steps[place].start, count: steps[place].count)
  }

  @inline(__always)
  func meaning(_ place: Int) -> CommentKeys.Meaning { steps[place].meaning }

  /// What stands behind the last value.
  @inline(__always)
  var bytesAtEnd: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes.base + endStart, count: bytes.count &- endStart)
  }

  // MARK: - Whether lines have it

  /// Whether the next line may have the shape.
  mutating func isTried() -> Bool {
    if rest > 0 {
      rest -= 1
      return false
    }
    return steps.count > 0
  }

  @inline(__always)
  mutating func wasRight() { credit = min(credit &+ 1, Self.mostCredit) }

  mutating func wasWrong() {
    credit -= 4
    if credit > 0 { return }
    credit = Self.mostCredit / 2
    rest = Self.lengthOfRest
  }

  // MARK: - Learning it

  /// A shape that is not tried is not learnt either.
  private var isLearnt: Bool { rest == 0 }

  mutating func beginLearning() {
    steps.removeAll()
    bytes.removeAll()
    learntUpTo = 0
  }

  /// Takes note of a value that stands in a line.
  mutating func learn(_ meaning: CommentKeys.Meaning, of value: Range<Int>, in line: UnsafeRawBufferPointer) {
    guard isLearnt else { return }
    let start = bytes.count
    bytes.append(UnsafeRawBufferPointer(rebasing: line[learntUpTo..<value.lowerBound]))
    steps.append(Step(start: start, count: value.lowerBound - learntUpTo, meaning: meaning))
    learntUpTo = value.upperBound
  }

  /// Takes note of what stands behind the last value of a line that was understood.
  mutating func endLearning(_ line: UnsafeRawBufferPointer) {
    guard isLearnt else { return }
    endStart = bytes.count
    bytes.append(UnsafeRawBufferPointer(rebasing: line[learntUpTo...]))
  }

  /// Forgets a line that was not understood.
  mutating func forget() { steps.removeAll() }
}
