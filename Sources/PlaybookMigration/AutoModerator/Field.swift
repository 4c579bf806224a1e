/// What a rule can be asked of: the two kinds of things that people post.
struct ItemKinds: OptionSet {
  let rawValue: Int
  static let comment = ItemKinds(rawValue: 1)
  static let submission = ItemKinds(rawValue: 2)
  static let both: ItemKinds = [.comment, .submission]
}

/// A text that rules search, and the fact in which a playbook has it.
struct Field {
  let name: String
  /// Nil for the comment's own text.
  let fact: String?
  let about: String
  let kinds: ItemKinds

  var isBody: Bool { fact == nil }
  /// Whether people write sentences in it, and not names or addresses.
  var isProse: Bool { ["title", "body", "crosspost_title", "media_title", "media_description"].contains(name) }

  /// How a text must stand in this field where a rule does not say.
  var usualMethod: SearchKey.Method {
    switch name {
    case "id", "flair_text", "flair_css_class", "flair_template_id", "media_author": .fullExact
    case "url", "media_author_url": .includes
    default: .includesWord
    }
  }

  /// The field of a name, if what the group speaks of has it.
  static func named(_ name: String, in group: Group) -> Field? {
    guard let words = words(of: name, in: group) else { return nil }
    let kinds: ItemKinds = group != .item || ["id", "body"].contains(name) ? .both : .submission
    if group == .item, name == "body" { return Field(name: name, fact: nil, about: words, kinds: kinds) }
    if group == .author, name == "name" { return Field(name: name, fact: "author.name", about: words, kinds: kinds) }
    return Field(name: name, fact: fact(name, of: group), about: words + emptiness(name, kinds), kinds: kinds)
  }

  /// The name of the fact that a playbook declares for something of a group.
  static func fact(_ name: String, of group: Group) -> String {
    switch group {
    case .item: "reddit.\(name)"
    case .parentSubmission: "reddit.parent_\(name)"
    default: "reddit.\(group.rawValue)_\(name)"
    }
  }

  private static func emptiness(_ name: String, _ kinds: ItemKinds) -> String {
    kinds == .submission ? "; empty where there is none" : ""
  }

  private static func words(of name: String, in group: Group) -> String? {
    switch group {
    case .item: words(ofItem: name)
    case .parentSubmission: words(ofPost: name).map { "\($0) of the submission under which the comment stands" }
    case .author: words(ofUser: name).map { "\($0) of the author" }
    case .crosspostAuthor: words(ofUser: name).map { "\($0) of the author of the submission that was crossposted" }
    case .crosspostSubreddit: name == "name" ? "The subreddit from which it was crossposted" : nil
    case .subreddit:
      switch name {
      case "name": "The name of this subreddit"
      case "event_label": "The label of the temporary event that is on in this subreddit"
      default: nil
      }
    }
  }

  private static func words(ofItem name: String) -> String? {
    switch name {
    case "crosspost_id": "The id of the submission that was crossposted"
    case "crosspost_title": "The title of the submission that was crossposted"
    case "body": "The text itself"
    case "id": "The id of the submission or comment, in base 36"
    default: words(ofPost: name).map { "\($0) of the submission" }
    }
  }

  private static func words(ofPost name: String) -> String? {
    switch name {
    case "id": "The id, in base 36,"
    case "title": "The title"
    case "domain": "The domain of the link, or `self.` and the name of the subreddit,"
    case "url": "The address of the link"
    case "body": "The text"
    case "media_author": "The name of the uploader of the media"
    case "media_author_url": "The address of the uploader of the media"
    case "media_title": "The title of the media"
    case "media_description": "The description of the media"
    case "poll_option_text": "The options of the poll, one a line,"
    default: words(ofFlair: name, "link flair")
    }
  }

  private static func words(ofUser name: String) -> String? {
    switch name {
    case "id": "The id, in base 36,"
    case "name": "The name"
    default: words(ofFlair: name, "flair")
    }
  }

  private static func words(ofFlair name: String, _ flair: String) -> String? {
    switch name {
    case "flair_text": "The text of the \(flair)"
    case "flair_css_class": "The CSS class of the \(flair)"
    case "flair_template_id": "The template of the \(flair)"
    default: nil
    }
  }
}
