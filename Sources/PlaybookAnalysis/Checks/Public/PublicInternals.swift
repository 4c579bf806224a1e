import CommentText
import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

/// What the public reads, and quotes what it should not know: a term by which the playbook enforces, which shows how to
/// get around it, or the contact of a team.
struct PublicInternals: Check {
  /// So many pairs of a text and a lexicon are looked at; a playbook with more was written by no person.
  private static let mostPairs = 1_000_000

  private let rules: [YAMLScalar]
  private let sayings: [YAMLScalar]

  init(_ loaded: LoadedPlaybook) {
    let roots = loaded.parts.map(\.syntax.root)
    let published = roots.flatMap { $0.entries("ladders") }.compactMap(\.value.mapping).filter { $0.isYes("published") }
    let rungs = roots.flatMap { $0.entries("ladders") }.flatMap { $0.value.mapping?.mappings("rungs") ?? [] }
    let steps = roots.flatMap { $0.entries("responses") }.flatMap { $0.value.mapping?.mappings("steps") ?? [] }
    rules =
      roots.flatMap { $0.mappings("categories") }.compactMap { $0.scalar("house_rule") }
      + roots.compactMap { $0.mapping("house_rules") }.flatMap { $0.scalars("title") + $0.scalars("about") }
      + (published + published.flatMap { $0.mappings("rungs") }).compactMap { $0.scalar("title") }
    sayings = (rungs + steps).flatMap { $0.scalars("say") }
  }

  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let contacts = playbook.internalContacts
    let lexicons = playbook.enforcingLexicons.map { lexicon in
      (lexicon.definition.name, QuotedPhrases(lexicon.terms.map(\.term), except: lexicon.except))
    }
    for text in rules where rules.count * lexicons.count <= PublicInternals.mostPairs {
      for (name, terms) in lexicons {
        terms.forEachQuote(in: text) { report(.publicTerm($0, of: name, at: $1)) }
      }
    }
    for text in rules + sayings { contacts.forEachQuote(in: text) { report(.publicContact($0, at: $1)) } }
  }
}

/// Phrases that a text may quote.
private struct QuotedPhrases {
  private let phrases: [String]
  private let search: TermSet

  init(_ given: [String], except: [String] = []) {
    let read = given.compactMap { text in (try? Phrase(text)).map { (text, $0) } }
    phrases = read.map(\.0)
    search = TermSet(terms: read.map(\.1), except: except.compactMap { try? Phrase($0) })
  }

  /// Calls `visit` once with each phrase that the text quotes, and where.
  func forEachQuote(in scalar: YAMLScalar, _ visit: (String, Span) -> Void) {
    let text = WrittenText(scalar.text)
    var seen: Set<Int> = []
    for place in search.occurrences(in: text) where seen.insert(place.term).inserted {
      let before = text.excerpt(0..<place.range.lowerBound).count
      let quote = scalar.place(from: before, length: text.excerpt(place.range).count)
      visit(phrases[place.term], quote ?? scalar.span)
    }
  }
}

extension Playbook {
  /// How teams are reached, less what the house rules tell everybody.
  fileprivate var internalContacts: QuotedPhrases {
    let told = houseRules?.contact
    return QuotedPhrases(teams.compactMap(\.contact).filter { contact in told.map { !contact.isExactly($0) } ?? true })
  }

  /// The lexicons by which an enforcing category finds its comments.
  fileprivate var enforcingLexicons: [Lexicon] {
    var open = enforcingCategories.compactMap(\.clause?.when)
    var signals = Dictionary(self.signals.map { ($0.definition.name, $0) }, uniquingKeysWith: { first, _ in first })
    var names: Set<String> = []
    while let condition = open.popLast() {
      for part in condition.withParts {
        names.formUnion([part.usedLexicon, part.countedLexicon].compactMap { $0 })
        guard case .signal(let name) = part, let signal = signals.removeValue(forKey: name) else { continue }
        open.append(signal.clause.when)
      }
    }
    return lexicons.filter { names.contains($0.definition.name) }
  }
}

extension Condition {
  fileprivate var usedLexicon: String? {
    if case .uses(let lexicon) = self { lexicon } else { nil }
  }
}

extension Diagnostic {
  fileprivate static func publicTerm(_ term: String, of lexicon: String, at span: Span) -> Diagnostic {
    Diagnostic(
      "public-term", .warning, "the public reads `\(term.shown)` here, a term of `\(lexicon.shown)`", at: span,
      help: "say what is meant without the words that are looked for")
  }

  fileprivate static func publicContact(_ contact: String, at span: Span) -> Diagnostic {
    Diagnostic(
      "public-contact", .warning, "the public reads `\(contact.shown)` here, the contact of a team", at: span,
      help: "write the `contact` of `house_rules`, or leave it out")
  }
}
