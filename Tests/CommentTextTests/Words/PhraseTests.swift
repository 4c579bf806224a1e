import CommentText
import Testing

/// Sentence by sentence, what the language reference says of words and phrases. Each group has cases that are found and
/// cases that are not.
@Suite struct PhraseTests {
  static let wholeWords: [SearchCase] = [
    .init("refund", "I want a ⟦refund⟧ now"), .init("refund", "⟦Refund⟧"), .init("refund", "⟦REFUND⟧!!!"),
    .init("ass", "a classic"), .init("refund", "refunds"), .init("refund", "2refund"),
    .init("refund", "no ⟦refund⟧? no ⟦refund⟧!"), .init("Straße", "gesperrte ⟦STRASSE⟧"), .init("ſ", "an ⟦S⟧ is"),
    .init("naïve", "so ⟦nai\u{308}ve⟧ of you"), .init("naïve", "so naive of you"), .init("naive", "so naïve of you"),
    .init("24", "in ⟦24⟧ hours"), .init("24", "in 24h"), .init("x_y", "⟦x_y⟧ and ⟦x y⟧"),
  ]

  static let apostrophes: [SearchCase] = [
    .init("can't", "I ⟦can't⟧ wait"), .init("can't", "I ⟦can’t⟧ wait"), .init("can't", "I ⟦CAN＇T⟧ wait"),
    .init("can't", "I cant wait"), .init("can't", "I can 't wait"), .init("can", "I can't wait"),
    .init("t", "I can't wait"), .init("idiot", "the ⟦idiot⟧'s phone"), .init("idiot", "the ⟦idiot⟧’s"),
    .init("idiot's", "the ⟦idiot's⟧ phone"), .init("idiot", "the idiot'll phone"),
    .init("idiot", "the ⟦idiot⟧' phone"),
    .init("company fault", "the ⟦company's fault⟧"), .init("s", "the company's fault"),
    .init("rock 'n' roll", "⟦rock 'n' roll⟧ forever"), .init("rock 'n' roll", "rock n roll"),
    .init("rock n roll", "⟦rock 'n' roll⟧"), .init("'tis", "⟦'tis⟧ so"), .init("'tis", "tis so"),
    .init("90", "the ⟦90⟧'s"), .init("don", "⟦don⟧''t"),
  ]

  static let unspaced: [SearchCase] = [
    .init("返金", "すぐ⟦返金⟧して"), .init("返金", "⟦返 金⟧"), .init("返金", "返却金"), .init("金", "返⟦金⟧して"),
    .init("iphone", "この⟦iPhone⟧は"), .init("カード", "⟦カード⟧が"), .init("คืนเงิน", "ขอ⟦คืนเงิน⟧ด่วน"),
    .init("คน", "คืน"), .init("환불", "⟦환불⟧ 해주세요"), .init("환불", "환불해주세요"),
    .init("ငွေ", "⟦ငွေ⟧ပြန်"), .init("refund 金", "⟦refund金⟧"),
  ]

  static let links: [SearchCase] = [
    .init("refund", "see http://x.example/refund now"), .init("refund", "see HTTPS://refund.example"),
    .init("refund", "www.refund.example"), .init("refund", "bit.ly/refund"),
    .init("refund", "⟦refund⟧.example is bad"),
    .init("refund", "(http://x.example) ⟦refund⟧"), .init("rip off", "rip http://x.example off"),
    .init("rip off", "rip bit.ly/x off"), .init("refund", "#⟦refund⟧ @⟦refund⟧"), .init("brand", "@⟦brand⟧'s"),
    .init("refund", "either/or/⟦refund⟧"), .init("refund", "3.5/⟦refund⟧"),
  ]

  static let neighbours: [SearchCase] = [
    .init("rip off", "a ⟦rip off⟧"), .init("rip off", "a ⟦rip-off⟧"), .init("rip off", "a ⟦rip\noff⟧"),
    .init("rip off", "a ⟦rip — off⟧"), .init("rip off", "a ⟦rip, off⟧"), .init("rip off", "a ⟦rip 😀 off⟧"),
    .init("rip off", "a ripoff"), .init("rip off", "a rip them off"), .init("rip off", "off rip"),
    .init("rip-off", "a ⟦rip off⟧"), .init("rip, off", "a ⟦rip off⟧"), .init("rip off", "⟦rip.off⟧"),
    .init("rip off", "rip. off"), .init("rip off", "rip! off"), .init("rip off", "rip? Off"),
    .init("rip off", "rip?!\noff"),
    .init("rip off", "rip。off"), .init("rip off", "rip… off"), .init("a b a", "⟦a b a⟧"),
    .init("rip off", "rip.\u{A0}off"),
  ]

