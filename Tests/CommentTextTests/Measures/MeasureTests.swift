import CommentText
import Testing

@Suite struct MeasureTests {
  typealias Measure = any KeyPath<TextMeasures, Int> & Sendable

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let measure: Measure
    let value: Int

    init(_ measure: Measure, _ text: String, _ value: Int) {
      self.text = text
      self.measure = measure
      self.value = value
    }

    var testDescription: String { "\(measure) of \(text)" }
  }

  static let lengths: [Case] = [
    .init(\.length, "", 0), .init(\.length, "abc", 3), .init(\.length, "e\u{301}😀", 3),
    .init(\.length, "http://x.example", 16),
  ]

  static let words: [Case] = [
    .init(\.words, "", 0), .init(\.words, "I can't, really", 3), .init(\.words, "rip-off", 2),
    .init(\.words, "返金", 2),
    .init(\.words, "!!! 😀 …", 0), .init(\.words, "see http://x.example/a-b now", 2), .init(\.words, "i\u{200B}d", 1),
    .init(\.words, "3.5", 2), .init(\.words, "\u{301}", 0),
  ]

  static let marks: [Case] = [
    .init(\.exclamations, "no!!！", 3), .init(\.exclamations, "no ¡ !x", 1),
    .init(\.exclamations, "http://x.example/! now", 1),
    .init(\.exclamations, "http://x.example/a!b!c now", 0),
    .init(\.questions, "why?？ ¿", 2), .init(\.questions, "http://x.example/?q=1", 0),
  ]

  static let links: [Case] = [
    .init(\.links, "http://x.example https://y.example www.z.example bit.ly/x", 4),
    .init(\.links, "HTTP://X.EXAMPLE", 1),
    .init(\.links, "x.example is down", 0), .init(\.links, "and/or 3.5/5 w/ etc./more", 0),
    .init(\.links, "http:// x", 0),
    .init(\.links, "(see bit.ly/x).", 1), .init(\.links, "x.example:8080/a", 1), .init(\.links, "ann@x.example/a", 1),
    .init(\.links, "xn--bcher-kva.example/a münchen.example/b", 2), .init(\.links, "見てbit.ly/xを", 1),
    .init(\.links, "www. x", 0),
    .init(\.links, "...http://x.example", 1), .init(\.links, "herehttp://x.example", 1), .init(\.links, "awww.x", 0),
    .init(\.links, "a..b/c .co/x", 0), .init(\.links, "t.co/x,bit.ly/y", 1), .init(\.links, "http://[::1]/", 1),
  ]

  static let names: [Case] = [
    .init(\.mentions, "@ann and (@bob), x@y .@c @", 3), .init(\.mentions, "@@ann", 1),
    .init(\.mentions, "@ ann @_x", 0),
    .init(\.mentions, "http://x.example/@ann", 0), .init(\.hashtags, "#a #1 ##b c#d # #-", 3),
    .init(\.hashtags, "é#x", 0),
    .init(\.hashtags, "❤️#x", 1), .init(\.hashtags, "http://x.example/#a", 0),
  ]

  static let runs: [Case] = [
    .init(\.longestRun, "", 0), .init(\.longestRun, "abc", 1), .init(\.longestRun, "nooOOo!!", 5),
    .init(\.longestRun, "a   b", 1),
    .init(\.longestRun, "!!! !!", 3), .init(\.longestRun, "http://x.example/aaaaaa bb", 2),
    .init(\.longestRun, "ΣΣσς", 4),
    .init(\.longestRun, "😀😀😀", 3),
  ]

  @Test(arguments: lengths + words + marks + links + names + runs)
  func `a text is measured as the reference says`(_ measured: Case) {
    #expect(WrittenText(measured.text).measures[keyPath: measured.measure] == measured.value)
  }

  static let capitals: [(String, Double)] = [
    ("", 0), ("123 !!!", 0), ("ABC", 1), ("abc", 0), ("Ab", 0.5), ("ABc", 2.0 / 3.0), ("ÉÀß", 2.0 / 3.0),
    ("ПОЧЕМУ", 1),
    ("返金A", 1), ("NO http://x.example/abcdef", 1), ("ＡＢｃｄ", 0.5),
  ]

  @Test(arguments: capitals) func `capitals are the share of upper-case among cased letters`(
    text: String, share: Double
  ) {
    #expect(WrittenText(text).measures.capitals == share)
  }

  @Test func `white space alone has no run`() {
    #expect(WrittenText("   \n").measures.longestRun == 0)
  }
}
