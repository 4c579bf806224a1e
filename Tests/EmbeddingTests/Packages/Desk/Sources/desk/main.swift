import DecisionEngine
import DecisionModel

// Decides the comments on standard input, a line each, by the program that is named: no Foundation, no YAML.
let image = try ProgramImage(mapping: CommandLine.arguments.last ?? "")
let engine = try Engine(DecisionProgram(image), digest: image.digest)
while let line = readLine() {
  let decision = engine.decide(line: line.utf8, now: Instant(seconds: 1_796_202_000)).decision
  print(String(decoding: decision.json, as: UTF8.self))
}
