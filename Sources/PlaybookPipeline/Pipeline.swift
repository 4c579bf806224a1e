public import DecisionEngine
public import DecisionModel
public import DecisionOracle
public import Diagnostics
import Foundation
public import PlaybookAnalysis
import PlaybookCompiler
import PlaybookModel
public import PlaybookTesting

// The table of contents of the compiler: read and analyse, then compile, test or publish.

/// Reads and checks the playbook at a path.
///
/// - Parameters:
///   - today: the day on which acceptances must hold; without one, none runs out.
///   - judging: whether the engine judges the examples too, which finds no errors.
///   - note: is told the path of each file before it is read, of one that is missing, too.
public func checkPlaybook(
  at path: PlaybookPath, today: CalendarDate? = nil, judging: Bool = true,
  noting note: @escaping @Sendable (String) -> Void = { _ in }
) throws(FileReader.Trouble) -> Analysis {
  let files = FileReader.disk(within: path.root)
  let reader = FileReader { path throws(FileReader.Trouble) in
    note(path)
    return try files.read(path)
  }
  return try analyse(path.file, with: reader, today: today, judging: judging)
}

/// A program, and the file that it is kept in.
public struct CompiledPlaybook: Sendable {
  public let program: DecisionProgram
  public let image: ProgramImage

  /// What names the program: `sha256:…`.
  public var digest: String { image.digest }
  /// The bytes of its file.
  public var bytes: [UInt8] { image.withProgram { Array($0) } }

  /// The engine that decides by the program.
  public func engine() throws(EngineProblem) -> Engine { try Engine(image) }

  /// The oracle that decides by the program, and explains.
  public func oracle() throws(EngineProblem) -> Oracle { try Oracle(program, digest: digest) }
}

/// A playbook with errors has no program; its findings say which they are.
public struct PlaybookHasErrors: Error, CustomStringConvertible, Sendable {
  public var description: String { "the playbook has errors, so no program is made" }
}

/// Compiles a playbook that has no errors.
public func compilePlaybook(_ analysis: Analysis) throws(PlaybookHasErrors) -> CompiledPlaybook {
  guard let playbook = analysis.playbook, !analysis.hasErrors else { throw PlaybookHasErrors() }
  let program = compile(playbook) { analysis.location(of: $0) }
  let bytes = programFile(of: program) { sha256($0) }
  guard let image = try? ProgramImage(bytes) else { preconditionFailure("the compiler made no sound program") }
  return CompiledPlaybook(program: program, image: image)
}

/// Opens a program that was built before.
public func openProgram(at path: String) throws(ProgramProblem) -> CompiledPlaybook {
  let image = try ProgramImage(mapping: path)
  return CompiledPlaybook(program: try DecisionProgram(image), image: image)
}

/// Opens a program that was built before.
public func readProgram(_ bytes: [UInt8]) throws(ProgramProblem) -> CompiledPlaybook {
  let image = try ProgramImage(bytes)
  return CompiledPlaybook(program: try DecisionProgram(image), image: image)
}

/// Runs the examples, tests and stories of a playbook.
///
/// - Parameter makeDecider: what decides; by default the engine that people decide by.
public func testPlaybook(
  _ analysis: Analysis,
  by makeDecider: (CompiledPlaybook) throws -> any CommentDecider = { Decider(try $0.engine()) }
) throws -> [TestResult] {
  guard let playbook = analysis.playbook else { throw PlaybookHasErrors() }
  let compiled = try compilePlaybook(analysis)
  return try runTests(of: playbook, compiledTo: compiled.program, by: try makeDecider(compiled))
}

/// What the examples, tests and stories of a playbook have shown of it, and what they have not.
public func testCoverage(_ analysis: Analysis) throws -> TestCoverage {
  guard let playbook = analysis.playbook else { throw PlaybookHasErrors() }
  return try testCoverage(of: playbook, compiledTo: try compilePlaybook(analysis).program)
}

/// The mutants of a playbook, and what tries its tests on them.
public func mutants(_ analysis: Analysis) throws -> (mutants: [Mutant], trial: MutantTrial) {
  guard let playbook = analysis.playbook else { throw PlaybookHasErrors() }
  let program = try compilePlaybook(analysis).program
  return (mutants(of: playbook, compiledTo: program), try MutantTrial(playbook, compiledTo: program))
}

extension Analysis {
  /// Where a span stands, as decisions say it: relative to the playbook's folder.
  public func location(of span: Span) -> String {
    "\(name(of: files[span.file])):\(files[span.file].place(of: span.start))"
  }

  /// The line on which a span begins, as documents say it: `playbook.yaml:120`.
  func line(of span: Span) -> String {
    "\(name(of: files[span.file])):\(files[span.file].lineIndex(of: span.start) + 1)"
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
