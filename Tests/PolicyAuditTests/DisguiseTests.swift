import Diagnostics
import Foundation
import PolicyAudit
import Testing

@Suite("Catalogue of disguises") struct DisguiseTests {
  @Test(
    arguments: [
      ("digits", "idiot", "1d107"), ("one-digit", "idiot", "id1ot"), ("signs", "asshole", "@$$ho|€"),
      ("cyrillic", "idiot", "іԁіот"), ("one-cyrillic", "pillock", "рillock"), ("greek", "idiot", "ιdιοτ"),
      ("wide", "idiot", "ｉｄｉｏｔ"), ("bold", "idiot", "𝐢𝐝𝐢𝐨𝐭"), ("circled", "idiot", "ⓘⓓⓘⓞⓣ"), ("flags", "ass", "🇦🇸🇸"),
      ("small-capitals", "idiot", "ɪᴅɪᴏᴛ"), ("upside-down", "idiot", "ʇoᴉpᴉ"), ("accents", "idiot", "ïdïöt"),
      ("zero-width-spaces", "ass", "a\u{200B}s\u{200B}s"), ("dots", "bloody fool", "b.l.o.o.d.y fool"),
      ("spaces", "idiot", "i d i o t"), ("one-hyphen", "idiot", "id-iot"), ("long-vowels", "idiot", "iiidiiiooot"),
      ("doubled", "ass", "aassss"), ("long-end", "shut up", "shut upppp"), ("no-vowels", "moron", "mrn"),
      ("starred-vowel", "moron", "m*ron"), ("starred-inside", "moron", "m***n"), ("starred-end", "moron", "m****"),
      ("swapped", "idiot", "iidot"), ("once", "asshole", "ashole"), ("sounds-alike", "dickhead", "dikhead"),
      ("sounds-alike", "fool", "phool"), ("s-at-end", "idiot", "idiots"), ("z-at-end", "moron", "moronz"),
      ("backwards", "idiot", "toidi"), ("capitals", "shut up", "SHUT UP"), ("mixed-case", "idiot", "iDiOt"),
      ("markdown", "idiot", "i**dio**t"), ("html-tags", "idiot", "i<b>dio</b>t"),
      ("html-entity", "idiot", "i&#100;iot"),
      ("backslashes", "ass", "a\\s\\s"), ("joined", "shut up", "shutup"), ("camel-case", "shut up", "ShutUp"),
      ("gap-underscore", "shut up", "shut_up"), ("gap-stop", "shut up", "shut. up"),
      ("gap-line", "shut up", "shut\nup"),
      ("digits", "told my * idiot", "701d my it 1d107"), ("dots", "#idiot", "#i.d.i.o.t"),
      ("digits", "idiot*", "1d107"),
    ])
  func `a term is written in a way`(name: String, term: String, written: String) throws {
    let way = try #require(Disguise.catalogue.first { $0.name == name })
    #expect(way.disguised(term).map { Array($0.utf8) } == Array(written.utf8))
  }

  @Test(
    arguments: [
      ("digits", "hmm"), ("joined", "idiot"), ("starred-vowel", "ass"), ("s-at-end", "asses"), ("s-at-end", "idiot*"),
      ("once", "idiot"), ("dots", ":)"), ("dots", "дурак"), ("no-vowels", "ass"),
    ])
  func `what cannot be is not tried`(name: String, term: String) throws {
    #expect(try #require(Disguise.catalogue.first { $0.name == name }).disguised(term) == nil)
  }

  @Test func `every way has a name of its own and changes something`() {
    #expect(Set(Disguise.catalogue.map(\.name)).count == Disguise.catalogue.count)
    for way in Disguise.catalogue { #expect(Self.example(of: way) != nil, "\(way.name)") }
  }

  @Test func `the table in the documentation is the catalogue`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/Audit.md")
    let text = try String(contentsOf: page.standardized, encoding: .utf8)
    let rows = Disguise.catalogue.map { "| \($0.title) | \(Self.example(of: $0).map { "`\(visible($0))`" } ?? "") |" }
    let table = (["| way | for example |", "| --- | --- |"] + rows).joined(separator: "\n")
    #expect(text.contains(table), "write this into \(page.lastPathComponent):\n\(table)")
  }

  private static func example(of way: Disguise) -> String? {
    ["idiot", "pillock", "shut up"].lazy.compactMap(way.disguised).first
  }
}
