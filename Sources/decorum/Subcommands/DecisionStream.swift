import ArgumentParser
import DecisionEngine
import DecisionOracle
import DecisionModel
import Diagnostics
import Foundation

/// Comments in on standard input, decisions out on standard output: as many lines out as in, in their order.
struct DecisionStream {
  let engine: any CommentDecider
  /// The instant of every decision whose comment has none; the present where nil.
  let fixedNow: Instant?
  /// Whether the decisions are for a person to read.
  let isPlain: Bool

  /// The longest line that is read; a longer one is decided as one that cannot be read.
  static let longestLine = 4 * 1024 * 1024

  func run() throws {
    var lines = LineReader(longest: DecisionStream.longestLine)
    var progress = Progress()
    var unknownKeys = UnknownKeys(of: "comment")
    while let line = lines.next() {
      let decision = decide(line, &unknownKeys)
      if decision.trouble != nil { progress.bad += 1 }
      try Output.write(isPlain ? plainLines(of: decision, about: line) : decision.json + [0x0A])
      progress.add()
    }
    try Output.flush()
    progress.finish()
    unknownKeys.report()
    if progress.bad > 0 {
      printToStandardError(
        "decorum: \(progress.bad) of \(progress.count) lines could not be read; their decisions say why")
      throw Status.findings
    }
  }

  private func decide(_ line: LineReader.Line, _ unknownKeys: inout UnknownKeys) -> Decision {
    let now = fixedNow ?? Instant(seconds: Int64(Date().timeIntervalSince1970))
    guard case .whole(let bytes) = line else {
      return .trouble("the line is longer than \(DecisionStream.longestLine) bytes", playbook: engine.playbook)
    }
    let (decision, keys) = engine.decide(line: bytes, now: now)
    unknownKeys.add(keys)
    return decision
  }
}

extension DecisionStream {
  /// The comment, how it is met, and what is to be done.
  private func plainLines(of decision: Decision, about line: LineReader.Line) -> [UInt8] {
    let style = ReportStyle(hasColours: Terminal.output.hasColours)
    let isSerious = decision.stance == .hold || decision.stance == .enforce
    let stance = style.strong(decision.stance.rawValue.uppercased(), isSerious)
    let category = decision.category.map { " \(style.name($0))" } ?? ""
    let about = decision.trouble.map { " (\(visible($0)))" } ?? ""
    let lines = ["“\(text(of: line))”", "  \(stance)\(category)\(about)", "  \(visible(decision.summary))", ""]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func text(of line: LineReader.Line) -> String {
    guard case .whole(let bytes) = line, let text = (try? JSONValue(parsing: bytes))?["text"]?.text else { return "…" }
    let shown = visible(text)
    return shown.count > 110 ? shown.prefix(109) + "…" : shown
  }
}

/// Standard output with a buffer; a reader that went away ends the command quietly.
enum Output {
  nonisolated(unsafe) private static var buffer: [UInt8] = []

  static func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  static func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    do {
      try FileHandle.standardOutput.write(contentsOf: buffer)
    } catch {
      throw Failure("the output could not be written")
    }
  }
}

/// Lines of standard input, each without its end.
struct LineReader {
  enum Line {
    case whole([UInt8])
    case tooLong
  }

  private let longest: Int
  private var buffer: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  init(longest: Int) { self.longest = longest }

  /// The next line, an empty one too; nil at the end of the input.
  mutating func next() -> Line? {
    var isTooLong = false
    while true {
      if let end = buffer[place...].firstIndex(of: 0x0A) {
        let line = buffer[place..<end]
        place = end + 1
        return isTooLong ? .tooLong : .whole(withoutReturn(line))
      }
      if buffer.count - place > longest {
        isTooLong = true
        buffer.removeAll(keepingCapacity: true)
        place = 0
      }
      guard fill() else { return rest(isTooLong: isTooLong) }
    }
  }

  /// What stands after the last line end.
  private mutating func rest(isTooLong: Bool) -> Line? {
    defer { place = buffer.count }
    if isTooLong { return .tooLong }
    return place < buffer.count ? .whole(withoutReturn(buffer[place...])) : nil
  }

  private mutating func fill() -> Bool {
    guard !isAtEnd, let more = try? FileHandle.standardInput.read(upToCount: 1 << 16), !more.isEmpty else {
      isAtEnd = true
      return false
    }
    buffer.removeFirst(place)
    place = 0
    buffer += more
    return true
  }

  private func withoutReturn(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == 0x0D ? line.dropLast() : line)
  }
}

/// How far a stream is, on standard error where that is a terminal.
private struct Progress {
  var count = 0
  var bad = 0
  private let started = ContinuousClock.now
  private var shown = ContinuousClock.now

  mutating func add() {
    count += 1
    guard Terminal.errors.isTerminal, count % 256 == 0, ContinuousClock.now - shown > .milliseconds(200) else { return }
    shown = ContinuousClock.now
    show("\r\(line)")
  }

  func finish() {
    if Terminal.errors.isTerminal { show("\r\(line)\n") }
  }

  private var line: String {
    let seconds = Double((ContinuousClock.now - started) / .milliseconds(1)) / 1000
    let rate = seconds > 0 ? Int(Double(count) / seconds) : count
    return "\(count) decided, \(rate) a second" + (bad > 0 ? ", \(bad) could not be read" : "")
  }

  private func show(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Keys of what comes in that the language does not have: passed over, and named once.
struct UnknownKeys {
  private let bearer: String
  private var names: [String] = []

  /// - Parameter bearer: what the keys stand in: a comment.
  init(of bearer: String) { self.bearer = bearer }

  mutating func add(_ keys: [String]) {
    for key in keys where names.count < 20 && !names.contains(where: { $0.utf8.elementsEqual(key.utf8) }) {
      names.append(key)
    }
  }

  func report() {
    guard !names.isEmpty else { return }
    printToStandardError(
      "decorum: passed over keys that no \(bearer) has: \(names.map { "`\(visible($0))`" }.joined(separator: ", "))")
  }
}
