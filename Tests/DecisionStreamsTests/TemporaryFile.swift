import Foundation
import TestSupport

@testable import DecisionStreams

/// A file of its own for a test, removed with the last hold on it.
final class TemporaryFile {
  let path = FileManager.default.temporaryDirectory.appending(path: "decorum-\(UUID().uuidString)").path

  init(_ bytes: [UInt8] = []) throws { try Data(bytes).write(to: URL(filePath: path)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var bytes: [UInt8] { get throws { Array(try Data(contentsOf: URL(filePath: path))) } }
}

extension OpenFile {
  /// The end of a pipe that is read.
  convenience init(ofPipe pipe: Pipe) throws {
    try self.init(reading: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
  }
}
