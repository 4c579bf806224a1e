public import DecisionModel
import DecisionOracle

extension Reviewer {
  /// Reads a draft from JSON: an object with `reply`, and with `comment` (a text, or an object as the engine reads it),
  /// `plan`, `channel` and `earlier` (a list of texts) where they are known. What is `null` is not given.
  ///
  /// - Parameter now: the instant of the decision where the comment has none.
  /// - Throws: `CommentProblem` for what is no draft, and for a plan that the playbook does not have.
  public func draft(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Draft {
    guard let members = json.object else { throw CommentProblem("A draft is an object.") }
    guard let reply = json["reply"] else { throw CommentProblem("The draft has no `reply`.") }
    var draft = Draft(text: try text(reply, "reply"))
    for member in members {
      let value = member.value
      switch member.keyText {
      case "reply": break
      case _ where value.isNull: break
      case "comment": draft.comment = try comment(value, now: now)
      case "plan": draft.plan = try plan(String(decoding: try text(value, "plan"), as: UTF8.self))
      case "channel": draft.channel = String(decoding: try text(value, "channel"), as: UTF8.self)
      case "earlier": draft.earlier = try earlier(value)
      default: draft.unknownKeys.append(member.keyText)
      }
    }
    draft.unknownKeys += draft.comment?.unknownKeys ?? []
    guard draft.plan != nil || draft.comment != nil else {
      throw CommentProblem("The draft has neither a `plan` nor a `comment`, so nothing says what it is held to.")
    }
    return draft
  }

  /// Reviews one line of JSON. Every line gets a review, so that as many come out as went in.
  ///
  /// - Parameter earlier: replies that were sent before, beside those which the line itself names.
  /// - Returns: the review, and the keys of the draft that the language does not have.
  public func review(
    line: some Sequence<UInt8>, now: Instant, earlier: [[UInt8]] = []
  ) -> (review: Review, unknownKeys: [String]) {
    do {
      var draft = try draft(try JSONValue(parsing: Array(line)), now: now)
      draft.earlier += earlier
      return (review(draft), draft.unknownKeys)
    } catch let problem as CommentProblem {
      return (.trouble(problem.sentence, playbook: engine.playbook), [])
    } catch {
      return (.trouble("This line is no JSON: \(error)", playbook: engine.playbook), [])
    }
  }

  /// The name of a plan.
  ///
  /// - Throws: where the playbook has no plan of the name.
  public func plan(_ name: String) throws(CommentProblem) -> String {
    guard program.plans.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      let known = program.plans.map { "`\($0.name)`" }.joined(separator: ", ")
      throw CommentProblem("There is no plan `\(name)`; the playbook has \(known.isEmpty ? "none" : known).")
    }
    return name
  }

  private func comment(_ value: JSONValue, now: Instant) throws(CommentProblem) -> Comment {
    if let text = value.string { return Comment(text: text, now: now) }
    return try engine.comment(value, now: now)
  }

  private func earlier(_ value: JSONValue) throws(CommentProblem) -> [[UInt8]] {
    guard case .array(let values) = value else { throw CommentProblem("`earlier` is no list of replies.") }
    var texts: [[UInt8]] = []
    for value in values { texts.append(try text(value, "earlier")) }
    return texts
  }

  private func text(_ value: JSONValue, _ key: String) throws(CommentProblem) -> [UInt8] {
    guard let text = value.string else { throw CommentProblem("`\(key)` is no text.") }
    return text
  }
}

extension Review {
  /// The review of what is no draft, or none that can be read.
  public static func trouble(_ sentence: String, playbook: PlaybookVersion) -> Review {
    var review = Review(playbook: playbook)
    review.trouble = sentence
    return review
  }
}
