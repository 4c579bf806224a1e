import AuthorLedger
import DecisionModel
import Foundation

/// What is due, kept on the screen: read anew every few seconds, until somebody ends it.
struct DueScreen {
  /// How often the ledger is read, and in what steps an end is listened for, in milliseconds.
  private static let interval: UInt32 = 3_000
  private static let step: UInt32 = 200

  let desk: CaseDesk
  let team: String?
  let zone: ZoneOptions

  func run() throws {
    Interruption.listen()
    if Terminal.output.isTerminal { try say("\u{1B}[?25l\u{1B}[2J") }
    defer { try? say(Terminal.output.isTerminal ? "\u{1B}[?25h\n" : "ended\n") }
    var shown: [String] = []
    while !Interruption.isWanted {
      let lines = try self.lines()
      // Where nothing is drawn over, only what has changed is said.
      if Terminal.output.isTerminal {
        try draw(lines)
      } else if lines.dropFirst() != shown.dropFirst() {
        try say(lines.joined(separator: "\n") + "\n\n")
      }
      shown = lines
      for _ in 0..<(Self.interval / Self.step) { Interruption.sleep(milliseconds: Self.step) }
    }
  }

  /// A ledger that cannot be read for a moment does not end the watch.
  private func lines() throws -> [String] {
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    do {
      return try desk.text(of: try desk.due(at: now, team: team), in: zone).lines
    } catch let failure as Failure {
      return ["decorum: \(failure.description)", "", "It is tried again."]
    }
  }

  /// Over what was there, line by line, so that nothing flickers; what does not fit is counted.
  private func draw(_ lines: [String]) throws {
    let height = TerminalSize.now.rows - 1
    var shown = lines
    if lines.count > height {
      shown = Array(lines.prefix(max(1, height - 1)))
      shown.append("… and \(lines.count - shown.count) lines more")
    }
    let text = shown.map { "\($0)\u{1B}[K\n" }.joined()
    try say("\u{1B}[?7l\u{1B}[H\(text)\u{1B}[J\u{1B}[?7h")
  }

  private func say(_ text: String) throws {
    try Output.write(Array(text.utf8))
    try Output.flush()
  }
}

/// How large the terminal is, as it is now.
struct TerminalSize {
  let rows: Int

  static var now: TerminalSize {
    var size = winsize()
    let isKnown = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
    return TerminalSize(rows: isKnown ? Int(size.ws_row) : 24)
  }
}
