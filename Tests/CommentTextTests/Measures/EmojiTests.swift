import CommentText
import Foundation
import Testing

@Suite struct EmojiTests {
  static let counts: [(String, Int)] = [
    ("", 0), ("abc 123 #*", 0), ("😀", 1), ("😀😀", 2), ("👍🏽", 1), ("👍👍🏽", 2), ("👨‍👩‍👧‍👦", 1), ("🏳️‍🌈", 1),
    ("🇫🇷", 1), ("🇫🇷🇺🇸", 2),
    ("🇫", 0), ("🇫🇷🇺", 1), ("1️⃣", 1), ("1\u{20E3}", 1), ("1\u{FE0F}", 0), ("❤", 1), ("❤️", 1), ("❤\u{FE0E}", 0),
    ("☺ ☹", 2),
    ("©®™", 0), ("©️", 1), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1), ("😀\u{200D}", 1), ("😀\u{200D}x", 1), ("http://x.example/😀 😀", 1),
    ("👩\u{200D}👩", 1),
  ]

  @Test(arguments: counts) func `each sequence counts once`(text: String, count: Int) {
    #expect(WrittenText(text).measures.emoji == count)
  }

  static let unicodeTest = "/usr/share/unicode/emoji/emoji-test.txt"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: unicodeTest), "Debian's unicode-data is absent"))
  func `every emoji of Unicode's own list counts once`() throws {
    let list = try String(contentsOfFile: Self.unicodeTest, encoding: .utf8)
    var seen = 0
    for line in list.split(separator: "\n") where line.first?.isHexDigit == true && !line.contains("; component") {
      let scalars = line.prefix { $0 != ";" }.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      if [[0xA9], [0xAE], [0x2122]].contains(scalars) { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
      seen += 1
      #expect(WrittenText(String(text)).measures.emoji == 1, "\(line)")
    }
    #expect(seen > 4_000)
  }
}
