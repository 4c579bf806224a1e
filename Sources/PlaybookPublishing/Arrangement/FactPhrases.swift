import DecisionModel
import PlaybookModel

/// How a sentence speaks of a fact.
struct FactPhrase {
  enum Form {
    /// "the rating is at most 2"
    case quality
    /// "the author's roles include “staff”"
    case plural
    /// "the author has at least 5 followers"
    case amount(owner: String, Noun)
    /// "the comment was edited", "the comment was not edited"
    case yesNo(yes: String, no: String)
  }

  let subject: Prose
  let form: Form
  /// What the fact's words are the names of.
  let named: Titles.Kind?

  init(_ subject: Prose, _ form: Form = .quality, naming named: Titles.Kind? = nil) {
    self.subject = subject
    self.form = form
    self.named = named
  }

  /// The phrase of a fact of the language.
  static func builtIn(_ name: String) -> FactPhrase? {
    builtIn.first { $0.name.utf8.elementsEqual(name.utf8) }?.phrase
  }

  /// The phrase of a fact that a playbook declares: what its `about` says in few words, or else its name.
  static func declared(_ name: String, in titles: Titles) -> FactPhrase {
    guard let definition = titles.definition(.fact, name) else {
      return FactPhrase(.emphasis(Prose(Definition.label(of: name).withSmallInitial)))
    }
    let spoken = definition.title ?? definition.shortAbout ?? definition.label
    return FactPhrase(.link(.emphasis(Prose(spoken.withSmallInitial)), to: titles.anchor(.fact, name)))
  }

  private static let builtIn: [(name: String, phrase: FactPhrase)] = [
    ("author.id", FactPhrase("the author")),
    ("author.name", FactPhrase("the author's name")),
    (
      "author.followers",
      FactPhrase(
        "the number of the author's followers", .amount(owner: "the author", Noun("follower")))
    ),
    (
      "author.verified",
      FactPhrase(
        "whether the platform vouches for the author",
        .yesNo(yes: "the platform vouches for the author", no: "the platform does not vouch for the author"))
    ),
    ("author.account_age", FactPhrase("the age of the author's account")),
    ("author.roles", FactPhrase("the author's roles", .plural)),
    ("post.id", FactPhrase("the comment")),
    ("post.channel", FactPhrase("the channel", naming: .channel)),
    ("post.visibility", FactPhrase("the comment's visibility")),
    ("post.rating", FactPhrase("the rating")),
    ("post.language", FactPhrase("the comment's language")),
    ("post.at", FactPhrase("the time of the comment")),
    ("post.parent", FactPhrase("the comment that it answers")),
    (
      "post.top_level",
      FactPhrase(
        "whether the comment answers another",
        .yesNo(yes: "the comment answers no other", no: "the comment answers another"))
    ),
    (
      "post.edited",
      FactPhrase(
        "whether the comment was edited", .yesNo(yes: "the comment was edited", no: "the comment was not edited"))
    ),
    (
      "post.reports",
      FactPhrase(
        "the number of people who reported the comment", .amount(owner: "the comment", Noun("report")))
    ),
    ("thread.id", FactPhrase("the thread")),
    ("thread.age", FactPhrase("the time since the thread began")),
    (
      "thread.replies",
      FactPhrase("the number of comments in the thread", .amount(owner: "the thread", Noun("comment")))
    ),
    ("thread.agreeing", FactPhrase("the number of people who agreed with the one who began the thread")),
    ("thread.reach", FactPhrase("the number of people who saw the thread")),
    ("thread.joined_by", FactPhrase("the number of other people who joined in the thread")),
    ("thread.by_author", FactPhrase("the number of comments that the author wrote in the thread")),
    ("thread.same_text", FactPhrase("the number of comments in the thread with the same text")),
    ("thread.category", FactPhrase("the categories of the thread's earlier comments", .plural, naming: .category)),
    (
      "case.open",
      FactPhrase(
        "whether a case with the author is open",
        .yesNo(yes: "a case with the author is open", no: "no case with the author is open"))
    ),
    ("case.comments", FactPhrase("the number of comments in the case", .amount(owner: "the case", Noun("comment")))),
    ("case.unanswered_for", FactPhrase("the time for which the case has waited for an answer")),
    ("case.resolved_for", FactPhrase("the time since the case was resolved")),
  ]
}

extension Definition {
  /// The `about`, where it is so short that it can stand in a sentence.
  fileprivate var shortAbout: String? {
    guard let about, !about.isEmpty, about.count <= 60, !about.dropLast().contains(where: \.isNewline) else {
      return nil
    }
    return String(about.last?.isNewline ?? false ? about.dropLast() : about[...])
  }
}
