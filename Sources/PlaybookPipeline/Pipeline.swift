public import DecisionEngine
public import DecisionModel
public import Diagnostics
import Foundation
public import PlaybookAnalysis
import PlaybookCompiler
public import PlaybookModel
import PlaybookPublishing
public import PlaybookTesting

// The table of contents of the compiler: read and analyse, then compile, test or publish.

/// Reads and checks the playbook at a path.
///
/// - Parameters:
///   - today: the day on which acceptances must hold; without one, none runs out.
///   - judging: whether the engine judges the examples too, which finds no errors.
public func checkPlaybook(
  at path: PlaybookPath, today: CalendarDate? = nil, judging: Bool = true
) throws(FileReader.Trouble) -> Analysis {
  try analyse(path.file, with: .disk(within: path.root), today: today, judging: judging)
}

/// A program with the bytes that it is kept in and the digest that names it.
public struct CompiledPlaybook: Sendable {
  public let program: DecisionProgram
  public let bytes: [UInt8]
  /// `sha256:` and the digest of the bytes.
  public let digest: String

  /// The engine that decides by the program.
  public func engine() throws(EngineProblem) -> Engine { try Engine(program, digest: digest) }
}

/// Why there is no program.
public enum ProgramProblem: Error, CustomStringConvertible, Sendable {
  /// The playbook has errors; the findings say which.
  case hasErrors
  case newer(format: Int)
  case older(format: Int)
  case damaged

  public var description: String {
    switch self {
    case .hasErrors: "the playbook has errors, so no program is made"
    case .newer(let format):
      "this program has format \(format), and this decorum reads format \(DecisionProgram.format): use a newer decorum"
    case .older(let format):
      "this program has format \(format), and this decorum reads format \(DecisionProgram.format): build it again"
    case .damaged: "this file is no program, or it is damaged: build it again"
    }
  }
}

/// Compiles a playbook that has no errors.
public func compilePlaybook(_ analysis: Analysis) throws(ProgramProblem) -> CompiledPlaybook {
  guard let playbook = analysis.playbook, !analysis.hasErrors else { throw .hasErrors }
  let program = compile(playbook) { analysis.location(of: $0) }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(program) else {
    preconditionFailure("a program holds nothing that JSON cannot say")
  }
  return CompiledPlaybook(program: program, bytes: Array(data), digest: digest(of: Array(data)))
}

/// Reads a program that was built before.
public func readProgram(_ bytes: [UInt8]) throws(ProgramProblem) -> CompiledPlaybook {
  struct Head: Decodable { let format: Int }
  let decoder = JSONDecoder()
  guard let head = try? decoder.decode(Head.self, from: Data(bytes)) else { throw .damaged }
  if head.format > DecisionProgram.format { throw .newer(format: head.format) }
  if head.format < DecisionProgram.format { throw .older(format: head.format) }
  guard let program = try? decoder.decode(DecisionProgram.self, from: Data(bytes)) else { throw .damaged }
  return CompiledPlaybook(program: program, bytes: bytes, digest: digest(of: bytes))
}

private func digest(of bytes: [UInt8]) -> String {
  "sha256:" + sha256(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Runs the examples, tests and stories of a playbook.
public func testPlaybook(_ analysis: Analysis) throws -> [TestResult] {
  guard let playbook = analysis.playbook else { throw ProgramProblem.hasErrors }
  return try runTests(of: playbook, compiledTo: try compilePlaybook(analysis).program)
}

/// The documents of a playbook by the ends of their file names.
public func publishPlaybook(_ playbook: Playbook) -> [(suffix: String, text: String)] {
  [
    (".md", markdown(playbookDocument(playbook))),
    (".house-rules.md", markdown(houseRulesDocument(playbook))),
  ]
}

extension Analysis {
  /// Where a span stands, as decisions say it: relative to the playbook's folder.
  public func location(of span: Span) -> String {
    "\(name(of: files[span.file])):\(files[span.file].place(of: span.start))"
  }

  /// The path of a file from the playbook's folder on, wherever the compiler was called: a program is the same bytes
  /// from anywhere.
  private func name(of file: SourceFile) -> String {
    if file.isOfStandardLibrary { return file.name }
    let home = folders(of: files.files[0])
    let way = folders(of: file)
    let shared = zip(home, way).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let up = home.dropFirst(shared).map { _ in ".." }
    let name = file.name.split(separator: "/").last ?? ""
    return (up + way.dropFirst(shared).map(String.init) + [String(name)]).joined(separator: "/")
  }

  private func folders(of file: SourceFile) -> [Substring] {
    file.name.split(separator: "/").dropLast().filter { $0 != "." }
  }
}
