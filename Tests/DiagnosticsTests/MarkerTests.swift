import Diagnostics
import TestSupport
import Testing

@Suite struct MarkerTests {
  @Test func `markers are taken out and remembered`() {
    let (text, places) = marked("é: 1️⃣a2️⃣\n3: 0️⃣")
    #expect(text == "é: a\n3: ")
    #expect(places == [1: 4, 2: 5, 0: 9])
  }

  @Test func `what differs from the promise is told`() {
    let check = { (_: String) in [Diagnostic("a", .error, "m", at: Span(file: .init(0), start: 1, end: 2))] }
    #expect(differences(in: "x1️⃣y", from: [1: "a"], check: check) == [])
    #expect(differences(in: "1️⃣xy", from: [1: "a"], check: check) == ["missing: a at 1:1", "not promised: a at 1:2: m"])
    #expect(differences(in: "xy", check: check) == ["not promised: a at 1:2: m"])
    #expect(differences(in: "x1️⃣y2️⃣", from: [1: "a"], check: check) == ["nothing is promised for marker 2"])
    #expect(differences(in: "xy", from: [1: "a"], check: { _ in [] }) == ["marker 1 is not in the text"])
  }
}
