import DecisionEngine
import DecisionModel
import Foundation

/// The engine that decides by the playbook `Playbooks/reading-room`, which was compiled with this package.
func readingRoom() throws -> Engine {
  guard let program = Bundle.module.url(forResource: "reading-room", withExtension: "decorum") else {
    throw CocoaError(.fileNoSuchFile)
  }
  return try Engine(ProgramImage(mapping: program.path))
}

let engine = try readingRoom()
while let line = readLine() {
  let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
  let decision = engine.decide(line: line.utf8, now: now).decision
  print(String(decoding: decision.json, as: UTF8.self))
}
