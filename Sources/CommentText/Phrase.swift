/// Why a term is no phrase that could ever be found.
public enum PhraseProblem: Error, Sendable, Hashable {
  /// It holds no character that can be seen.
  case empty
  /// It has more than ``Phrase/longest`` characters.
  case tooLong
  /// It says nothing but "any word".
  case onlyWildcards
  /// A `*` stands inside a word.
  case wildcardInsideWord
  /// It holds a link, and links are masked before words are looked for.
  case holdsLink
}

/// A term or phrase ready to be looked for: whole words, in order, next to each other.
///
/// Two phrases are equal if they are found in the same places.
public struct Phrase: Sendable, Hashable {
  /// The longest term, in Unicode scalars.
  public static let longest = 256

  /// What is looked for.
  package enum Form: Sendable, Hashable {
    /// No letter or digit: found as it stands.
    case signs([UInt32])
    /// Words, with the signs that must stand right before the first and right after the last.
    case words(before: [UInt32], [PhraseWord], after: [UInt32])
  }

  package let form: Form

  /// Reads a term as it stands in a lexicon.
  public init(_ term: some StringProtocol, _ matching: TextMatching = TextMatching()) throws(PhraseProblem) {
    try self.init(utf8: Array(term.utf8), matching)
  }

  /// Reads a term as it stands in a lexicon, in UTF-8.
  ///
  /// A term of accents alone keeps them where accents are ignored: it is in no text then.
  public init(utf8: [UInt8], _ matching: TextMatching = TextMatching()) throws(PhraseProblem) {
    let scalars = UTF8Text.scalars(of: utf8)
    guard scalars.count <= Self.longest else { throw .tooLong }
    guard Links.find(in: scalars).isEmpty else { throw .holdsLink }
    do {
      form = try PhraseReader(FoldedText(scalars, matching).characters).read()
    } catch {
      form = try PhraseReader(FoldedText(scalars).characters).read()
    }
  }
}

/// One word of a phrase.
package struct PhraseWord: Sendable, Hashable {
  /// Its folded characters; none where any word will do.
  package let letters: [UInt32]
  /// A `*` before it: any beginning.
  package let anyBeginning: Bool
  /// A `*` after it: any continuation.
  package let anyContinuation: Bool
  /// So many apostrophes stand for themselves between this word and the next.
  package var apostrophesAfter = 0

  package var isAnyWord: Bool { letters.isEmpty }
}

/// Reads a folded term.
private struct PhraseReader {
  private let characters: [UInt32]
  private let words: [Word]
  private let stars: [Int]

  init(_ folded: [UInt32]) {
    let characters = folded.map { $0.isWhiteSpace ? 0x20 : $0 }.trimmingSpaces()
    self.characters = characters
    words = Words(of: characters).list
    stars = characters.indices.filter { characters[$0] == "*" }
  }

  func read() throws(PhraseProblem) -> Phrase.Form {
    guard !characters.isEmpty else { throw .empty }
    guard !words.isEmpty else { return .signs(try signs()) }
    for star in stars {
      let isInsideWord = isWord(at: star - 1) && isWord(at: star + 1)
      if isInsideWord || isStar(at: star + 1) { throw .wildcardInsideWord }
    }
    return form(parts: (words.map(part) + loneStars()).sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// A term without a letter or digit may hold a `*` that is none of ours, as `:*` does.
  private func signs() throws(PhraseProblem) -> [UInt32] {
    let isOnlyStars = characters.allSatisfy { $0 == "*" || $0 == " " }
    guard !isOnlyStars else { throw .onlyWildcards }
    return characters
  }

  /// A word or a star that is one, with its place and that of the stars beside it.
  private typealias Part = (word: PhraseWord, range: Range<Int>)

  private func part(_ word: Word) -> Part {
    let start = word.range.lowerBound, end = word.range.upperBound
    let anyBeginning = isStar(at: start - 1), anyContinuation = isStar(at: end)
    let letters = Array(characters[word.range])
    return (
      PhraseWord(letters: letters, anyBeginning: anyBeginning, anyContinuation: anyContinuation),
      (anyBeginning ? start - 1 : start)..<(anyContinuation ? end + 1 : end)
    )
  }

  private func loneStars() -> [Part] {
    stars.filter { !isWord(at: $0 - 1) && !isWord(at: $0 + 1) }
      .map { (PhraseWord(letters: [], anyBeginning: true, anyContinuation: true), $0..<$0 + 1) }
  }

  private func form(parts: [Part]) -> Phrase.Form {
    guard let first = parts.first, let last = parts.last else { return .signs(characters) }
    var words = parts.map(\.word)
    for index in words.indices.dropLast() {
      let gap = parts[index].range.upperBound..<parts[index + 1].range.lowerBound
      words[index].apostrophesAfter = characters[gap].count { $0 == "'" }
    }
    let before = characters[..<first.range.lowerBound], after = characters[last.range.upperBound...]
    return .words(before: Array(before), words, after: Array(after))
  }

  private func isStar(at position: Int) -> Bool {
    characters.indices.contains(position) && characters[position] == "*"
  }

  private func isWord(at position: Int) -> Bool {
    characters.indices.contains(position) && CharacterKind.of(characters[position]).isAny(of: .wordCharacter)
  }
}

extension UInt32 {
  fileprivate var isWhiteSpace: Bool { CharacterKind.of(self).contains(.whiteSpace) }
}

extension [UInt32] {
  fileprivate func trimmingSpaces() -> [UInt32] {
    let end = lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return Array(self[..<end].drop { $0 == " " })
  }
}
