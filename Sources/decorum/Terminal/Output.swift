import Foundation

/// Standard output with a buffer.
enum Output {
  nonisolated(unsafe) private static var buffer: [UInt8] = []

  static func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  static func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    do {
      try FileHandle.standardOutput.write(contentsOf: buffer)
    } catch {
      throw Failure("the output could not be written")
    }
  }
}
