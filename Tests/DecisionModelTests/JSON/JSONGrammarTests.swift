import DecisionModel
import Testing

/// What is JSON and what is not, as RFC 8259 has it.
struct JSONGrammarTests {
  @Test(arguments: accepted)
  func `is read, and written so that it reads back`(text: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    var writer = JSONWriter()
    writer.value(value)
    #expect(try JSONValue(parsing: writer.bytes) == value)
  }

  @Test(arguments: refused)
  func `is refused`(text: String) {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test(arguments: acceptedBytes)
  func `well-formed UTF-8 in a string is kept as it is`(bytes: [UInt8]) throws {
    #expect(try JSONValue(parsing: [0x22] + bytes + [0x22]) == .string(bytes))
  }

  @Test(arguments: refusedBytes)
  func `ill-formed UTF-8 in a string is refused`(bytes: [UInt8]) {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22] + bytes) }
  }

  @Test(arguments: refusedDocuments)
  func `other encodings and stray bytes are refused`(bytes: [UInt8]) {
    #expect(throws: JSONProblem.self) { try JSONValue(parsing: bytes) }
  }

  static let accepted: [String] = [
    // Words and white space.
    "null", "true", "false", " null", "null ", "\t\n\r null\r\n\t ",
    // Numbers.
    "0", "-0", "1", "-1", "10", "1234567890", "0.0", "-0.0", "0.5", "1.0", "1.500", "123.456", "0e0", "0e1", "0E1",
    "0e+1", "0e-1", "1e5", "1E5", "1e+5", "1E+5", "1e-5", "1E-5", "1.5e3", "-1.5E-3", "1e05", "1e00", "20e1",
    "1.7976931348623157e308", "5e-324", "1e-99999", "0e99999", "123456789012345678901234567890",
    "-0.000000000000000000000000000000000000000000000000000000000000000000000000000001",
    // Strings.
    #""""#, #""a""#, #"" ""#, #""\"""#, #""\\""#, #""\/""#, #""/""#, #""\b\f\n\r\t""#, #""\u0000""#, #""\u0041""#,
    #""\u00e9\u00E9""#, #""\uABCD\uabcd\uAbCd""#, #""\ud83d\ude00""#, #""\uD83D\uDE00""#, #""\ud800""#, #""\udfff""#,
    #""\ud800\ud800""#, #""\udc00\ud800""#, #""\ud83d\u0041""#, #""\ud83dx""#, #""\uFFFF\uFFFE""#, #""\u2028\u2029""#,
    #""a\\u0041""#, #""\\\"""#, #""/*no comment*/""#, "\"\u{7F}\"", "\"\u{2028}\u{2029}\"", "\"é\"", "\"e\u{301}\"",
    "\"😀\"", "\"\u{FEFF}\"", "\"\u{10FFFF}\"", "\"\u{FFFF}\"", "\"'\"", "\"[]{},:\"",
    // Arrays.
    "[]", "[ ]", "[\n]", "[1]", "[1,2]", "[ 1 , 2 ]", "[[]]", "[[],[]]", "[[[]],[[]]]", "[null,true,0,\"\",[],{}]",
    "[\"\",\"\"]", "[1,\n1,\t1,\r1]", " [] ",
    // Objects.
    "{}", "{ }", "{\n}", #"{"a":1}"#, #"{ "a" : 1 }"#, #"{"a":1,"b":2}"#, #"{"":0}"#, #"{"a":{}}"#, #"{"a":[{"a":1}]}"#,
    #"{"a":1,"A":2}"#, #"{"a":1,"a ":2}"#, #"{"\u0000":1,"":2}"#, "{\"é\":1,\"e\u{301}\":2}",
    #"{"a":{"b":1},"b":{"a":1}}"#,
  ]

  static let refused: [String] = [
    // Nothing, or more than one value.
    "", " ", "\n", "null null", "1 2", "[] []", "{}{}", "[]]", "{}}", "[]x", "1,", ",", ":", "]", "}", "[1]]",
    "\"\"\"\"",
    // Words.
    "nul", "tru", "fals", "nulll", "True", "NULL", "TRUE", "None", "nil", "undefined", "NaN", "Infinity", "-Infinity",
    "-NaN", "inf", "yes", "a", "truefalse", "n", "t", "f", "nu ll",
    // Numbers.
    "+1", "01", "-01", "00", "-", "--1", "1.", ".5", "-.5", "1.e5", "1e", "1e+", "1E-", "1e5.5", "1.5.5", "0x10", "0b1",
    "1_000", "1,000", "1 000", "1f", "1e1e1", "e1", "-e1", "0e", "0e+", "1e309", "-1e309", "1e99999", "1.8e308",
    "1.7976931348623159e308", "2e308", "-1.7976931348623159e+308",
    "１", "٣", "½", "0x", "1/2", "-a", "1a", "0.", "0.e", "2.e+3", "2.e-3", "-1x", "1-1", "1+1",
    // Strings.
    "\"", "\"a", "'a'", "a\"", #""\"#, #""\""#, #""\x41""#, #""\a""#, #""\'""#, #""\0""#, #""\v""#, #""\e""#,
    #""\U0041""#,
    #""\u""#, #""\u0""#, #""\u00""#, #""\u004""#, #""\u004g""#, #""\u-041""#, #""\u+041""#, #""\u 041""#, #""\u00４1""#,
    #""\u0041"#, #""\ud83d\u""#, #""\ud83d\u12""#, #""\ud83d\""#, #""\ "#, #""\é""#, "\"\n\"", "\"\t\"", "\"\r\"",
    "\"\u{0}\"", "\"\u{1F}\"", "\"\u{8}\"", "“a”", "\"a\nb\"", "\"\\\n\"", "`a`", "\"a\"b\"",
    // White space and comments.
    "\u{A0}1", "1\u{A0}", "\u{2003}1", "\u{B}1", "\u{C}1", "\u{85}1", "\u{2028}1", "\u{200B}1", "\u{FEFF}1",
    "1\u{FEFF}",
    "// no\n1", "/* no */1", "1 // no", "1 /* no */", "# no\n1", "[1 /* no */]", "<!-- -->1", "\u{0}", "1\u{0}",
    // Arrays.
    "[", "[1", "[1,", "[,", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[\"a\":1]", "[1}", "[}", "[[]", "[]]",
    "[1,]]", "[\"a\"\"b\"]", "[\"\"", "[nul]", "[-]", "[1 true]", "[\"a", "[\"a\",\n4\n,1,", "(1)", "[...]", "[*]",
    // Objects.
    "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}",
    "{\"a\"}",
    "{\"a\",1}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}",
    "{\"a\":1;\"b\":2}", "{\"a\":1]", "{]", "{{}}", "{[]:1}", "{:1}", "{\"a\"=1}", "{\"a\"=>1}", "{\"a\":1}#", "{true}",
    "{\"a\":\"b}", "{ \"a\" : 1 , }", "{\"a\":1 true}", "{\"a\" \"b\"}",
    // Keys that stand twice, however they are written.
    #"{"a":1,"a":2}"#, #"{"a":1,"a":1}"#, #"{"a":1,"b":2,"a":3}"#, #"{"a":1,"\u0061":2}"#, #"{"":1,"":2}"#,
    #"{"\u00e9":1,"é":2}"#, #"{"/":1,"\/":2}"#, #"{"\ud800":1,"\udc00":2}"#, #"{"\ud83d\ude00":1,"😀":2}"#,
    #"[{"x":{"a":1,"a":2}}]"#, #"{"\n":1,"\u000a":2}"#,
  ]

  static let acceptedBytes: [[UInt8]] = [
    [], [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
    [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0x65, 0xCC, 0x81], [0xE2, 0x80, 0xA8],
  ]

  static let refusedBytes: [[UInt8]] = [
    // Continuation bytes alone, and beginnings without them.
    [0x80], [0xBF], [0x61, 0x80], [0xC2], [0xC2, 0x41], [0xE0, 0xA0], [0xE2, 0x82, 0x41], [0xF0, 0x90, 0x80],
    [0xF0, 0x9F, 0x98, 0x41], [0xC2, 0xC2, 0x80],
    // Longer than need be.
    [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF],
    // Surrogates, and beyond U+10FFFF.
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFF, 0xFE],
    // Latin-1.
    [0xE9], [0x63, 0x61, 0x66, 0xE9],
  ]

  static let refusedDocuments: [[UInt8]] = [
    [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x31], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D],  // UTF-8 with a byte order mark
    [0xFF, 0xFE, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x31], [0x31, 0x00], [0x00, 0x31],  // UTF-16
    [0x31, 0xFF], [0xFF], [0x80], [0x5B, 0xE9, 0x5D], [0x7B, 0xE9, 0x3A, 0x31, 0x7D], [0x31, 0xC2, 0xA0], [0x5B, 0xFF],
  ]
}
