import DecisionModel
import Testing

/// Texts that are made to hurt: deep, long, or of many keys that look alike.
struct JSONHostileTests {
  @Test func `sixty-four levels are read and one more is refused`() throws {
    for (open, close, core) in [("[", "]", ""), (#"{"a":"#, "}", "0"), (#"[{"a":"#, "}]", "0")] {
      let levels = open.hasPrefix("[{") ? 32 : 64
      let text = String(repeating: open, count: levels) + core + String(repeating: close, count: levels)
      _ = try JSONValue(parsing: Array(text.utf8))
      let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array("[\(text)]".utf8)) }
      #expect(problem?.sentence == "Arrays and objects stand more than 64 deep in each other.")
    }
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":", "\"\\", "[[],", "-", "{\"", "[\"\","])
  func `a megabyte of beginnings is refused`(beginning: String) {
    let text = String(repeating: beginning, count: 1_000_000 / beginning.utf8.count)
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test(arguments: ["a", "é", #"\n"#, #"\u00e9"#, #"\ud800"#, "😀", #"\\"#])
  func `a string of a megabyte is read`(piece: String) throws {
    let count = 1_000_000 / piece.utf8.count
    let value = try JSONValue(parsing: Array("\"\(String(repeating: piece, count: count))\"".utf8))
    let one = try #require(try JSONValue(parsing: Array("\"\(piece)\"".utf8)).string)
    #expect(value.string?.count == one.count * count)
  }

  @Test(
    arguments: [
      ("1", "0", "", nil), ("0.", "0", "1", 0), ("0.", "3", "", 1.0 / 3), ("1e-", "9", "", 0), ("1e", "9", "", nil),
      ("0.", "0", "1e200000", 1), ("-0.", "9", "", -1), ("1e", "0", "1", 10),
    ] as [(String, String, String, Double?)])
  func `a number of two hundred thousand digits is read or too large`(
    start: String, digit: String, end: String, value: Double?
  ) throws {
    let zeros = end.hasSuffix("e200000") ? 199_999 : 200_000
    let text = Array((start + String(repeating: digit, count: zeros) + end).utf8)
    if let value {
      #expect(try JSONValue(parsing: text).number == value)
    } else {
      #expect(throws: JSONProblem.self) { try JSONValue(parsing: text) }
    }
  }

  @Test func `a hundred thousand keys with one beginning are told apart`() throws {
    let beginning = String(repeating: "k", count: 40)
    let members = (0..<100_000).map { "\"\(beginning)\($0)\":0" }
    let value = try JSONValue(parsing: Array("{\(members.joined(separator: ","))}".utf8))
    #expect(value.object?.count == 100_000)
    let twice = "{\(members.joined(separator: ",")),\"\(beginning)7\":1}"
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array(twice.utf8)) }
    #expect(problem?.sentence == "The key \"\(beginning)7\" stands twice in one object.")
    #expect(problem?.offset == twice.utf8.count - "\"\(beginning)7\":1}".utf8.count)
  }

  @Test func `a hundred thousand times the same key is refused at the second`() {
    let text = "{" + String(repeating: "\"a\":0,", count: 100_000) + "\"b\":0}"
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array(text.utf8)) }
    #expect(problem?.offset == 7)
  }

  @Test func `a key that stands twice is shortened in the message`() {
    let key = String(repeating: "é", count: 5000)
    let problem = #expect(throws: JSONProblem.self) {
      try JSONValue(parsing: Array("{\"\(key)\":0,\"\(key)\":0}".utf8))
    }
    #expect(problem?.sentence == "The key \"\(key.prefix(40))…\" stands twice in one object.")
  }

  @Test func `no single changed, added or missing byte makes it trap`() throws {
    let text = Array(#"{"a":[1.5e-3,"é\ud83d\ude00\n",{"b":null}],"c":true}"#.utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        for length in 0...1 {
          var changed = text
          changed.replaceSubrange(place..<place + length, with: [byte])
          _ = try? JSONValue(parsing: changed)
        }
      }
      #expect(throws: JSONProblem.self) { try JSONValue(parsing: text[..<place]) }
    }
  }
}
