import DecisionEngine
import DecisionModel

// Decides the comments on standard input, a line each, by the program that is named: no Foundation, no YAML.
let engine = try Engine(ProgramImage(mapping: CommandLine.arguments.last ?? ""))
while let line = readLine() {
  let decision = engine.decide(line: line.utf8, now: Instant(seconds: 1_796_202_000)).decision
  print(String(decoding: decision.json, as: UTF8.self))
}
