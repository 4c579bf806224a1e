/// Texts that mean something to Markdown, to HTML or to a screen, and must mean nothing in a document.
enum HostileTexts {
  static let all = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</summary></details><h1>x", "--> <b>out</b> <!--",
    "| a | b |\n| --- | --- |\n| c | d |", "a | b \\| c \\\\| d", "x\n\n# heading", "# heading", "## heading ##",
    "- item",
    "+ item", "* item", "1. item", "12) item", "> quoted", "---", "===", "***", "___", "```\ncode\n```", "~~~",
    "    code",
    "\tcode", "`code` ``more`` ```", "` `` ```", "*a* **b** _c_ __d__ ~~e~~", "a*b*c_d_e",
    "![image](http://x.example/a.png)",
    "[link](javascript:alert(1))", "[link](http://x.example)", "[ref]: http://x.example", "[ref]", "[^1]: note", "[^1]",
    "[ ] task", "[x] task", "wow!", "!", "http://x.example/a?b=c&d", "https://x.example", "www.x.example",
    "WWW.x.example",
    "ftp://x.example", "mailto:a@b.example", "a@b.example", "a|_@b1.www", "x@_1.b", "x@-1.b", "@octocat and @org/team",
    "#123 and GH-7",
    "user/repo#9",
    "&amp; &lt; &#60; &copy;", "$x$ and $$y$$ and $`z`$", "a\\", "\\", "\\*", "a  \nb", "a\r\nb\rc",
    "\u{202E}live\u{202C}", "\u{2066}a\u{2069}", "a\u{0}b\u{1B}[31m", "\u{FEFF}a", "a\u{200B}b",
    "a\u{2028}b\u{2029}c\u{85}d",
    "\u{A0}edge\u{A0}", "“quoted” ‘so’", "{{ site.title }} {% raw %}", ":warning:", "🇩🇪 👩‍👩‍👧 ☕️", "שלום عربي", "-->", "--!>",
    "]]>",
    "\"quoted\" 'so'", "%3Cscript%3E", "> [!NOTE]", "<!-- comment", "<details>", "text <br> text", "&#x3C;b&#x3E;", "=",
    "-", "+",
    "0. a", "1234567890. a", ":-:", "|", "| --- |", "__proto__", "e\u{301}\u{301}\u{301}",
  ]

  /// A text for a field, another one in each round.
  static func text(for field: String, in round: Int) -> String {
    let number = field.utf8.reduce(round) { ($0 * 31 + Int($1)) % 1_000_003 }
    return all[number % all.count]
  }

  /// A text made of pieces of the others, the same for the same state of the generator.
  static func random(_ generator: inout Dice) -> String {
    let pieces = [
      "*", "_", "`", "|", "\\", "[", "]", "(", ")", "<", ">", "!", "#", "-", "1.", "\n", " ", "a", "b", "www.", "://",
      "@", "&", "$", "~", "“",
    ]
    let count = 1 + Int(generator.next() % 12)
    return "x" + (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
  }
}

/// A small generator (SplitMix64, Steele, Lea and Flood 2014) whose numbers follow from its seed.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
