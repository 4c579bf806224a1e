import DecisionEngine
import Foundation
import PlaybookPipeline

/// The engine that decides by a program in memory.
func openEngine(bytes: [UInt8]) throws -> Engine { try readProgram(bytes).engine() }

/// The engine that decides by a program in a file.
func openEngine(path: String) throws -> Engine {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw ArgumentProblem("this file cannot be read")
  }
  return try openEngine(bytes: Array(data))
}
