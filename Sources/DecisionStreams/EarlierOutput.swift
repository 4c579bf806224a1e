public import DecisionModel

/// What a run that was cut short left in its output: decisions about the first lines of the same input.
public struct EarlierOutput: Sendable {
  /// How many whole lines stand there.
  public private(set) var lines = 0
  /// How many bytes they are; what follows is a line that was cut.
  private var length = 0
  private var lastLine: [UInt8] = []
  private let name: String
  /// Whether decisions name their comments.
  private let namesComments: Bool

  /// Reads the output of an earlier run, and leaves it as it is.
  ///
  /// - Parameters:
  ///   - playbook: The playbook that decides now.
  ///   - fields: What is written of each decision now.
  /// - Throws: A sentence where this is no file, or what stands in it was decided by another playbook or written with
  ///   other fields.
  public init(
    in output: OpenFile, playbook: PlaybookVersion, fields: DecisionFields
  ) throws {
    name = output.name
    namesComments = fields.contains(.comment)
    guard output.length != nil else { throw StreamProblem.failure("\(name) is no file, which could be gone on with") }
    try findLines(of: output)
    if lines > 0 { try check(playbook, fields) }
  }

  private mutating func findLines(of output: OpenFile) throws {
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var (read, start) = (0, 0)
    while true {
      let count = try piece.withUnsafeMutableBytes { try output.read(into: $0) }
      if count == 0 { break }
      let ends = piece[..<count].indices.filter { piece[$0] == 0x0A }
      lines += ends.count
      if let last = ends.last {
        start = ends.dropLast().last.map { read + $0 + 1 } ?? length
        length = read + last + 1
      }
      read += count
    }
    lastLine = [UInt8](repeating: 0, count: max(0, length - 1 - start))
    try lastLine.withUnsafeMutableBytes { try output.read(into: $0, at: start) }
  }

  private func check(_ playbook: PlaybookVersion, _ fields: DecisionFields) throws {
    guard let members = try? JSONValue(parsing: lastLine), let keys = members.object else {
      throw StreamProblem.failure("line \(lines) of \(name) is no decision; nothing was changed")
    }
    if let digest = members["playbook"]?["digest"]?.string, !digest.elementsEqual(playbook.digest.utf8) {
      throw StreamProblem.failure("\(name) was decided by another version of the playbook; nothing was changed")
    }
    guard keys.allSatisfy({ DecisionField($0.key).map(fields.contains) ?? false }) else {
      throw StreamProblem.failure("\(name) was written with other fields; nothing was changed")
    }
  }

  /// Passes over the lines that are decided, and cuts off the decision that is not whole.
  func goOn(in output: OpenFile, reading reader: inout BlockReader, _ block: Block) throws {
    var last: [UInt8]?
    var passed = 0
    while passed < lines {
      block.empty()
      guard try reader.read(into: block, atMost: lines - passed) else {
        throw StreamProblem.failure(
          "\(name) has \(lines) decisions, the input only \(passed) lines; nothing was changed")
      }
      passed += block.lines.count
      last = block.lines.last.flatMap { $0 }.map { Array(block.bytes[$0]) }
    }
    guard lines == 0 || !namesComments || isAbout(last) else {
      throw StreamProblem.failure(
        "line \(lines) of \(name) is no decision about line \(lines) of the input: they name different comments; "
          + "nothing was changed")
    }
    try output.cut(to: length)
  }

  /// Whether the last decision names the comment of a line.
  private func isAbout(_ line: [UInt8]?) -> Bool {
    let named = line.flatMap { try? JSONValue(parsing: $0) }?["id"]?.string
    let expected = named.flatMap { (1...Comment.greatestIdentity).contains($0.count) ? $0 : nil }
    return (try? JSONValue(parsing: lastLine))?["comment"]?.string == expected
  }
}
