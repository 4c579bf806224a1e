import CommentText

/// A way in which people write a term so that a list should not find it.
public struct Disguise: Sendable {
  /// Whether a list can help itself without seeing through it.
  enum Remedy: Sendable {
    case none
    /// What is written is a word, which can stand in the list.
    case spelledSo
    /// The term goes on, which a `*` at its end allows.
    case wildcard
  }

  /// `digits`
  public let name: String
  /// `digits for letters`
  public let title: String
  let remedy: Remedy
  /// The term in this disguise; nil where it cannot be.
  let write: @Sendable (SpelledTerm) -> [UInt32]?

  init(
    _ name: String, _ title: String, remedy: Remedy = .none, write: @escaping @Sendable (SpelledTerm) -> [UInt32]?
  ) {
    self.name = name
    self.title = title
    self.remedy = remedy
    self.write = write
  }

  /// Every way, in the order in which reports name them.
  public static let catalogue =
    standIns + marks + invisibles + separators + repeats + omissions + spellings + cases + markup + gaps

  /// What it makes of a term; nil where it cannot be, or the term is none that has letters.
  public func disguised(_ term: String) -> String? {
    guard let phrase = try? Phrase(term), let spelled = SpelledTerm(phrase), let written = write(spelled) else {
      return nil
    }
    return String(decoding: UTF8Text.bytes(of: written), as: UTF8.self)
  }
}

extension Disguise {
  /// Letters by others: `a4 e3` is `4` for `a` and `3` for `e`.
  static func standIns(_ name: String, _ title: String, _ pairs: String) -> Disguise {
    let table = letters(pairs)
    return Disguise(name, title) { $0.changingLetters { table[$0] } }
  }

  static func letters(_ pairs: String) -> [UInt32: [UInt32]] {
    Dictionary(
      pairs.split(separator: " ").compactMap { pair in
        pair.unicodeScalars.first.map { ($0.value, pair.unicodeScalars.dropFirst().map(\.value)) }
      }
    ) { first, _ in first }
  }

  /// Something between all letters of the longest word.
  static func between(_ name: String, _ title: String, _ separator: String) -> Disguise {
    let separator = separator.unicodeScalars.map(\.value)
    return Disguise(name, title) { term in
      term.changingLongest { Array($0.map { [$0] }.joined(separator: separator)) }
    }
  }

  /// Something in the middle of the longest word.
  static func inMiddle(_ name: String, _ title: String, _ sign: String) -> Disguise {
    let sign = sign.unicodeScalars.map(\.value)
    return Disguise(name, title) { term in
      term.changingLongest { word in
        word.count < 4 ? nil : Array(word[..<(word.count / 2)] + sign + word[(word.count / 2)...])
      }
    }
  }

  /// Something behind every letter.
  static func behindLetters(_ name: String, _ title: String, _ signs: String) -> Disguise {
    let signs = signs.unicodeScalars.map(\.value)
    return Disguise(name, title) { $0.changingLetters { $0.isLatinLetter ? [$0] + signs : nil } }
  }

  /// The first inner letter of a kind by a sign.
  static func covered(_ name: String, _ title: String, by sign: Unicode.Scalar) -> Disguise {
    Disguise(name, title) { term in
      term.changingLongest { word in
        guard let place = word.indices.dropFirst().dropLast().first(where: { word[$0].isVowel }) else { return nil }
        return Array(word[..<place] + [sign.value] + word[(place + 1)...])
      }
    }
  }
}
