import DecisionModel

/// What AutoModerator knows of a comment or submission, as far as the reference evaluator asks.
struct Post {
  /// `comment`, `text` or `link`.
  var type = "comment"
  var body = ""
  var title = ""
  var domain = ""
  var url = ""
  var flair = ""
  var parentTitle = ""
  var authorName = "some_one"
  var authorFlair = ""
  var roles: Set<String> = []
  var ageInMinutes = 1_000_000
  var karma: [String: Int] = [:]
  var reports = 0
  var isEdited = false
  var isTopLevel = true

  var isComment: Bool { type == "comment" }

  /// The line that a caller of Decorum writes for it, by what the declared facts ask for.
  func line(for facts: Set<String>) -> [UInt8] {
    var given: [JSONMember] = []
    func give(_ name: String, _ value: JSONValue) {
      if facts.contains(name) { given.append(JSONMember(name, value)) }
    }
    give("reddit.type", .array((isComment ? ["comment"] : ["submission", type]).map { .text($0) }))
    for (name, text) in texts { give(name, .text(text)) }
    for (name, count) in karma { give("reddit.\(name)", .number(Double(count))) }
    let author: [JSONMember] = [
      JSONMember("name", .text(authorName)), JSONMember("account_age", .text("\(ageInMinutes) minutes")),
      JSONMember("roles", .array(roles.sorted().map { .text($0) })),
    ]
    let post: [JSONMember] = [
      JSONMember("reports", .number(Double(reports))), JSONMember("edited", .bool(isEdited)),
      JSONMember("top_level", .bool(isTopLevel)),
    ]
    var writer = JSONWriter()
    writer.value(
      .object([
        JSONMember("text", .text(body)), JSONMember("author", .object(author)), JSONMember("post", .object(post)),
        JSONMember("facts", .object(given)),
      ]))
    return writer.bytes
  }

  private var texts: [(String, String)] {
    [
      ("reddit.title", title), ("reddit.domain", domain), ("reddit.url", url), ("reddit.flair_text", flair),
      ("reddit.flair_css_class", ""), ("reddit.parent_title", parentTitle), ("reddit.parent_flair_text", ""),
      ("reddit.parent_flair_css_class", ""), ("reddit.author_flair_text", authorFlair),
      ("reddit.author_flair_css_class", ""), ("reddit.media_author_url", ""), ("reddit.media_author", ""),
      ("reddit.author_flair_template_id", ""), ("reddit.flair_template_id", ""),
      ("reddit.parent_flair_template_id", ""),
    ]
  }
}