  static let wildcards: [SearchCase] = [
    .init("refund*", "⟦refund⟧ ⟦refunded⟧ ⟦refund's⟧ prefund"), .init("*fund", "⟦refund⟧ ⟦fund⟧ ⟦fund⟧'s funds"),
    .init("*fun*", "⟦refunds⟧ ⟦fun⟧ fu n"), .init("charge* back", "⟦charged back⟧ ⟦charge back⟧ charge it back"),
    .init("want* * refund", "⟦wants a refund⟧"), .init("want* * refund", "wants refund"),
    .init("want* * refund", "wants a full refund"), .init("want * *", "⟦want it all⟧ now"),
    .init("* back", "⟦money back⟧"), .init("* back", "back"), .init("返*", "⟦返⟧金"),
    .init("want * refund", "want. A refund"), .init("＊fund", "⟦refund⟧"),
  ]

  static let edges: [SearchCase] = [
    .init("c++", "⟦c++⟧ is"), .init("c++", "c+ is"), .init("c++", "c is"), .init("#metoo", "⟦#MeToo⟧"),
    .init("#metoo", "metoo"),
    .init("100%", "⟦100%⟧ sure"), .init("100%", "100 %"), .init("100%", "100 percent"), .init("100%", "1100%"),
    .init("$5", "only ⟦$5⟧"), .init("$5", "only $50"), .init("-5", "⟦–5⟧"), .init("why?", "⟦why?⟧ why not"),
    .init("\"fake\"", "so ⟦“fake”⟧"), .init("#metoo", "# metoo"),
    .init("hello :)", "⟦hello :)⟧"), .init("hello :)", "⟦hello\u{A0}:)⟧"), .init("hello :)", "hello:)"),
    .init("idiot!", "the idiot's!"),
  ]

  static let signs: [SearchCase] = [
    .init("😡", "so ⟦😡⟧⟦😡⟧"), .init("😡", "angry"), .init(":)", "fine ⟦:)⟧"), .init(":)", "fine : )"),
    .init("!!!", "no⟦!!!⟧"), .init("!!!", "no!!"), .init("👍", "⟦👍⟧🏽"), .init("❤️", "⟦❤⟧"), .init("❤", "⟦❤⟧\u{FE0F}"),
    .init("👩‍🚀", "⟦👩‍🚀⟧"), .init("…", "well⟦...⟧"), .init(":*", "⟦:*⟧"), .init("¯\\_(ツ)_/¯", "⟦¯\\_(ツ)_/¯⟧"),
  ]

  @Test(arguments: wholeWords + apostrophes + unspaced + links + neighbours + wildcards + edges + signs)
  func `a phrase is found where the reference says, and nowhere else`(_ search: SearchCase) throws {
    let marked = MarkedText(search.marked)
    let phrase = try Phrase(search.terms)
    let found = marked.text.occurrences(of: phrase)
    #expect(found == marked.places, "found \(marked.text.marked(found))")
    #expect(TermSet(terms: [phrase]).occurrences(in: marked.text).map(\.range) == found)
  }

  @Test func `places that overlap are all told`() throws {
    #expect(WrittenText("a b a b a").occurrences(of: try Phrase("a b a")) == [0..<5, 4..<9])
    #expect(WrittenText("!!!").occurrences(of: try Phrase("!!")) == [0..<2, 1..<3])
  }

  @Test(arguments: [
    ("", PhraseProblem.empty), ("  \n", .empty), ("\u{200B}\u{FE0F}", .empty), ("*", .onlyWildcards),
    ("* **", .onlyWildcards),
    ("re*fund", .wildcardInsideWord), ("refund**", .wildcardInsideWord), ("f**k you", .wildcardInsideWord),
    ("http://x.example", .holdsLink), ("see bit.ly/x", .holdsLink), (String(repeating: "x", count: 257), .tooLong),
  ])
  func `a term that can never be found is refused`(_ term: String, _ problem: PhraseProblem) {
    #expect(throws: problem) { try Phrase(term) }
  }

  @Test(arguments: [String(repeating: "x", count: 256), "*x*", "x *", ":*", "c++", "x.example", "can't", "a-*"])
  func `a term that can be found is taken`(_ term: String) throws {
    _ = try Phrase(term)
  }

  @Test func `phrases that are found in the same places are equal`() throws {
    #expect(try Phrase("Rip-Off") == Phrase(" rip  off"))
    #expect(try Phrase("ｃａｎ’ｔ") == Phrase("can't"))
    #expect(try Phrase("rip off") != Phrase("rip off!"))
    #expect(try Phrase("rip off*") != Phrase("rip off"))
  }
}
