public import DecisionModel

/// What is remembered of a feed from one time to the next.
public struct FeedState: Hashable, Sendable {
  public var marks = FeedMarks()
  /// When it was asked for last, and when it last gave an answer that could be read.
  public var asked: Instant?
  public var answered: Instant?
  /// When it is asked for again.
  public var next: Instant?
  /// How often in a row nothing came of asking.
  public var failures = 0
  /// Why not, the last time.
  public var trouble: String?
  /// Whether it is there no more, and so is not asked for again.
  public var isGone = false

  public init() {}
}

// As one text of JSON, so that a store keeps it without looking into it.
extension FeedState {
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("etag", marks.etag)
      $0.member("last_modified", marks.lastModified)
      $0.member("asked", asked)
      $0.member("answered", answered)
      $0.member("next", next)
      $0.member("failures", failures == 0 ? nil : failures)
      $0.member("trouble", trouble)
      $0.member("gone", isGone ? true : nil)
    }
    return writer.bytes
  }

  /// - Throws: `JSONProblem` for what is no such text. What has another type than it should is left out: nothing worse
  ///   follows than that a feed is read once more.
  public init(json: [UInt8]) throws(JSONProblem) {
    let value = try JSONValue(parsing: json)
    marks = FeedMarks(etag: value["etag"]?.string, lastModified: value["last_modified"]?.string)
    asked = value["asked"]?.string.flatMap { Instant($0) }
    answered = value["answered"]?.string.flatMap { Instant($0) }
    next = value["next"]?.string.flatMap { Instant($0) }
    failures = max(value["failures"]?.wholeNumber ?? 0, 0)
    trouble = value["trouble"]?.text
    isGone = value["gone"]?.bool ?? false
  }
}
