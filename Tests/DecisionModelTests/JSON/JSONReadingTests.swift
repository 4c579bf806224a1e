import DecisionModel
import Testing

/// What is read from JSON, and what is said about what is not.
struct JSONReadingTests {
  @Test func `a value is read as it stands`() throws {
    let text = #" {"b":[1,-2.5e1,true,false,null],"a":{"":"x"},"c":[],"d":{}} "#
    let expected = JSONValue.object([
      JSONMember("b", .array([.number(1), .number(-25), .bool(true), .bool(false), .null])),
      JSONMember("a", .object([JSONMember("", .text("x"))])),
      JSONMember("c", .array([])),
      JSONMember("d", .object([])),
    ])
    #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u20AC""#, "Aé€"),
    (#""\u0000a""#, "\u{0}a"),
    (#""\ud83d\ude00""#, "😀"),
    (#""\udbff\udfff""#, "\u{10FFFF}"),
    (#""\ud800""#, "\u{FFFD}"),
    (#""\udc00x""#, "\u{FFFD}x"),
    (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"),
    (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\ud83d😀""#, "\u{FFFD}😀"),
    (#""a\\u0041""#, #"a\u0041"#),
  ])
  func `escapes are read`(json: String, text: String) throws {
    #expect(try JSONValue(parsing: Array(json.utf8)) == .string(Array(text.utf8)))
  }

  @Test func `strings that only look alike are different`() throws {
    let composed = try JSONValue(parsing: Array("\"\u{E9}\"".utf8))
    let decomposed = try JSONValue(parsing: Array("\"e\u{301}\"".utf8))
    #expect(composed != decomposed)
    #expect(composed.string == [0xC3, 0xA9])
  }

  @Test(
    arguments: [
      ("9007199254740993", 0x4340000000000000),
      ("9007199254740992.999999999999999999", 0x4340000000000000),
      ("9007199254740993.000000000000000001", 0x4340000000000001),
      ("2.2250738585072011e-308", 0x000FFFFFFFFFFFFF),
      ("2.2250738585072014e-308", 0x0010000000000000),
      ("1.7976931348623157e308", 0x7FEFFFFFFFFFFFFF),
      ("1.7976931348623158e308", 0x7FEFFFFFFFFFFFFF),
      ("5e-324", 0x0000000000000001),
      ("2.4703282292062327e-324", 0x0000000000000000),
      ("2.4703282292062328e-324", 0x0000000000000001),
      ("1e-400", 0x0000000000000000),
      ("0.1", 0x3FB999999999999A),
      ("0.30000000000000004", 0x3FD3333333333334),
      ("1e23", 0x44B52D02C7E14AF6),
      ("8.5e22", 0x44B1FFDBF6B2B2EB),
      ("6.631236846766476e-316", 0x0000000008000000),
      ("3.518437208883201171875e13", 0x42C0000000000002),
      ("62.5364939768271845828", 0x404F44ABD5AA7CA4),
      ("8.10109172351e-10", 0x3E0BD5CBAEF0FD0C),
      ("179769313486231570000000000000000000000e270", 0x7FEFFFFFFFFFFFFF),
      ("123456789012345678901234567890", 0x45F8EE90FF6C373E),
      ("0.000000000000000000000000000000000000000000001e45", 0x3FF0000000000000),
      ("100000000000000016777215", 0x44B52D02C7E14AF7),
      ("100000000000000016777216", 0x44B52D02C7E14AF8),
      ("1.00000005960464477550", 0x3FF0000010000000),
      ("6929495644600919.5", 0x43389E56EE5E7A58),
      ("3.2378839133029012895883524125015321748630094e-319", 0x000000000000FFFF),
      (
        "1.792043597179964746287042784392612134171079348054535229639583349126041866838932037353515625e-16",
        0x3CA9_D379_52E6_B438
      ),
      ("1.00000000000000011102230246251565404236316680908203125", 0x3FF0000000000000),
      ("1.000000000000000111022302462515654042363166809082031250000000000000000000000000000001", 0x3FF0000000000001),
      ("9007199254740995", 0x4340000000000002),
      ("18446744073709553664", 0x43F0000000000000),
      ("18446744073709553664.0000000000000000000000000000001", 0x43F0000000000001),
      ("0.3333333333333333425851918718763045035302639007568359375", 0x3FD5555555555556),
    ] as [(String, UInt64)])
  func `numbers are rounded correctly`(text: String, bits: UInt64) throws {
    let number = try #require(try JSONValue(parsing: Array(text.utf8)).number)
    #expect(number.bitPattern == bits)
    let negative = try #require(try JSONValue(parsing: Array("-\(text)".utf8)).number)
    #expect(negative.bitPattern == bits | 1 << 63)
  }

  @Test func `slices and buffers are read like arrays`() throws {
    let text = Array("xx[1,2]".utf8)
    let expected = JSONValue.array([.number(1), .number(2)])
    #expect(try JSONValue(parsing: text[2...]) == expected)
    #expect(try text.withUnsafeBytes { try JSONValue(parsing: UnsafeRawBufferPointer(rebasing: $0[2...])) } == expected)
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: text[3...]) }
    #expect(problem?.offset == 1)
  }

  @Test func `values give what they hold and nothing else`() throws {
    let value = try JSONValue(parsing: Array(#"{"n":3,"h":0.5,"big":1e30,"s":"é","a":[1],"t":true,"z":null}"#.utf8))
    #expect(value["n"]?.wholeNumber == 3)
    #expect(value["h"]?.wholeNumber == nil)
    #expect(value["big"]?.wholeNumber == nil)
    #expect(JSONValue.number(-0x1p63).wholeNumber == .min)
    #expect(JSONValue.number(0x1p63).wholeNumber == nil)
    #expect(JSONValue.number(.nan).wholeNumber == nil)
    #expect(value["h"]?.number == 0.5)
    #expect(value["s"]?.string == [0xC3, 0xA9])
    #expect(value["s"]?.text == "é")
    #expect(value["a"]?.array == [.number(1)])
    #expect(value["t"]?.bool == true)
    #expect(value["z"]?.isNull == true)
    #expect(value.object?.map(\.keyText) == ["n", "h", "big", "s", "a", "t", "z"])
    #expect(value["missing"] == nil)
    #expect(value["n"]?["n"] == nil)
    #expect(value.text == nil)
  }

  @Test(arguments: [
    ("", "1:1", "The text ends too early."),
    ("[1,\n 2,\n é]", "3:2", "A value is missing here."),
    ("[1 2]", "1:4", "A comma or the end of the array is missing here."),
    ("[1,\n]", "1:3", "A comma stands before the end of the array."),
    (#"{"a":1,}"#, "1:7", "A comma stands before the end of the object."),
    (#"{"a":1 "b":2}"#, "1:8", "A comma or the end of the object is missing here."),
    (#"{"a" 1}"#, "1:6", "A colon is missing after the key."),
    ("{a:1}", "1:2", "A key in double quotes is missing here."),
    (#"{"é":1,"b":2,"\u00e9":3}"#, "1:14", #"The key "é" stands twice in one object."#),
    (#"["é😀", nul]"#, "1:8", "Neither a value nor one of the words true, false and null."),
    ("[1] 2", "1:5", "There is more text after the value."),
    ("[1e999]", "1:2", "The number is too large."),
    ("[1.]", "1:4", "A digit is missing in the number."),
    ("[-]", "1:3", "A digit is missing in the number."),
    ("[1.", "1:4", "The text ends too early."),
    ("\n\"ab", "2:1", "The text ends within a string."),
    (#"["a\"#, "1:2", "The text ends within a string."),
    (#""a\x""#, "1:3", "JSON has no such escape."),
    (#""é\u12""#, "1:3", #"Four hexadecimal digits are missing after \u."#),
    ("\"a\tb\"", "1:3", "A control character stands unescaped in a string."),
    ("\u{FEFF}1", "1:1", "The text begins with a byte order mark."),
    ("{\"a\":[1,", "1:9", "The text ends too early."),
  ])
  func `a problem has its place and says what is wrong`(text: String, place: String, sentence: String) {
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array(text.utf8)) }
    #expect(problem?.place == place)
    #expect(problem?.sentence == sentence)
    #expect(problem?.description == "\(place): \(sentence)")
  }

  @Test func `ill-formed UTF-8 has its place`() {
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22, 0xC3, 0xA9, 0xC3, 0x22]) }
    #expect(problem?.offset == 3)
    #expect(problem?.place == "1:3")
    #expect(problem?.sentence == "The text is not well-formed UTF-8.")
  }
}
