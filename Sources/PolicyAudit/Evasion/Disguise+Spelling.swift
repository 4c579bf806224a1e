// Words taken apart, drawn out, cut short and spelled otherwise.
extension Disguise {
  static let separators: [Disguise] = [
    between("dots", "dots between letters", "."),
    between("spaces", "spaces between letters", " "),
    between("hyphens", "hyphens between letters", "-"),
    between("underscores", "underscores between letters", "_"),
    between("stars-between", "stars between letters", "*"),
    between("two-dots", "two dots between letters", ".."),
    between("emoji", "emoji between letters", "\u{1F525}"),
    inMiddle("one-dot", "one dot in a word", "."),
    inMiddle("one-space", "one space in a word", " "),
    inMiddle("one-hyphen", "one hyphen in a word", "-"),
    inMiddle("one-emoji", "one emoji in a word", "\u{1F525}"),
  ]

  static let repeats: [Disguise] = [
    Disguise("long-vowels", "vowels drawn out") { term in
      term.changingLongest { $0.flatMap { $0.isVowel ? [$0, $0, $0] : [$0] } }
    },
    Disguise("doubled", "every letter twice") { term in
      term.changingLongest { $0.flatMap { [$0, $0] } }
    },
    Disguise("long-end", "the last letter drawn out", remedy: .wildcard) { term in
      term.changingLast { word in word.last.map { word + [$0, $0, $0] } }
    },
  ]

  static let omissions: [Disguise] = [
    Disguise("no-vowels", "vowels left out", remedy: .spelledSo) { term in
      term.changingLongest { word in
        let rest = word.prefix(1) + word.dropFirst().filter { !$0.isVowel }
        return rest.count < 3 ? nil : Array(rest)
      }
    },
    covered("starred-vowel", "a star for a vowel", by: "*"),
    covered("hash-for-vowel", "a # for a vowel", by: "#"),
    covered("hyphen-for-vowel", "a hyphen for a vowel", by: "-"),
    Disguise("starred-inside", "stars for all inner letters") { term in
      term.changingLongest { word in
        word.count < 4 ? nil : word.prefix(1) + Array(repeating: 0x2A, count: word.count - 2) + word.suffix(1)
      }
    },
    Disguise("starred-end", "stars from the second letter on") { term in
      term.changingLongest { word in
        word.count < 4 ? nil : word.prefix(1) + Array(repeating: 0x2A, count: word.count - 1)
      }
    },
  ]

  static let spellings: [Disguise] = [
    Disguise("swapped", "two letters swapped", remedy: .spelledSo) { term in
      term.changingLongest { word in
        guard word.count >= 4, let place = (1..<word.count - 2).first(where: { word[$0] != word[$0 + 1] }) else {
          return nil
        }
        var word = word
        word.swapAt(place, place + 1)
        return word
      }
    },
    Disguise("once", "a doubled letter once", remedy: .spelledSo) { term in
      term.changingLongest { word in
        guard word.count >= 4, let place = word.indices.dropLast().first(where: { word[$0] == word[$0 + 1] }) else {
          return nil
        }
        return Array(word[..<place] + word[(place + 1)...])
      }
    },
    Disguise("sounds-alike", "spelled as it sounds", remedy: .spelledSo) { $0.changingLongest(soundingAlike) },
    Disguise("s-at-end", "with an s at the end", remedy: .wildcard) { $0.ending(in: "s") },
    Disguise("z-at-end", "with a z at the end", remedy: .wildcard) { $0.ending(in: "z") },
    Disguise("backwards", "written backwards") { term in
      term.changingLongest { $0.count < 4 ? nil : $0.reversed() }
    },
  ]

  /// `fuk`, `kunt`, `phool`, `azz`: the first of these that a word has.
  private static func soundingAlike(_ word: [UInt32]) -> [UInt32]? {
    let text = String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
    let rules = [("ck", "k"), ("ss", "zz"), ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("f", "ph"), ("x", "cks")]
    guard let rule = rules.first(where: { text.contains($0.0) }) else { return nil }
    return text.replacing(rule.0, with: rule.1, maxReplacements: 1).unicodeScalars.map(\.value)
  }

  static let cases: [Disguise] = [
    Disguise("capitals", "capitals") { $0.changingLetters { $0.isLatinLetter ? [$0 - 0x20] : nil } },
    Disguise("mixed-case", "small letters and capitals in turn") { term in
      term.changingLongest { word in
        word.enumerated().map { place, letter in place % 2 == 1 && letter.isLatinLetter ? letter - 0x20 : letter }
      }
    },
  ]
}

extension SpelledTerm {
  fileprivate func ending(in letter: Unicode.Scalar) -> [UInt32]? {
    guard endsThere, !hasSeveralWords else { return nil }
    return changingLast { [0x73, 0x7A].contains($0.last) ? nil : $0 + [letter.value] }
  }
}
