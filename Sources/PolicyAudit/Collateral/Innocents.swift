import CommentText
public import DecisionModel
import DecisionOracle

/// What no list should find: words that only look rude, and comments of which somebody said that they are harmless.
public struct Innocents: Sendable {
  /// So many comments are looked through; of more, so many evenly taken.
  public static let mostComments = 2_000

  /// How many words are our own, how many are of a dictionary, and how many comments there are.
  public let ours: Int
  public let dictionary: Int
  public let comments: Int
  /// How many comments were given.
  public let commentsGiven: Int

  private let ourPages: TextPages
  private let dictionaryPages: TextPages
  private let texts: [(bytes: [UInt8], text: WrittenText)]
  private let words: Set<[UInt8]>

  /// - Parameters:
  ///   - dictionary: The words of a dictionary, in UTF-8.
  ///   - comments: The texts of harmless comments, in UTF-8.
  ///   - program: How its playbook matches texts.
  public init(dictionary: [[UInt8]] = [], comments: [[UInt8]] = [], matchedBy program: DecisionProgram) {
    let matching = program.textMatching
    let ours = AuditData.innocentWords
    let looked = comments.takenEvenly(Self.mostComments)
    self.ours = ours.count
    self.dictionary = dictionary.count
    self.comments = looked.count
    commentsGiven = comments.count
    ourPages = TextPages(ours, matching)
    dictionaryPages = TextPages(dictionary, matching)
    texts = looked.map { ($0, WrittenText(utf8: $0, matching)) }
    words = Set((ours + dictionary).map { $0.map(\.lowerCased) })
  }

  public var all: Int { ours + dictionary + comments }

  /// Whether a word, in small letters, means something of its own.
  func hold(_ word: [UInt8]) -> Bool { words.contains(word) }

  /// What a list finds by accident, each text once for each term: in lists that guard everything, in others our words
  /// alone, since a dictionary is full of what they are for.
  func caught(by list: AuditedList) -> [Caught] {
    let search = list.search
    let caught = ourPages.occurrences(of: search).map {
      Caught(term: search.terms[$0.term], text: ourPages.entries[$0.entry], $0.hit, $0.isDisguised, .ours)
    }
    guard list.isGuard else { return caught.distinct }
    let inDictionary = dictionaryPages.occurrences(of: search).filter { occurrence in
      occurrence.isDisguised
        || !WordFamily.belongs(occurrence.hit.map(\.lowerCased), to: search.terms[occurrence.term])
    }.map {
      Caught(term: search.terms[$0.term], text: dictionaryPages.entries[$0.entry], $0.hit, $0.isDisguised, .dictionary)
    }
    let inComments = texts.flatMap { bytes, text in
      search.occurrences(in: text).map {
        Caught(term: search.terms[$0.term], text: bytes, text.excerpt($0.range), $0.disguised, .comment)
      }
    }
    return (caught + inDictionary + inComments).distinct
  }
}

/// An innocent text that a list catches.
public struct Caught: Sendable, Hashable {
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// A word or phrase of our list.
    case ours
    case dictionary
    case comment
  }

  public let term: String
  /// In UTF-8, as `hit` is.
  public let text: [UInt8]
  /// What stands there that was found.
  public let hit: [UInt8]
  public let isDisguised: Bool
  public let source: Source

  init(term: String, text: [UInt8], _ hit: [UInt8], _ isDisguised: Bool, _ source: Source) {
    self.term = term
    self.text = text
    self.hit = hit
    self.isDisguised = isDisguised
    self.source = source
  }

  /// What `except` would name: the word that was found where it is another than the term, else the phrase that it stands
  /// in; nil for a comment in which the term itself stands.
  var exception: String? {
    let isOther = isDisguised || term.utf8.contains(UInt8(ascii: "*"))
    guard isOther || source != .comment else { return nil }
    let bytes = isOther ? hit : text
    return String(decoding: bytes.map(\.lowerCased), as: UTF8.self)
  }
}

extension [Caught] {
  /// Each text once for each term.
  fileprivate var distinct: [Caught] {
    var seen: Set<TermAndText> = []
    return filter { seen.insert(TermAndText(term: [UInt8]($0.term.utf8), text: $0.text)).inserted }
  }
}

private struct TermAndText: Hashable {
  let term: [UInt8]
  let text: [UInt8]
}

extension UInt8 {
  /// Of `A` to `Z` the small letter.
  var lowerCased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}
