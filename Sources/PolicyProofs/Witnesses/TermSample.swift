import CommentText

/// How a text is written in which something is to be found, and other things are not.
enum WritingStyle: CaseIterable {
  /// As short as can be: `refund` for `refund*`.
  case plain
  /// Where a `*` leaves room, something stands: `refundxq` for `refund*`, so that `refund` is not there.
  case full
  /// In the wide letters of Japanese type, which phrases read as they read any others and expressions do not.
  case wide
  /// With a sign between all letters, as people write who mean to get past a list.
  case spelled
  /// Within other letters, where only expressions look.
  case buried
}

extension TextAtom {
  /// A text in which it is found, where the style can be had.
  func sample(_ style: WritingStyle) -> [UInt8] {
    switch self {
    case .phrase(let phrase, let searching): phrase.sample(style == .spelled && !searching.disguises ? .plain : style)
    case .expression(let written):
      (try? RegularExpression(String(decoding: written, as: UTF8.self))).map { expression in
        let sample = UTF8Text.bytes(of: expression.pattern.sample)
        return style == .buried ? Array("q".utf8) + sample + Array("q".utf8) : sample
      } ?? []
    case .host(let host): Array("https://".utf8) + host + Array("/".utf8)
    case .whole(let text): text
    }
  }
}

extension Phrase {
  fileprivate func sample(_ style: WritingStyle) -> [UInt8] {
    switch form {
    case .signs(let signs): return UTF8Text.bytes(of: signs)
    case .words(let before, let words, let after):
      var scalars = before
      for (place, word) in words.enumerated() {
        scalars += word.sample(style)
        if place < words.count - 1 {
          scalars += word.apostrophesAfter > 0 ? Array(repeating: 0x27, count: word.apostrophesAfter) : []
          scalars += style == .spelled ? [0x2E, 0x2E] : [0x20]
        }
      }
      return UTF8Text.bytes(of: scalars + after)
    }
  }
}

extension PhraseWord {
  fileprivate func sample(_ style: WritingStyle) -> [UInt32] {
    if isAnyWord { return style == .full ? [0x78, 0x71] : [0x78] }
    switch style {
    case .plain, .buried: return letters
    case .full:
      return (anyBeginning ? [0x71, 0x78] : []) + letters + (anyContinuation ? [0x78, 0x71] : [])
    case .wide: return letters.map { (0x61...0x7A).contains($0) ? $0 - 0x61 + 0xFF41 : $0 }
    case .spelled: return Array(letters.map { [$0] }.joined(separator: [0x2E]))
    }
  }
}
