import Foundation
import PlaybookPipeline

/// A file that a build makes: what it belongs to and its end, `harbour-coffee` and `.house-rules.md`, with its bytes.
struct MadeFile {
  let stem: String
  let suffix: String
  let bytes: [UInt8]

  var name: String { stem + suffix }

  init(_ stem: String, _ suffix: String, _ bytes: [UInt8]) {
    self.stem = stem
    self.suffix = suffix
    self.bytes = bytes
  }
}

/// The folder that a build writes to. What lies there with the same bytes is left alone.
struct OutputFolder {
  let path: String
  /// Whether nothing is written, and files are only held against what would be.
  let isOnlyCompared: Bool

  /// Whether the file was another one, or none, and is now as it was made.
  func put(_ file: MadeFile) throws -> Bool {
    let place = "\(path)/\(file.name)"
    if FileManager.default.contents(atPath: place).map({ [UInt8]($0) == file.bytes }) ?? false { return false }
    if isOnlyCompared { return true }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure("\(path) could not be made")
    }
    do {
      try writeWhole(file.bytes, to: place)
    } catch {
      throw Failure(error.description)
    }
    return true
  }

  /// Removes a file that nobody needs any more.
  func remove(_ name: String) { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
}
