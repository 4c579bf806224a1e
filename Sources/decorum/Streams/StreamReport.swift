import DecisionStreams
import Diagnostics
import Foundation

/// What is said of a stream on standard error: how far it is, where that is a terminal, and which lines were bad.
struct StreamReport {
  private let bearer: String
  private let unreadable: String
  private let showsProgress: Bool
  private var line: ProgressLine
  private var countTold = 0
  private var widthShown = 0

  /// - Parameters:
  ///   - bearer: What stands in a line: a comment.
  ///   - unreadable: What becomes of lines that could not be read.
  ///   - inputLength: In bytes, where it is known.
  init(of bearer: String, unreadable: String, inputLength: Int?, showsProgress: Bool) {
    self.bearer = bearer
    self.unreadable = unreadable
    self.showsProgress = showsProgress && Terminal.errors.isTerminal
    line = ProgressLine(inputLength: inputLength)
  }

  mutating func show(_ progress: StreamProgress) {
    tellTroubles(progress)
    guard showsProgress else { return }
    let text = line.text(of: progress, at: .now)
    let padding = String(repeating: " ", count: max(0, widthShown - text.count))
    widthShown = text.count
    write("\r\(text)\(padding)")
  }

  /// Says what is to be said at the end.
  mutating func finish(_ progress: StreamProgress) {
    show(progress)
    if showsProgress { write("\n") }
    let notes = progress.notes
    if notes.unreadable > notes.troubles.count {
      printToStandardError("decorum: and \(notes.unreadable - notes.troubles.count) lines more")
    }
    if notes.unreadable > 0 {
      printToStandardError(
        "decorum: \(notes.unreadable) of \(notes.lines) lines could not be read; \(unreadable)")
    }
    if !notes.unknownKeys.isEmpty {
      let keys = notes.unknownKeys.map { "`\(visible($0))`" }.joined(separator: ", ")
      printToStandardError("decorum: passed over keys that no \(bearer) has: \(keys)")
    }
  }

  private mutating func tellTroubles(_ progress: StreamProgress) {
    let new = progress.troubles.dropFirst(countTold)
    if new.isEmpty { return }
    countTold += new.count
    if showsProgress { write("\r\(String(repeating: " ", count: widthShown))\r") }
    for trouble in new { printToStandardError("decorum: line \(trouble.line): \(visible(trouble.sentence))") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
