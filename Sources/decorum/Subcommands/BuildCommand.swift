import ArgumentParser
import DecisionScript
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the program and the documents of playbooks.",
    discussion: """
      Writes for each playbook NAME.html and NAME.md (everything), NAME.house-rules.html and NAME.house-rules.md (what \
      the public reads) and NAME.decorum (the program by which `decorum decide` decides); and beside them decorum.mjs, the engine in JavaScript, with its \
      types.
      """)

  @Argument(
    help: "Playbooks: files, or folders that hold playbook.yaml.", completion: .file(extensions: ["yaml", "yml"]))
  var playbooks: [String]

  @Option(help: "The folder to write to; it is made where it is missing.", completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp("Sign the programs with an Ed25519 private key, as openssl writes it.", valueName: "key"),
    completion: .file(extensions: ["pem"]))
  var sign: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    for path in playbooks {
      let analysis = try reading.usable(path)
      guard let playbook = analysis.playbook else { throw Status.findings }
      let compiled = try compilePlaybook(analysis)
      for document in try publishPlaybook(analysis) {
        try write(Array(document.text.utf8), to: playbook.name + document.suffix)
      }
      let program = try sign.map { try SigningKey.sign(compiled.bytes, withKeyAt: $0) } ?? compiled.bytes
      try write(program, to: playbook.name + ".decorum")
    }
    try write(DecisionScript.module, to: "decorum.mjs")
    try write(DecisionScript.declarations, to: "decorum.d.mts")
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    let path = URL(fileURLWithPath: output).appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      try Data(bytes).write(to: path, options: .atomic)
    } catch {
      throw Failure("\(output)/\(name) could not be written")
    }
    print("\(output)/\(name) (\(bytes.count) bytes)")
  }
}
