import DecisionModel
import Foundation
import TestSupport
import Testing

@testable import DecisionStreams

/// Lines in, lines out, with deciders that are no engines.
@Suite struct LineStreamTests {
  /// Says a line again, after a while that differs from line to line.
  struct Echo: LineDecider {
    mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
      guard case .whole(let bytes) = line else {
        notes.add(trouble: "too long")
        return output += Array("-".utf8)
      }
      if bytes.first == UInt8(ascii: "7") { usleep(500) }
      if bytes.first == UInt8(ascii: "!") { notes.add(trouble: "bad: \(String(decoding: bytes, as: UTF8.self))") }
      if bytes.first == UInt8(ascii: "?") { notes.add(unknownKeys: [String(decoding: bytes, as: UTF8.self)]) }
      output += bytes
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func `the order is kept, whoever is done first`(workers: Int) throws {
    var dice = SeededGenerator(seed: propertySeed("uneven lines"))
    let lines = (0..<3000).map { "\($0)" + String(repeating: "x", count: .random(in: 0...40, using: &dice)) + "\n" }
    let progress = try Self.run(lines.joined(), workers: workers) { #expect($0.elementsEqual(lines.joined().utf8)) }
    #expect(progress.notes.lines == 3000)
    #expect(progress.bytes == lines.joined().utf8.count)
  }

  @Test(arguments: [1, 4])
  func `what is said of lines comes in their order, and only so much of it`(workers: Int) throws {
    let longLine = String(repeating: "x", count: 51)
    let lines = (1...900).map { $0 % 9 == 0 ? "!\($0)" : $0 % 10 == 0 ? "?\($0)" : $0 == 5 ? longLine : "\($0)" }
    let notes = try Self.run(lines.joined(separator: "\n"), workers: workers).notes
    #expect(notes.lines == 900)
    #expect(notes.unreadable == 101)
    #expect(notes.troubles.map(\.line) == [5] + (1...19).map { $0 * 9 })
    #expect(notes.troubles.last?.sentence == "bad: !171")
    #expect(notes.unknownKeys.first == "?10")
    #expect(notes.unknownKeys.count == 20)
  }

  @Test func `a key is named once`() throws {
    #expect(try Self.run("?a\n?b\n?a\n?a", workers: 2).notes.unknownKeys == ["?a", "?b"])
  }

  @Test func `a reader that went away ends it`() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    let output = try OpenFile(writing: "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
    try pipe.fileHandleForReading.close()
    let input = try TemporaryFile(Array(repeating: 0x0A, count: 100_000))
    let stream = LineStream(from: try OpenFile(reading: input.path), to: output, workers: 3, longestLine: 8)
    let problem = #expect(throws: StreamProblem.self) { try stream.run(by: { Echo() }, watch: { _ in }) }
    guard case .readerWentAway = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test func `what cannot be read or written is said`() throws {
    let folder = try OpenFile(reading: FileManager.default.temporaryDirectory.path)
    let stream = LineStream(from: folder, to: .standardOutput, workers: 2, longestLine: 8)
    let problem = #expect(throws: StreamProblem.self) { try stream.run(by: { Echo() }, watch: { _ in }) }
    #expect(problem?.description.hasSuffix("could not be read: Is a directory") == true)
    #expect(throws: StreamProblem.self) { try OpenFile(reading: "/nowhere/at/all") }
    let input = try TemporaryFile([0x61])
    let full = LineStream(
      from: try OpenFile(reading: input.path), to: try OpenFile(writing: "/dev/full"), workers: 1, longestLine: 8)
    #expect(throws: StreamProblem.self) { try full.run(by: { Echo() }, watch: { _ in }) }
  }

  @Test func `how far it is, in a line for a person`() throws {
    let started = ContinuousClock.now
    var line = ProgressLine(inputLength: 1000, started: started)
    func text(_ lines: Int, _ bytes: Int, _ seconds: Int) throws -> String {
      var progress = StreamProgress(skipped: 0, bytes: 0)
      let block = Block(size: 1)
      block.lines = Array(repeating: 0..<0, count: lines)
      block.end = bytes
      var echo = Echo()
      try block.decide(by: &echo)
      if bytes > 0 { progress.add(block) }
      return line.text(of: progress, at: started + .seconds(seconds))
    }
    #expect(try text(0, 0, 0) == "0 decided, 0 %")
    #expect(try text(100, 250, 10) == "100 decided, 10 a second, 25 %, 30 s left")
    #expect(try text(100, 10, 10) == "100 decided, 10 a second, 1 %, 16 min 30 s left")
    #expect(try text(1, 1, 100) == "1 decided, 0 a second, 0 %, 27 h 45 min left")
    #expect(try text(400, 1000, 10) == "400 decided, 40 a second, 100 %")
  }

  @discardableResult
  static func run(
    _ input: String, workers: Int, check: ([UInt8]) throws -> Void = { _ in }
  ) throws -> StreamProgress {
    let (given, written) = (try TemporaryFile(Array(input.utf8)), try TemporaryFile())
    var stream = LineStream(
      from: try OpenFile(reading: given.path), to: try OpenFile(writing: written.path), workers: workers,
      longestLine: 50)
    stream.sizes.block = 200
    var shown = 0
    let progress = try stream.run(by: { Echo() }, watch: { shown = $0.notes.lines })
    #expect(shown == progress.notes.lines)
    try check(try written.bytes)
    return progress
  }
}
