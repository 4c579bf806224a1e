import DecisionEngine
import DecisionModel

/// A submission as far as it can be read: one that cannot is decided, too, and a person looks at it.
struct ReadSubmission {
  let submission: Submission
  private(set) var comment: Comment
  /// Why it could not be read.
  private(set) var trouble: String?
  private(set) var author: [UInt8]?
  private(set) var thread: [UInt8]?
  private(set) var posted: Instant?
  /// Whether the comment does not say what it is called.
  private(set) var isNameless = false

  /// How the platform names the comment, or what stands for it.
  var id: [UInt8] { comment.id ?? submission.spareID }

  init(_ submission: Submission, by decider: Decider, now: Instant) {
    self.submission = submission
    comment = Comment(text: submission.line, now: now)
    do {
      let json = try JSONValue(parsing: submission.line)
      comment.id = json["id"]?.string.flatMap { $0.count <= Comment.greatestIdentity ? $0 : nil }
      author = json["author"]?["id"]?.string.flatMap { $0.count <= Comment.greatestIdentity ? $0 : nil }
      comment = try decider.comment(json, now: now)
      author = decider.engine.identity("author.id", of: comment)
      thread = decider.engine.identity("thread.id", of: comment)
      posted = decider.engine.posted(comment)
    } catch {
      trouble = (error as? CommentProblem)?.sentence ?? "This line is no JSON: \(error)"
    }
    isNameless = comment.id == nil
  }
}

// What the engine knows of a comment by the names of the language.
extension Engine {
  private func fact(_ name: String, of comment: Comment) -> FactValue? { rulebook.fact(name, of: comment) }

  /// An identity; one that is empty names nobody.
  func identity(_ name: String, of comment: Comment) -> [UInt8]? {
    guard case .bytes(let bytes) = fact(name, of: comment), !bytes.isEmpty else { return nil }
    return bytes
  }

  func posted(_ comment: Comment) -> Instant? {
    guard case .instant(let posted) = fact("post.at", of: comment) else { return nil }
    return posted
  }

  /// The instant from which deadlines count and at which a strike falls.
  func start(of comment: Comment) -> Instant { posted(comment) ?? comment.now }

  func channel(of comment: Comment) -> ChannelRule? { rulebook.channel(of: comment) }

  func history(of comment: Comment, on ladder: String) -> LadderHistory? {
    rulebook.names.ladders[ladder].flatMap { comment.histories[$0] }
  }
}

extension JSONValue {
  /// The object with one more member.
  func adding(_ key: String, _ value: JSONValue) -> JSONValue { .object((object ?? []) + [JSONMember(key, value)]) }
}
