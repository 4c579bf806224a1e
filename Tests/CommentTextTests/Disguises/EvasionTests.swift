import CommentText
import TestSupport
import Testing

/// How well disguises are seen through, on the data made for it, and how seldom honest comments are taken for disguises.
@Suite(.enabled(if: SharedData.isPresent, "../shared/data is absent"))
struct EvasionTests {
  private let comments: [SharedComment]
  private let terms: [String]
  private let disguised: TermSet
  private let plain: TermSet

  init() throws {
    comments = try SharedComment.all("evasion/synthetic_perturbations.ndjson")
    terms = Set(comments.compactMap(\.term)).sorted()
    let phrases = try terms.map { try Phrase($0) }
    disguised = TermSet(terms: phrases, disguises: true)
    plain = TermSet(terms: phrases)
  }

  /// The kinds of disguise, and the share of them that must be found.
  static let kinds: [(kind: String, recall: Double)] = [
    ("zwsp_every", 1), ("zwnj_one", 1), ("zwj_one", 1), ("word_joiner", 1), ("soft_hyphen", 1),
    ("variation_selector", 1),
    ("upper", 1), ("case_mixed", 1), ("fullwidth", 1), ("math_bold", 1), ("circled", 1), ("diacritics_nfc", 1),
    ("diacritics_nfd", 1), ("zalgo", 1), ("emoji_letters", 1), ("asterisk_mask", 1),
    ("leet", 0.95), ("leet_symbols", 0.95), ("homoglyph_greek", 0.95), ("homoglyph_cyrillic", 0.95), ("dots", 0.95),
    ("dashes", 0.95), ("spaces", 0.95), ("repeat_letters", 0.95), ("double_consonant", 0.95),
  ]

  @Test(arguments: kinds) func `disguises are seen through`(kind: String, recall: Double) throws {
    let ofKind = comments.filter { $0.kind == kind }
    let missed = ofKind.filter { comment in
      !disguised.occurrences(in: WrittenText(comment.text)).contains { terms[$0.term] == comment.term }
    }
    let found = ofKind.count - missed.count
    print("disguises: \(kind) \(found) of \(ofKind.count)")
    try #require(!ofKind.isEmpty)
    #expect(Double(found) / Double(ofKind.count) >= recall, "missed \(missed.map(\.text))")
  }

  @Test func `every hit is the disguise`() {
    for comment in comments where Self.kinds.contains(where: { $0.kind == comment.kind }) {
      let text = WrittenText(comment.text)
      let found = disguised.occurrences(in: text).filter { terms[$0.term] == comment.term }
      let excerpts = found.map { text.excerpt($0.range) }
      // Invisible characters and marks passed over at the end of a hit are no part of it.
      #expect(excerpts.allSatisfy { Array((comment.perturbed ?? "").utf8).starts(with: $0) }, "\(comment.text)")
    }
  }

  @Test func `comments that only look like a disguise are left alone`() throws {
    for comment in try SharedComment.all("evasion/benign_controls.ndjson") {
      #expect(disguised.occurrences(in: WrittenText(comment.text)).isEmpty, "\(comment.text)")
    }
  }

  static let honest = ["airline_tweets", "banking77_inquiries", "reviews_yelp_amazon", "gsmarena_iphone_opinions"]

  /// At most one hit in a thousand more than the plain search has; that is none where the plain search has fewer.
  @Test(arguments: honest) func `honest comments are not taken for disguises`(file: String) throws {
    var hits = 0
    var more: [String] = []
    for comment in try SharedComment.all("comments/\(file).ndjson") {
      let text = WrittenText(comment.text)
      hits += plain.occurrences(in: text).count
      let found = disguised.occurrences(in: text).filter(\.disguised)
      more += found.map { String(decoding: text.excerpt($0.range), as: UTF8.self) }
    }
    print("disguises: \(more.count) more than \(hits) in \(file)")
    #expect(more.count <= hits / 1_000, "\(more)")
  }
}
