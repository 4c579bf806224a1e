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

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators).
struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
