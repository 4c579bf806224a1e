import CommentText
import Testing

/// Sentence by sentence, what the language reference says of disguises. Each group has cases that are found and cases
/// that are not; what the plain search finds is marked too.
@Suite struct DisguiseTests {
  static let standIns: [SearchCase] = [
    .init("idiot", "you ⟦1d10t⟧!"), .init("idiot", "you ⟦ídíöt⟧"),
    .init("idiot", "you ⟦i\u{336}d\u{336}i\u{336}o\u{336}t\u{336}⟧."),
    .init("idiot", "⟦ιdιοτ⟧"), .init("idiot", "⟦іdіоt⟧"), .init("idiot", "⟦ɪᴅɪᴏᴛ⟧"), .init("idiot", "⟦🇮🇩🇮🇴🇹⟧"),
    .init("idiot", "⟦ℹ️dℹ️🅾️t⟧"),
    .init("garbage", "⟦84r8483⟧"), .init("garbage", "⟦ggg@rb@g3⟧"), .init("scam", "⟦ѕсам⟧"),
    .init("bitch", "⟦ьітсһ⟧"),
    .init("wanker", "⟦wаnкеr⟧"), .init("moron", "⟦mοrοη⟧"), .init("stupid", "⟦$tup!d⟧"),
    .init("lawsuit", "⟦|@w$u!t⟧"), .init("shit", "⟦5h1+⟧"), .init("kill", "⟦kiII⟧ and ⟦ki11⟧ and ⟦ki!|⟧"),
    .init("fall", "you FAIL and fail"),
    .init("idiot", "you xdiot"), .init("idiot", "you idoit"), .init("kill", "a keel"), .init("сука", "⟦cyкa⟧"),
    .init("café", "cafe"),
    .init("café", "⟦CAFÉ⟧ ⟦café⟧"), .init("4chan", "⟦4ch@n⟧"), .init("4chan", "achan"),
  ]

  static let repeats: [SearchCase] = [
    .init("idiot", "⟦idiiioot⟧"), .init("bullshit", "⟦bullllshit⟧"), .init("bullshit", "bulshit"),
    .init("bullshit", "⟦bu115hit⟧"),
    .init("scammers", "scamers"), .init("scammers", "⟦sscaammmmers⟧"), .init("ass", "as"), .init("ass", "⟦asss⟧"),
    .init("24 x", "244 x"),
  ]

  static let separators: [SearchCase] = [
    .init("idiot", "an ⟦i.d.i.o.t⟧!"), .init("idiot", "⟦i-d-i-o-t⟧"), .init("idiot", "⟦i_d_i_o_t⟧"),
    .init("idiot", "⟦i|d|i|o|t⟧"),
    .init("idiot", "⟦i😀d😀i😀o😀t⟧"), .init("idiot", "id.iot"), .init("idiot", "i.d.i.ot"),
    .init("idiot", "i..d..i..o..t"), .init("idiot", "i.d-i.o-t"), .init("idiot", "what a ⟦i.d.i.o.t⟧ reply"),
    .init("ass", "a.s.s.i.s.t"),
    .init("idiot", "⟦1.d.!.0.7⟧"), .init("idiot", "⟦i.i.d.i.o.t⟧"), .init("sv", "R.S.V.P."),
    .init("idiot", "(⟦i.d.i.o.t⟧)"),
    .init("shut up", "⟦s.h.u.t. .u.p⟧"), .init("shut up", "⟦s.h.u.t.u.p⟧"), .init("shut up", "⟦s.h.u.t up⟧"),
    .init("shut up", "⟦shut  u.p⟧"),
    .init("shut up", "⟦$hut — up⟧"), .init("shut up", "$hut. up"), .init("shut up", "$hut! up"),
    .init("shut up", "5hutup"),
    .init("shut up", "$hut http://x.example up"), .init("shut up", "5hut him up"),
    .init("shut up", "⟦s-h-u-t- -u-p⟧"),
  ]

  static let spaces: [SearchCase] = [
    .init("idiot", "an ⟦i d i o t⟧ !!!"), .init("idiot", "what a ⟦i d i o t⟧ reply"),
    .init("idiot", "⟦i\nd\ni\no\nt⟧"),
    .init("idiot", "i d i ot"), .init("idiot", "id iot"), .init("idiot", "u r a ⟦i d i o t⟧"),
    .init("idiot", "⟦i d i o t⟧ I mean it"),
    .init("ass", "A S S I S T"), .init("ass", "C L A S S"), .init("ass", "a $$$"), .init("sale", "⟦S A L E⟧ ends"),
    .init("shut up", "⟦s h u t   u p⟧"), .init("shut up", "⟦s h u t u p⟧"), .init("shut up", "s h u t up"),
    .init("idiot", "i  d  i  o  t"),
  ]

