import Diagnostics
import Testing
import YAMLSyntax

@Suite struct HiddenCharacterTests {
  /// What is hidden, with the name of its finding.
  private static let hidden: [(Unicode.Scalar, String)] =
    ["\u{85}", "\u{2028}", "\u{2029}"].map { ($0, "hidden-line-break") }
    + ["\u{61C}", "\u{200E}", "\u{200F}"].map { ($0, "bidi-control") }
    + scalars(0x202A...0x202E).map { ($0, "bidi-control") } + scalars(0x2066...0x2069).map { ($0, "bidi-control") }
    + scalars(0x200B...0x200D).map { ($0, "invisible-character") }
    + scalars(0x2060...0x2064).map { ($0, "invisible-character") }
    + ["\u{AD}", "\u{34F}", "\u{3164}", "\u{FE0F}", "\u{FFF9}", "\u{E0001}", "\u{E0041}", "\u{E007F}", "\u{E0100}"]
    .map { ($0, "invisible-character") }
    + ["\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}"].map { ($0, "control-character") }
    + [("\u{FEFF}", "byte-order-mark")]

  /// Where something can be hidden: `^` stands for it.
  private static let places = [
    "# com^ment\na: b\n", "ke^y: b\n", "a: plain ^ text\n", "a: 'b^c'\n", "a: \"b^c\"\n", "a: |\n  b^c\n",
    "a: [b, c^d]\n", "a:\n  - b^c\n", "a: b # c^d\n", "a: >-\n  b^c\n",
  ]

  @Test(arguments: hidden)
  func `a hidden character is refused wherever it stands`(scalar: Unicode.Scalar, name: String) {
    for place in HiddenCharacterTests.places {
      let parts = place.split(separator: "^", omittingEmptySubsequences: false)
      let reading = Reading(parts[0] + String(scalar) + parts[1])
      #expect(reading.names == [name], "\(place)")
      #expect(reading.findings.first?.span.start == parts[0].utf8.count, "\(place)")
      #expect(reading.findings.first?.message.contains(HiddenCharacter.codePoint(scalar)) == true)
    }
  }

  @Test func `a bare carriage return is refused once`() {
    let reading = Reading("a: b\rc: d\r# e\r")
    #expect(reading.names == ["hidden-line-break"])
    #expect(reading.findings.first?.span.start == 4)
  }

  @Test func `a comment cannot hide a rule`() {
    for character in ["\u{85}", "\u{2028}", "\u{2029}"] {
      let reading = Reading("a: b\n# reviewed\(character)default: allow\n")
      #expect(reading.names == ["hidden-line-break"])
      #expect(reading.events == ["+MAP", "=VAL :a", "=VAL :b", "-MAP"])
    }
  }

  @Test(arguments: [
    "❤️ ☎︎ 1️⃣ x#️⃣ 👩‍🚒 🏳️‍🌈 👁️‍🗨️ 👨🏽‍🌾", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "می‌خواهم", "नमस्ते क्‍ष श्‍", "ශ්‍රී ලංකා", "ภาษา\u{200B}ไทย", "ខ្មែរ\u{200B}ភាសា", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠌",
    "葛\u{E0100}",
    "e\u{301} ñ Ω שלום مرحبا 日本 \u{3000}全角",
  ])
  func `what belongs to an emoji or a script is let be`(text: String) {
    for playbook in ["a: \(text)\n", "# \(text)\na: \"\(text)\"\n"] { #expect(Reading(playbook).names == []) }
  }

  @Test(arguments: [
    "a\u{FE0F}", "5\u{FE0F}", "a\u{200D}b", "❤️\u{200D}a", "👩\u{200D}", "🏴\u{E0061}\u{E0062}",
    "🏴\u{E0065}\u{E0065}\u{E0065}x", "می\u{200C}a", "❤️\u{FE0F}",
  ])
  func `a joiner without anything to join is hidden`(text: String) {
    #expect(Set(Reading("a: \(text)\n").names) == ["invisible-character"])
  }

  @Test func `an escape in double quotes may name them`() {
    let reading = Reading("a: \"\\u202E\\u200B\\L\\0\\x85\"\n")
    #expect(reading.names == [])
    #expect(reading.events[2] == "=VAL \"\u{202E}\u{200B}\u{2028}\\0\u{85}")
  }

  @Test func `a key is found though something is hidden in it`() {
    #expect(Reading("act\u{200B}ion: remove\n").events == ["+MAP", "=VAL :action", "=VAL :remove", "-MAP"])
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xE9], 3), ([0x61, 0x3A, 0x20, 0xC0, 0xAF], 3), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], 1), ([0xF0, 0x9F, 0x98], 0), ([0xFF, 0xFE, 0x61, 0x00], 0),
      ([0x61, 0x00, 0x3A, 0x00], 0),
    ] as [([UInt8], Int)])
  func `what is no UTF-8 is refused once`(bytes: [UInt8], place: Int) {
    let reading = Reading(bytes)
    #expect(reading.names == ["not-utf-8"])
    #expect(reading.findings.first?.span.start == place)
  }

  @Test func `only a byte order mark at the beginning is accepted`() {
    #expect(Reading("\u{FEFF}a: b\n").names == [])
    #expect(Reading("\u{FEFF}\u{FEFF}a: b\n").names == ["byte-order-mark"])
  }

  private static func scalars(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] {
    range.compactMap(Unicode.Scalar.init)
  }
}
