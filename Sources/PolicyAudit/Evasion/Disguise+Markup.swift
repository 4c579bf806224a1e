// What a platform shows otherwise than it is written, and what stands between words.
extension Disguise {
  static let markup: [Disguise] = [
    around("markdown", "Markdown within a word", "**", "**"),
    around("html-tags", "HTML tags within a word", "<b>", "</b>"),
    Disguise("html-entity", "a letter as an HTML entity") { term in
      term.changingLongest { word in
        word.count < 3 ? nil : word.prefix(1) + "&#\(word[1]);".unicodeScalars.map(\.value) + word.dropFirst(2)
      }
    },
    between("backslashes", "backslashes between letters", "\\"),
  ]

  private static func around(_ name: String, _ title: String, _ open: String, _ close: String) -> Disguise {
    let (open, close) = (open.unicodeScalars.map(\.value), close.unicodeScalars.map(\.value))
    return Disguise(name, title) { term in
      term.changingLongest { word in
        guard word.count >= 3 else { return nil }
        let middle = 1..<word.count - 1
        return Array(word.prefix(1) + open + word[middle] + close + word.suffix(1))
      }
    }
  }

  static let gaps: [Disguise] = [
    Disguise("joined", "words run together", remedy: .spelledSo) { $0.joined(by: "") },
    Disguise("camel-case", "words run together, each with a capital") { term in
      guard term.hasSeveralWords else { return nil }
      let words = term.words.map { word in word.letters.prefix(1).map(capital) + word.letters.dropFirst() }
      return term.written(words, between: "")
    },
    Disguise("gap-underscore", "underscores between words") { $0.joined(by: "_") },
    Disguise("gap-dots", "dots between words") { $0.joined(by: "...") },
    Disguise("gap-stop", "a full stop between words") { $0.joined(by: ". ") },
    Disguise("gap-line", "a line break between words") { $0.joined(by: "\n") },
    Disguise("gap-emoji", "emoji between words") { $0.joined(by: " \u{1F525} ") },
  ]

  private static func capital(_ letter: UInt32) -> UInt32 { letter.isLatinLetter ? letter - 0x20 : letter }
}
