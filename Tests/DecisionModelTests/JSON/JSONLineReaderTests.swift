import TestSupport
import Testing

@testable import DecisionModel

/// The reader of lines and the whole reader admit the same, and read the same from it.
@Suite struct JSONLineReaderTests {
  @Test func `what the grammar has and has not`() {
    for text in JSONGrammarTests.accepted + JSONGrammarTests.refused { Self.compare(Array(text.utf8)) }
    for bytes in JSONGrammarTests.acceptedBytes + JSONGrammarTests.refusedBytes {
      Self.compare([0x22] + bytes + [0x22])
      Self.compare([0x22, 0x61] + bytes)
      Self.compare(Array("{\"12345".utf8) + bytes + Array("678\":[]}".utf8))
    }
    for bytes in JSONGrammarTests.refusedDocuments { Self.compare(bytes) }
  }

  @Test func `every character at every place of a string`() {
    for length in 0...17 {
      for place in 0...length {
        for byte in UInt8.min...UInt8.max {
          var text = [UInt8](repeating: 0x61, count: length)
          text.insert(byte, at: place)
          Self.compare([0x22] + text + [0x22])
        }
      }
    }
  }

  @Test func `every single changed, added and missing byte`() {
    let text = Array(#"{"a":[1.5e-3,"é\ud83d\ude00\n",{"b":null}],"c":true,"d\u0061":-0,"da":1}"#.utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        for length in 0...1 {
          var changed = text
          changed.replaceSubrange(place..<place + length, with: [byte])
          Self.compare(changed)
        }
      }
      Self.compare(Array(text[..<place]))
    }
  }

  @Test func `sixty-four levels and one more`() {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      for levels in 63...66 {
        let text = String(repeating: open, count: levels) + "0" + String(repeating: close, count: levels)
        Self.compare(Array(text.utf8))
      }
    }
  }

  @Test(
    arguments: [
      "0", "-0", "-0.0", "1", "0.1", "0.10", "-12.5", "123456789012345", "0.000000000000001", "1234567.12345678",
      "99999999999999.9", "9007199254740993", "123456789012345678", "1e22", "1e23", "5e-324", "1.7976931348623157e308",
      "1e309", "-1e309", "0.30000000000000004", "2.2250738585072011e-308", "12345678901234.567", "00", "1.", "0e99999",
      String(repeating: "9", count: 299), String(repeating: "9", count: 308), String(repeating: "9", count: 310),
      "0." + String(repeating: "0", count: 400) + "1",
    ])
  func `numbers are rounded as the whole reader rounds them`(text: String) {
    Self.compare(Array(text.utf8))
    Self.compare(Array("[\(text),\(text)]".utf8))
  }

  @Test func `keys that stand twice among many`() {
    for count in [2, 15, 16, 17, 18, 40, 3000] {
      let members = (0..<count).map { "\"key number \($0)\":\($0)" }
      Self.compare(Array("{\(members.joined(separator: ","))}".utf8))
      for twice in [0, count / 2, count - 1] {
        Self.compare(Array("{\(members.joined(separator: ",")),\"key number \(twice)\":1}".utf8))
        Self.compare(Array("{\(members.joined(separator: ",")),\"\\u006bey number \(twice)\":1}".utf8))
        Self.compare(Array("{\(members.joined(separator: ",")),\"x\":{\"key number \(twice)\":1}}".utf8))
      }
    }
  }

  /// The second was searched for until its hash was that of the first.
  private static let colliding = ["the keyscolliden", "cdtjdwoz)B`/;l!q"]

  @Test func `keys with one hash are two keys`() {
    let (one, other) = (Self.colliding[0], Self.colliding[1])
    let hashes = Self.colliding.map { key in
      Array(key.utf8).withUnsafeBytes { bytes in
        var reader = JSONLineReader()
        reader.start(bytes)
        return reader.hash(of: JSONLineReader.Slice(range: 0..<bytes.count, hasEscapes: false))
      }
    }
    #expect(hashes[0] == hashes[1])
    let object = #"{"\#(one)":1,"\#(other)":2}"#
    Self.compare(Array(object.utf8))
    Self.compare(Array(#"{"\#(one)":1,"\#(other)":2,"\#(one)":3}"#.utf8))
    Self.compare(Array("[\(object),{\"a\":1,\"a\":2}]".utf8))
    Self.compare(Array("[\(object),\(object)".utf8))
    // However often that is, the whole reader is asked once.
    let many = Array("[\(repeatElement(object, count: 3000).joined(separator: ","))]".utf8)
    let start = ContinuousClock.now
    Self.compare(many)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `random texts, and what becomes of them`() {
    var dice = SeededGenerator(seed: propertySeed("JSON line by line"))
    for _ in 0..<4000 {
      var text = Self.text(&dice, depth: 4)
      Self.compare(text)
      for _ in 0..<4 where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: text[place] = UInt8.random(in: .min ... .max, using: &dice)
        case 1: text.remove(at: place)
        default: text.insert(Array(#"{}[],:"\ue0-. "#.utf8).randomElement(using: &dice) ?? 0, at: place)
        }
        Self.compare(text)
      }
    }
  }

  @Test func `what is passed over is read as strictly`() {
    let text = Array(#"{"a":{"b":[1,{"c":2}]},"d":[],"e":"x","f":[1,[2]],"id":"\u0041"} "#.utf8)
    text.withUnsafeBytes { bytes in
      var reader = JSONLineReader()
      reader.start(bytes)
      var found: [UInt8] = []
      while true {
        switch reader.next() {
        case .key(let key) where reader.isText(key, "id"):
          if case .string(let id) = reader.next() { reader.append(id, to: &found) }
        case .key: reader.skipValue()
        case .end:
          #expect(found == [0x41])
          return
        case .beginObject, .endObject: break
        default:
          Issue.record("a value was not passed over")
          return
        }
      }
    }
  }

  /// Holds the two readers against each other.
  private static func compare(_ text: [UInt8]) {
    let (whole, problem): (JSONValue?, JSONProblem?)
    do { (whole, problem) = (try JSONValue(parsing: text), nil) } catch { (whole, problem) = (nil, error) }
    text.withUnsafeBytes { bytes in
      var reader = JSONLineReader()
      reader.start(UnsafeRawBufferPointer(rebasing: bytes[...]))
      let read = reader.wholeValue()
      if read.map(bits) != whole.map(bits) || (read == nil ? reader.problem : nil) != problem {
        Issue.record(
          "\(String(decoding: text, as: UTF8.self)): \(String(describing: read)) and \(String(describing: whole))")
      }
      #expect(reader.next() == .end || read == nil)
    }
  }

  /// A value in which numbers are told apart by their bits.
  private static func bits(_ value: JSONValue) -> JSONValue {
    switch value {
    case .number(let number): .string(Array(String(number.bitPattern).utf8))
    case .array(let elements): .array(elements.map(bits))
    case .object(let members): .object(members.map { JSONMember(key: $0.key, value: bits($0.value)) })
    default: value
    }
  }

  private static func text(_ dice: inout SeededGenerator, depth: Int) -> [UInt8] {
    let spaces = ["", "", "", " ", "\t\r\n "]
    func space() -> [UInt8] { Array((spaces.randomElement(using: &dice) ?? "").utf8) }
    func list(_ open: UInt8, _ close: UInt8, _ element: (inout SeededGenerator) -> [UInt8]) -> [UInt8] {
      let elements = (0..<Int.random(in: 0...4, using: &dice)).map { _ in element(&dice) }
      return space() + [open] + elements.joined(separator: [0x2C]) + [close] + space()
    }
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &dice) {
    case 0: return Array("true".utf8)
    case 1: return Array("null".utf8)
    case 2: return Array("\(Double.random(in: -1e6...1e6, using: &dice))".utf8)
    case 3: return Array("\(Int.random(in: -99...99, using: &dice))".utf8)
    case 4: return string(&dice)
    case 5: return list(0x5B, 0x5D) { text(&$0, depth: depth - 1) }
    default: return list(0x7B, 0x7D) { string(&$0) + [0x3A] + text(&$0, depth: depth - 1) }
    }
  }

  private static func string(_ dice: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      "a", "b", "text", #"\n"#, #"\u0061"#, #"\ud83d"#, #"\ude00"#, "é", "😀", "a long piece of text", #"\""#,
    ]
    let count = Int.random(in: 0...3, using: &dice)
    return Array("\"\((0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined())\"".utf8)
  }
}

extension JSONLineReader {
  /// The text as a value; nil where it is refused.
  fileprivate mutating func wholeValue() -> JSONValue? {
    let value = value(next())
    return value != nil && next() == .end ? value : nil
  }

  private mutating func value(_ token: Token) -> JSONValue? {
    switch token {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .number(let slice): return .number(number(of: slice))
    case .string(let slice): return .string(text(of: slice))
    case .beginArray:
      var elements: [JSONValue] = []
      while true {
        let token = next()
        if token == .endArray { return .array(elements) }
        guard let element = value(token) else { return nil }
        elements.append(element)
      }
    case .beginObject:
      var members: [JSONMember] = []
      while true {
        let token = next()
        if token == .endObject { return .object(members) }
        guard case .key(let key) = token, let value = value(next()) else { return nil }
        members.append(JSONMember(key: text(of: key), value: value))
      }
    default: return nil
    }
  }

  private func text(of slice: Slice) -> [UInt8] {
    var text: [UInt8] = []
    append(slice, to: &text)
    return text
  }
}
