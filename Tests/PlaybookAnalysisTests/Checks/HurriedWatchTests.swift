import TestSupport
import Testing

private func watch(every: String) -> String {
  playbook("watch: {w: {terms: [a], feeds: [\"https://alerts.example/1\"], every: \(every)}}")
}

private let hurried = [
  FindingCase(
    "hurried-watch", "no feed is asked for every 59 seconds", help: "write `1 minute` or more",
    in: watch(every: "1️⃣59 seconds2️⃣"), notIn: watch(every: "60 seconds")),
  FindingCase(
    "hurried-watch", "no feed is asked for every 0.5 minutes", help: "write `1 minute` or more",
    in: watch(every: "1️⃣0.5 minutes2️⃣"), notIn: watch(every: "1 minute")),
]

@Test(arguments: hurried) func `nobody asks for a feed more often than once a minute`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
