import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline

/// The compiler alone: `decorumc PLAYBOOK PROGRAM [ROOT]` reads a playbook and writes its program. Build systems run it;
/// people have `decorum build`.
///
/// It ends with 0 where the program was written, with 1 where the playbook has errors, and with 2 where it was called
/// wrongly or a file could not be read or written.
@main
enum DecorumCompiler {
  static func main() {
    do {
      let job = try Job(CommandLine.arguments.dropFirst())
      exit(try job.run() ? 0 : 1)
    } catch {
      printToStandardError("error: \(visible("\(error)"))")
      exit(2)
    }
  }
}

/// One playbook to be compiled.
private struct Job {
  let playbook: PlaybookPath
  let program: String

  init(_ arguments: some Collection<String>) throws(Failure) {
    let arguments = Array(arguments)
    guard (2...3).contains(arguments.count) else { throw Failure("usage: decorumc PLAYBOOK PROGRAM [ROOT]") }
    playbook = PlaybookPath(arguments[0], root: arguments.count == 3 ? arguments[2] : nil)
    program = arguments[1]
  }

  /// Whether there is a program now.
  func run() throws(Failure) -> Bool {
    let analysis: Analysis
    do {
      analysis = try checkPlaybook(at: playbook)
    } catch {
      throw Failure("\(playbook.file): \(error.sentence)")
    }
    for finding in analysis.findings { printToStandardError(lines(of: finding, in: analysis.files)) }
    guard let compiled = try? compilePlaybook(analysis) else { return false }
    do {
      try Data(compiled.bytes).write(to: URL(fileURLWithPath: program), options: .atomic)
    } catch {
      throw Failure("\(program): it could not be written")
    }
    return true
  }
}

/// A failure of the world, in a plain sentence.
private struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

private func printToStandardError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
