/// How far a stream is, in one line for a person.
///
///     1204000 decided, 402113 a second, 37 %, 2 min 5 s left, 3 could not be read
public struct ProgressLine: Sendable {
  private let inputLength: Int?
  private let started: ContinuousClock.Instant
  /// Where the first line was that this run decides.
  private var firstByte: Int?

  /// - Parameter inputLength: In bytes, where it is known.
  public init(inputLength: Int?, started: ContinuousClock.Instant = .now) {
    self.inputLength = inputLength
    self.started = started
  }

  public mutating func text(of progress: StreamProgress, at now: ContinuousClock.Instant) -> String {
    let first = firstByte ?? progress.bytes
    firstByte = first
    let seconds = (now - started) / .seconds(1)
    var parts = ["\(progress.skipped + progress.notes.lines) decided"]
    if seconds > 0 { parts.append("\(Int(Double(progress.notes.lines) / seconds)) a second") }
    parts += share(progress.bytes) + left(from: first, to: progress.bytes, in: seconds)
    if progress.notes.unreadable > 0 { parts.append("\(progress.notes.unreadable) could not be read") }
    return parts.joined(separator: ", ")
  }

  private func share(_ bytes: Int) -> [String] {
    guard let inputLength, inputLength > 0 else { return [] }
    return ["\(Int(100 * Double(bytes) / Double(inputLength))) %"]
  }

  /// The time that the rest takes if it goes on as it did so far.
  private func left(from first: Int, to bytes: Int, in seconds: Double) -> [String] {
    guard let inputLength, bytes > first, bytes < inputLength else { return [] }
    let left = Int(seconds * Double(inputLength - bytes) / Double(bytes - first))
    switch left {
    case ..<60: return ["\(left) s left"]
    case ..<3600: return ["\(left / 60) min \(left % 60) s left"]
    default: return ["\(left / 3600) h \(left / 60 % 60) min left"]
    }
  }
}
