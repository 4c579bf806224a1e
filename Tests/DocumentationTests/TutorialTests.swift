import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLSyntax

/// The tutorial is walked through, command by command; the playbooks that it arrives at are whole.
@Suite("Tutorial") struct TutorialTests {
  private static let tutorial = MarkdownFile.all.first { $0.path == "Documentation/Tutorial.md" }
  private static let stagesFolder = MarkdownFile.repository.appending(path: "Documentation/Tutorial")

  static let stages =
    (try? FileManager.default.contentsOfDirectory(atPath: stagesFolder.resolvingSymlinksInPath().path))?.sorted() ?? []

  @Test func `there are three playbooks`() { #expect(Self.stages.count == 3) }

  @Test(arguments: stages)
  func `each playbook passes the checks without a warning, its tests, and is built`(_ stage: String) throws {
    let folder = try Workshop()
    let playbook = Self.stagesFolder.appending(path: stage).path
    for command in ["check --deny warnings \(playbook)", "test \(playbook)", "build \(playbook) --output out"] {
      let outcome = try folder.run("decorum \(command)")
      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }

  @Test func `it begins with what decorum init writes`() throws {
    let folder = try Workshop()
    _ = try folder.run("decorum init riverside-library")
    let made = try String(contentsOf: folder.url("riverside-library/playbook.yaml"), encoding: .utf8)
    let first = Self.stagesFolder.appending(path: "\(try #require(Self.stages.first))/playbook.yaml")
    #expect(try String(contentsOf: first, encoding: .utf8) == made)
  }

  @Test func `every command gives what the tutorial shows, and every excerpt stands in the playbook`() throws {
    let tutorial = try #require(Self.tutorial)
    let folder = try Workshop()
    var passed = 0
    for part in Self.parts(of: tutorial) {
      switch part {
      case .stage(let name): try folder.take(Self.stagesFolder.appending(path: name), as: "riverside-library")
      case .change(let command): #expect(try folder.run(command).status == 0, "\(command)")
      case .block(let block) where block.language == "console" && !block.words.contains("untried"):
        try folder.follow(block)
        passed += 1
      case .block(let block) where block.language == "yaml":
        if let name = block.value("file") {
          try Data(block.text.utf8).write(to: folder.url(name))
          var findings: [Diagnostic] = []
          _ = parseYAML(SourceFile(id: SourceFile.ID(0), name: name, bytes: Array(block.text.utf8))) {
            findings.append($0)
          }
          #expect(findings.map(\.message) == [], "\(block.testDescription)")
        } else {
          let playbook = try String(contentsOf: folder.url("riverside-library/playbook.yaml"), encoding: .utf8)
          #expect(playbook.contains(block.text), "\(block.testDescription) is not in the playbook as it is by then")
        }
      case .block: break
      }
    }
    #expect(passed >= 8)
  }

  private enum Part {
    case stage(String)
    case change(String)
    case block(MarkdownFile.Block)
  }

  /// In the order of the text: blocks, `<!-- stage: NAME -->` where the reader has changed the playbook, and
  /// `<!-- run: COMMAND -->` where the reader makes a mistake on purpose.
  private static func parts(of file: MarkdownFile) -> [Part] {
    let marks = file.text.matches(of: /(?s)<!-- (stage|run): (.*?) -->/).map { mark in
      let line = file.text[..<mark.range.lowerBound].count { $0 == "\n" } + 1
      return (line, mark.1 == "stage" ? Part.stage(String(mark.2)) : .change(String(mark.2)))
    }
    return (marks + file.blocks.map { ($0.line, .block($0)) }).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// A folder in which the commands of the tutorial are run.
private final class Workshop {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "decorum-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  func take(_ source: URL, as name: String) throws {
    try? FileManager.default.removeItem(at: url(name))
    try FileManager.default.copyItem(at: source.resolvingSymlinksInPath(), to: url(name))
  }

  func run(_ command: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "(\(command)) > .output 2>&1"]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": "\(Products.folder.path):\(path)", "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"]
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: url(".output"), encoding: .utf8))
  }

  /// Runs every command of a block, and looks for the lines that it shows.
  func follow(_ block: MarkdownFile.Block) throws {
    for command in block.text.split(separator: "$ ").filter({ !$0.isEmpty }) {
      var lines = command.split(separator: "\n", omittingEmptySubsequences: false)
      var line = String(lines.removeFirst())
      while line.hasSuffix("\\"), !lines.isEmpty { line = String(line.dropLast()) + String(lines.removeFirst()) }
      let outcome = try run(line)
      #expect((outcome.status == 0) != block.words.contains("fails"), "\(block.testDescription): \(outcome.output)")
      expect(lines.map(String.init), in: outcome.output, of: block)
    }
  }

  /// The lines stand in the output in their order; `…` stands for anything.
  private func expect(_ lines: [String], in output: String, of block: MarkdownFile.Block) {
    var rest = Substring(output)
    for piece in lines.flatMap({ $0.split(separator: "…").map(String.init) }) where !piece.allSatisfy(\.isWhitespace) {
      let found = rest.range(of: piece)
      #expect(found != nil, "\(block.testDescription): “\(piece)” is not in what follows:\n\(rest)")
      if let found { rest = rest[found.upperBound...] }
    }
  }
}
