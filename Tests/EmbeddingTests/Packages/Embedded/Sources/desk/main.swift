import DecisionEngine
import DecisionModel

var program = DecisionProgram(playbook: "desk", version: nil, zone: .utc)
program.categories = [
  CategoryRule(
    name: "other", title: "Other", place: ClausePlace(anchor: "category.other", section: "1", at: "playbook.yaml:1:1"),
    clause: nil, plan: nil, must: [], may: [], ladder: nil)
]
let engine = try Engine(program, digest: "sha256:0")
while let line = readLine() {
  let decision = engine.decide(line: line.utf8, now: Instant(seconds: 1_796_202_000)).decision
  print(String(decoding: decision.json, as: UTF8.self))
}
