import DecisionModel
import TestSupport
import Testing

struct JSONWriterTests {
  @Test func `what is written is one line without spaces`() {
    var writer = JSONWriter()
    writer.object {
      $0.member("decision", 1)
      $0.object("playbook") {
        $0.member("name", "harbour-coffee")
        $0.member("share", 0.6)
      }
      $0.member("hidden", true)
      $0.member("due", Instant(seconds: 1_796_202_000))
      $0.array("actions", of: ["hide", "warn"]) { writer, action in
        writer.object { $0.member("action", action) }
      }
      $0.member("also", ["complaint", "other"])
      $0.member("raw", .array([.null, .number(2.50), .object([JSONMember("k", .bool(false))])]))
    }
    #expect(
      writer.text == #"{"decision":1,"playbook":{"name":"harbour-coffee","share":0.6},"hidden":true,"#
        + #""due":"2026-12-02T09:00:00Z","actions":[{"action":"hide"},{"action":"warn"}],"also":["complaint","other"],"#
        + #""raw":[null,2.5,{"k":false}]}"#)
  }

  @Test func `what is empty or absent is left out`() {
    var writer = JSONWriter()
    writer.object {
      $0.member("a", "")
      $0.member("b", nil as String?)
      $0.member("c", [UInt8]())
      $0.member("d", nil as Int?)
      $0.member("e", nil as Bool?)
      $0.member("f", [String]())
      $0.member("g", JSONValue.object([]))
      $0.member("h", JSONValue.null)
      $0.array("i", of: [Int]()) { $0.number($1) }
      $0.object("j") { $0.object("k") { $0.member("l", "") } }
      $0.member("m", nil as Instant?)
    }
    #expect(writer.text == "{}")
  }

  @Test func `what is left out leaves no comma behind`() {
    var writer = JSONWriter()
    writer.object {
      $0.member("a", 0)
      $0.object("b") { _ in }
      $0.member("c", false)
      $0.object("d") { $0.member("e", "[") }
      $0.array("f", of: [[String]()]) { writer, inner in writer.array { _ in _ = inner } }
    }
    #expect(writer.text == #"{"a":0,"c":false,"d":{"e":"["},"f":[[]]}"#)
  }

  @Test func `each line stands by itself`() {
    var writer = JSONWriter()
    for number in 1...3 {
      writer.beginArray()
      writer.number(number)
      writer.string(":")
      writer.null()
      writer.endArray()
      writer.endLine()
    }
    #expect(writer.text == "[1,\":\",null]\n[2,\":\",null]\n[3,\":\",null]\n")
  }

  @Test(arguments: [
    ("plain é 😀 \u{7F}\u{2028}/<>&'", "plain é 😀 \u{7F}\u{2028}/<>&'"),
    ("\"\\", #"\"\\"#),
    ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
    ("\u{0}\u{1}\u{7}\u{B}\u{E}\u{F}", #"\u0000\u0001\u0007\u000b\u000e\u000f"#),
    ("\u{10}\u{1A}\u{1F} ", #"\u0010\u001a\u001f "#),
    ("a\"b\"c", #"a\"b\"c"#),
  ])
  func `strings are escaped only where they must be`(text: String, escaped: String) {
    var writer = JSONWriter()
    writer.array {
      $0.string(text)
      $0.string(Array(text.utf8))
      $0.object { $0.member(text, 1) }
    }
    #expect(writer.bytes == Array("[\"\(escaped)\",\"\(escaped)\",{\"\(escaped)\":1}]".utf8))
  }

  @Test func `bytes that are not UTF-8 are written as replacement characters`() throws {
    var writer = JSONWriter()
    writer.value(.object([JSONMember(key: [0xFF, 0x61], value: .string([0x62, 0xED, 0xA0, 0x80]))]))
    let value = try JSONValue(parsing: writer.bytes)
    #expect(value.object?.first?.keyText == "\u{FFFD}a")
    #expect(value.object?.first?.value.text?.hasPrefix("b\u{FFFD}") == true)
  }

  @Test func `numbers that JSON does not have are null`() {
    var writer = JSONWriter()
    writer.array {
      $0.number(Double.infinity)
      $0.number(-Double.infinity)
      $0.number(Double.nan)
    }
    #expect(writer.text == "[null,null,null]")
  }

  @Test func `what is written reads back as it was`() throws {
    var random = SeededGenerator(seed: propertySeed("JSON reads back"))
    for _ in 0..<2000 {
      let value = JSONValue.random(depth: Int.random(in: 0...6, using: &random), using: &random)
      var writer = JSONWriter()
      writer.value(value)
      #expect(!writer.bytes.contains { $0 < 0x20 })
      #expect(try JSONValue(parsing: writer.bytes) == value)
      var again = JSONWriter()
      again.value(try JSONValue(parsing: writer.bytes))
      #expect(again.bytes == writer.bytes)
    }
  }
}

extension JSONValue {
  /// A value of any kind; strings and keys of the scalars that are most often mistreated.
  static func random(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    let size = Int.random(in: 0...5, using: &random)
    switch Int.random(in: depth > 0 ? 0...6 : 0...4, using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .number(Double(Int.random(in: -1000...1000, using: &random)) / 4)
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : 0)
    case 4: return .text(randomText(using: &random))
    case 5: return .array((0..<size).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      var members: [JSONMember] = []
      for _ in 0..<size {
        let key = Array(randomText(using: &random).utf8)
        if members.contains(where: { $0.key == key }) { continue }
        members.append(JSONMember(key: key, value: .random(depth: depth - 1, using: &random)))
      }
      return .object(members)
    }
  }

  private static func randomText(using random: inout SeededGenerator) -> String {
    let delicate: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7F, 0x80...0x301, 0x2028...0x2029, 0xFDD0...0xFFFF, 0x1F600...0x1F64F,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let range = delicate[Int.random(in: delicate.indices, using: &random)]
      text.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "\\")
    }
    return String(text)
  }
}
