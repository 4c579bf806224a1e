public import DecisionModel

/// Whatever decides about comments: the engine, and the oracle that it is held against.
public protocol CommentDecider {
  /// The playbook, its version and the digest of the program.
  var playbook: PlaybookVersion { get }

  /// Reads a comment from JSON.
  ///
  /// Its keys are `id`, `text`, `author`, `post`, `thread`, `history`, `case`, `facts`, `modes`, `channel`, `now` and
  /// `brakes`; those that the language does not have are passed over and named in `unknownKeys`. What is `null` is not
  /// given. Durations are seconds or a text such as `3 days`; instants without an offset are in the playbook's zone.
  ///
  /// - Parameter now: The instant of the decision where the comment has none.
  /// - Throws: `CommentProblem` for a comment without text and for a value of another type than its key has.
  func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Comment

  /// Decides what is to be done about a comment. The same comment always gets the same decision.
  func decide(_ comment: Comment) -> Decision
}

extension CommentDecider {
  /// Decides about a comment in JSON; one that cannot be read is held, and the decision says why.
  public func decide(json: JSONValue, now: Instant) -> Decision {
    do {
      return decide(try comment(json, now: now))
    } catch {
      return trouble(error.sentence, json)
    }
  }

  /// Decides about one line of JSON. Every line gets a decision, so that as many come out as went in.
  ///
  /// - Returns: The decision, and the keys of the comment that the language does not have.
  public func decide(line: some Sequence<UInt8>, now: Instant) -> (decision: Decision, unknownKeys: [String]) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: Array(line))
    } catch {
      return (.trouble("This line is no JSON: \(error)", playbook: playbook), [])
    }
    do {
      let comment = try comment(json, now: now)
      return (decide(comment), comment.unknownKeys)
    } catch {
      return (trouble(error.sentence, json), [])
    }
  }

  /// A decision about a comment that cannot be read, with its name as far as that can be.
  private func trouble(_ sentence: String, _ json: JSONValue) -> Decision {
    let id = json["id"]?.string.flatMap { $0.count <= Comment.greatestIdentity ? $0 : nil }
    return .trouble(sentence, playbook: playbook, comment: id)
  }
}
