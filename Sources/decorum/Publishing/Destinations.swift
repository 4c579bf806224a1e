import DecisionModel
import Diagnostics
import Foundation
import PlaybookPipeline
import PlaybookPublishing

/// Where a build writes to: a folder, and files that have places for documents.
struct Destinations {
  let folder: OutputFolder?
  /// Files in which documents stand between markers.
  let injected: [String]
  /// Whether nothing is written, and files are only held against what would be.
  let isOnlyCompared: Bool

  /// Writes what has changed. Nothing is written where a file has no place for a document.
  func write(_ files: [MadeFile], documents: [NamedDocument]) throws -> BuildReport {
    let injections = try injected.map { try Injection(of: documents, into: $0) }
    var report = BuildReport(isOnlyCompared: isOnlyCompared)
    if let folder {
      for file in files { report.add(file, in: folder, isChanged: try folder.put(file)) }
    }
    for injection in injections {
      if injection.isChange, !isOnlyCompared { try injection.write() }
      report.add(injection.path, part: injection.names.joined(separator: " "), isChanged: injection.isChange)
    }
    return report
  }
}

/// A document in Markdown, by the name that its markers have: `harbour-coffee` or `harbour-coffee.house-rules`.
struct NamedDocument {
  let name: String
  let text: String
}

/// A file with the documents put in for which it has markers.
private struct Injection {
  let path: String
  private(set) var names: [String] = []
  private let before: [UInt8]
  private var after: [UInt8]

  var isChange: Bool { before != after }

  init(of documents: [NamedDocument], into path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else { throw Failure("\(path): there is no such file") }
    self.path = path
    before = Array(data)
    after = before
    for document in documents {
      do throws(InjectionProblem) {
        guard let text = try injecting(document.text, named: document.name, into: after) else { continue }
        after = text
        names.append(document.name)
      } catch {
        throw Failure("\(path): \(error.description)")
      }
    }
    if names.isEmpty, let name = documents.first?.name {
      throw Failure(
        "\(path) has no place for a document: write `<!-- decorum:begin \(name) -->` and below it "
          + "`<!-- decorum:end \(name) -->` where it is to stand")
    }
  }

  func write() throws {
    do {
      try writeWhole(after, to: path)
    } catch {
      throw Failure(error.description)
    }
  }
}
