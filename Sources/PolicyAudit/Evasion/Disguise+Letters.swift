// Other characters in the place of letters, on them, and unseen between them.
extension Disguise {
  static let standIns: [Disguise] = [
    standIns("digits", "digits for letters", "a4 b8 e3 g9 i1 l1 o0 s5 t7 z2"),
    Disguise("one-digit", "one digit for a letter") { term in
      term.changingLongest { word in
        let table = letters("a4 e3 i1 o0 s5")
        guard let place = word.indices.dropFirst().first(where: { table[word[$0]] != nil }) else { return nil }
        return Array(word[..<place] + (table[word[place]] ?? []) + word[(place + 1)...])
      }
    },
    standIns("signs", "signs for letters", "a@ c¢ e€ i! l| s$ t+"),
    standIns("cyrillic", "Cyrillic letters", "aа cс dԁ eе hһ iі jј kк mм oо pр qԛ sѕ tт uц vѵ wԝ xх yу"),
    Disguise("one-cyrillic", "one Cyrillic letter") { term in
      term.changingLongest { word in
        let table = letters("aа cс eе iі oо pр sѕ xх yу")
        guard let place = word.firstIndex(where: { table[$0] != nil }) else { return nil }
        return Array(word[..<place] + (table[word[place]] ?? []) + word[(place + 1)...])
      }
    },
    standIns("greek", "Greek letters", "aα bβ eε iι kκ nη oο pρ sς tτ uυ vν wω xχ yγ"),
    styled("wide", "wide letters", from: 0xFF41),
    styled("bold", "mathematical letters", from: 0x1D41A),
    styled("circled", "letters in circles", from: 0x24D0),
    styled("flags", "letters of flags", from: 0x1F1E6),
    standIns(
      "small-capitals", "small capitals",
      "aᴀ bʙ cᴄ dᴅ eᴇ fꜰ gɢ hʜ iɪ jᴊ kᴋ lʟ mᴍ nɴ oᴏ pᴘ rʀ sꜱ tᴛ uᴜ vᴠ wᴡ yʏ zᴢ"),
    Disguise("upside-down", "letters upside down") { term in
      term.changingLongest { word in
        let table = letters("aɐ bq cɔ dp eǝ fɟ gƃ hɥ iᴉ jɾ kʞ lן mɯ nu pd qb rɹ tʇ un vʌ wʍ yʎ")
        return word.reversed().flatMap { table[$0] ?? [$0] }
      }
    },
  ]

  /// The letters of an alphabet that Unicode has from some place on.
  private static func styled(_ name: String, _ title: String, from start: UInt32) -> Disguise {
    Disguise(name, title) { $0.changingLetters { $0.isLatinLetter ? [$0 - 0x61 + start] : nil } }
  }

  static let marks: [Disguise] = [
    standIns("accents", "accents", "aä cç eë iï nñ oö uü yÿ"),
    behindLetters("marks", "a mark on every letter", "\u{308}"),
    behindLetters("many-marks", "many marks on every letter", "\u{321}\u{353}\u{315}\u{351}\u{489}"),
    behindLetters("struck-through", "letters struck through", "\u{336}"),
  ]

  static let invisibles: [Disguise] = [
    between("zero-width-spaces", "unseen spaces between letters", "\u{200B}"),
    between("joiners", "unseen joiners between letters", "\u{200D}"),
    between("soft-hyphens", "soft hyphens between letters", "\u{AD}"),
    between("variation-selectors", "variation selectors between letters", "\u{FE0F}"),
    between("direction-marks", "direction marks between letters", "\u{200E}"),
    inMiddle("one-zero-width-space", "one unseen space", "\u{200B}"),
  ]
}