  static let masks: [SearchCase] = [
    .init("idiot", "an ⟦i***t⟧"), .init("idiot", "⟦id*ot⟧"), .init("idiot", "⟦1d*0t⟧"), .init("idiot", "i**t"),
    .init("idiot", "i****t"),
    .init("idiot", "*diot"), .init("idiot", "idio*"), .init("idiot", "i**"), .init("idiot", "*****"),
    .init("shut up", "⟦sh*t up⟧"),
    .init("shut up", "shut *p"), .init("idiot", "i**oot"), .init("idiot", "**⟦idiot⟧**"),
  ]

  static let noDisguises: [SearchCase] = [
    .init("lol", "101"), .init("boss", "8055"), .init("sass", "$455"), .init("ill", "no!!! |||"),
    .init("ass", "⟦@$$⟧"), .init("bill", "8,111"),
    .init("us", "🇺🇸"), .init("si", "🇺🇸🇮🇹"), .init("usa", "⟦🇺🇸🇦⟧"),
  ]

  static let wholeWords: [SearchCase] = [
    .init("ass", "cl@ss"), .init("ass", "@ssist"), .init("ass", "⟦@ss⟧!"), .init("ass", "p@$$ion"),
    .init("idiot", "the ⟦1d10t⟧'s"), .init("idiot", "1d10t'x"),
    .init("moron*", "⟦m0r0ns⟧ ⟦m.o.r.o.n.s⟧"), .init("*tard", "⟦b4st4rd⟧"), .init("*tard*", "⟦bast@rds⟧"),
    .init("shut * up", "⟦5hut it up⟧"),
    .init("shut * up", "5hut up"), .init("#scam", "⟦#5cam⟧ 5cam"), .init("scam!", "⟦5cam!⟧ 5cam"),
    .init("死ね", "⟦死ね⟧"),
  ]

  @Test(arguments: standIns + repeats + separators + spaces + masks + noDisguises + wholeWords)
  func `a disguise is seen through as the reference says, and no further`(_ search: SearchCase) throws {
    let marked = MarkedText(search.marked)
    let found = TermSet(terms: try search.phrases(), disguises: true).occurrences(in: marked.text).map(\.range)
    #expect(found == marked.places, "found \(marked.text.marked(found))")
  }

  @Test func `what the plain search finds is not disguised`() throws {
    let set = TermSet(terms: try ["idiot", "moron*"].map { try Phrase($0) }, disguises: true)
    let found = set.occurrences(in: WrittenText("idiot 1d10t morons m0r0ns"))
    #expect(found.map(\.disguised) == [false, true, false, true])
    #expect(found.map(\.term) == [0, 0, 1, 1])
  }

  @Test func `without disguises none is seen through`() throws {
    let set = TermSet(terms: [try Phrase("idiot")])
    for text in ["1d10t", "i.d.i.o.t", "idiiot", "i***t", "ídiot"] {
      #expect(set.occurrences(in: WrittenText(text)).isEmpty)
    }
  }

  /// What the reference lists by name.
  static let listed: [(Character, String)] = [
    ("ε", "e"), ("τ", "t"), ("η", "nh"), ("т", "t"), ("м", "m"), ("ь", "b"), ("к", "k"), ("в", "b"), ("н", "h"),
    ("8", "bg"), ("1", "il"),
    ("!", "il"), ("|", "il"), ("@", "a"), ("4", "a"), ("ᴀ", "a"), ("ʀ", "r"), ("🇿", "z"),
  ]

  @Test(arguments: listed) func `a stand-in that the reference lists is met`(standIn: Character, letters: String) throws
  {
    for letter in letters {
      let set = TermSet(terms: [try Phrase("q\(letter)q")], disguises: true)
      #expect(set.occurrences(in: WrittenText("q\(standIn)q")).count == 1, "\(standIn) for \(letter)")
    }
  }

  @Test func `letters of one alphabet do not stand for each other`() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    for letter in letters {
      let set = TermSet(terms: [try Phrase("q\(letter)q")], disguises: true)
      for other in letters where other != letter && other != "q" {
        #expect(set.occurrences(in: WrittenText("q\(other)q")).isEmpty, "\(other) for \(letter)")
      }
    }
  }
}
