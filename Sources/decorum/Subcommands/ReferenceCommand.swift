import ArgumentParser
import Foundation
import PlaybookPipeline

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print a table of the language: the keys of a category, the built-in facts.",
    discussion: "Without a name, all names are listed.")

  @Argument(help: "The name of a table, such as “keys of a category”, or its last words.")
  var name: [String] = []

  @Option(
    parsing: .upToNextOption, help: "Write the tables into their places in these Markdown files, instead.",
    completion: .file(extensions: ["md"]))
  var fill: [String] = []

  func run() throws {
    if !fill.isEmpty { return try fillFiles() }
    guard !name.isEmpty else { return print(LanguageTable.names.joined(separator: "\n")) }
    let wanted = name.joined(separator: " ")
    let names = LanguageTable.names
    guard let found = names.first(where: { $0 == wanted || $0.hasSuffix(" " + wanted) }),
      let table = LanguageTable.text(of: found)
    else {
      let meant = nearestName(to: wanted, among: names).map { "; did you mean `\($0)`?" } ?? ""
      throw Failure("there is no table `\(wanted)`\(meant)")
    }
    print(table)
  }

  private func fillFiles() throws {
    let documents = try fill.map { path in
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw Failure("\(path) could not be read")
      }
      return ReferenceDocument(name: URL(fileURLWithPath: path).lastPathComponent, text: text)
    }
    let made: [ReferenceDocument]
    do { made = try filled(documents) } catch { throw Failure(error.description) }
    for (path, (old, new)) in zip(fill, zip(documents, made)) where old.text != new.text {
      do { try Data(new.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
        throw Failure("\(path) could not be written")
      }
      print("\(path) was filled anew")
    }
  }
}
