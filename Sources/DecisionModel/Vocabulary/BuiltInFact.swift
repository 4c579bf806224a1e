/// A fact that every playbook may test without declaring it.
public struct BuiltInFact: Sendable {
  public let name: String
  public let type: FactType
  public let about: String

  public static let all: [BuiltInFact] = [
    .init("author.id", .identity, "Who wrote the comment, as the platform names them"),
    .init("author.name", .text, "The author's name as people see it"),
    .init("author.followers", .number, "How many follow the author"),
    .init("author.verified", .yesNo, "Whether the platform vouches for the author's identity"),
    .init("author.account_age", .duration, "How long the author's account has existed"),
    .init("author.roles", .words, "What the author is to us: staff, moderator, customer, press, …"),
    .init("post.id", .identity, "The post that holds the comment, as the platform names it"),
    .init("post.channel", .word, "Where the comment stands: facebook, x, e-mail, …"),
    .init("post.visibility", .word, "Who can see it: public or private"),
    .init("post.rating", .number, "The stars of a review"),
    .init("post.language", .word, "The language of the comment, as a tag such as en"),
    .init("post.at", .instant, "When the comment was posted"),
    .init("post.parent", .identity, "The comment that this one answers"),
    .init("post.top_level", .yesNo, "Whether the comment answers nothing"),
    .init("post.edited", .yesNo, "Whether the comment was changed after it was posted"),
    .init("post.reports", .number, "How many people reported the comment"),
    .init("thread.id", .identity, "The thread in which the comment stands"),
    .init("thread.age", .duration, "How long ago the thread began"),
    .init("thread.replies", .number, "How many comments the thread has"),
    .init("thread.agreeing", .number, "How many people agreed with the one who began the thread"),
    .init("thread.reach", .number, "How many people saw the thread"),
    .init(
      "thread.joined_by", .number,
      "How many people other than the one who began the thread wrote in it, this author included"),
    .init("thread.by_author", .number, "How many comments this author wrote in the thread, this one included"),
    .init(
      "thread.same_text", .number,
      "How many comments of the thread have this text, whoever wrote them, this one included"),
    .init("thread.category", .words, "The categories of the thread's earlier comments"),
    .init("case.open", .yesNo, "Whether a case with this author is open in the thread"),
    .init("case.comments", .number, "How many comments the case has"),
    .init("case.unanswered_for", .duration, "How long the case has waited for an answer"),
    .init("case.resolved_for", .duration, "How long the case has been resolved"),
  ]

  public static func named(_ name: String) -> BuiltInFact? { all.first { $0.name == name } }

  /// Where comments give a fact: the group that it stands in, and its key there.
  public static func place(of fact: String) -> (group: String, key: String) {
    let parts = fact.split(separator: ".", maxSplits: 1).map(String.init)
    return named(fact) != nil && parts.count == 2 ? (parts[0], parts[1]) : ("facts", fact)
  }

  private init(_ name: String, _ type: FactType, _ about: String) {
    self.name = name
    self.type = type
    self.about = about
  }
}
