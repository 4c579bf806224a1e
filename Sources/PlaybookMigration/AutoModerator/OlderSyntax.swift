import YAMLSyntax

/// The syntax that AutoModerator had before 2015 and that stands in old configurations: `modifiers`, `user_conditions`,
/// flairs in two keys, and other names of fields. It is written as today's.
extension [AutoModeratorRule.Entry] {
  var inTodaysWords: [AutoModeratorRule.Entry] {
    withModifiersInKeys.flatMap { entry -> [AutoModeratorRule.Entry] in
      switch (entry.group, entry.key) {
      case (.item, "user_conditions"): entry.conditionsOnTheAuthor
      case (.item, "is_reply"): [entry.asTopLevel]
      case (.item, "link_flair_text"): [entry.flair(of: .item, beside: first("link_flair_class"))]
      case (.item, "user_flair_text"): [entry.flair(of: .author, beside: first("user_flair_class"))]
      case (.item, "link_flair_class") where first("link_flair_text") != nil: []
      case (.item, "user_flair_class") where first("user_flair_text") != nil: []
      default: [entry]
      }
    }
  }

  private func first(_ key: String) -> AutoModeratorRule.Entry? { first { $0.group == .item && $0.key == key } }

  /// `modifiers: includes` holds for every search, `modifiers: {title: includes}` for one.
  private var withModifiersInKeys: [AutoModeratorRule.Entry] {
    let modifiers = first("modifiers")
    return filter { $0.group != .item || $0.key != "modifiers" }.map { entry in
      entry.group == .item ? entry.searching(as: modifiers?.value.modifiers(for: entry.key) ?? []) : entry
    }
  }
}

/// A field that has another name today.
private struct OlderField {
  let group: Group
  let name: String

  init?(_ key: String) {
    switch key {
    case "user": (group, name) = (.author, "name")
    case "author_flair_text": (group, name) = (.author, "flair_text")
    case "author_flair_css_class": (group, name) = (.author, "flair_css_class")
    case "media_user": (group, name) = (.item, "media_author")
    case "link_id": (group, name) = (.parentSubmission, "id")
    case "link_title": (group, name) = (.parentSubmission, "title")
    case "link_url": (group, name) = (.parentSubmission, "url")
    default: return nil
    }
  }
}

extension AutoModeratorRule.Entry {
  /// The search with its modifiers behind it, and under the name that its field has today.
  fileprivate func searching(as modifiers: [String]) -> Self {
    let field = OlderField(key)
    guard field != nil || SearchKey.isWithoutModifiers(key) else { return self }
    var words = modifiers.filter { $0 != "inverse" }
    let sign = modifiers.contains("inverse") && !key.hasPrefix("~") ? "~" : ""
    // A user's name was asked for as a whole, and is looked for as a word today.
    if key == "user", !words.contains(where: { SearchKey.Method(rawValue: $0) != nil }) { words.append("full-exact") }
    let suffix = words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
    return Self(
      group: field?.group ?? group, key: sign + (field?.name ?? key) + suffix, keySpan: keySpan, value: value)
  }

  /// `is_reply` as the opposite of `is_top_level`.
  fileprivate var asTopLevel: Self {
    guard let isReply = value.yesNo else { return self }
    return Self(group: .item, key: "is_top_level", keySpan: keySpan, value: .word(isReply ? "false" : "true", value))
  }

  fileprivate var conditionsOnTheAuthor: [Self] {
    guard case .mapping(let mapping) = value else { return [self] }
    let isAny = mapping["must_satisfy"]?.writtenText?.lowercased() == "any"
    return mapping.entries.flatMap { inner -> [Self] in
      let key = inner.key.text.lowercased()
      func condition(_ key: String, _ value: YAMLNode) -> Self {
        Self(group: .author, key: key, keySpan: inner.key.span, value: value)
      }
      if key == "must_satisfy" { return isAny ? [condition("satisfy_any_threshold", .word("true", inner.value))] : [] }
      if isAny && key.hasPrefix("is_") { return [condition("\(key) (must_satisfy: any)", inner.value)] }
      if key == "rank", !isAny, let roles = inner.value.rolesOfRank {
        return roles.map { condition($0.key, .word($0.value, inner.value)) }
      }
      return [condition(key, inner.value)]
    }
  }

  fileprivate func flair(of group: Group, beside style: Self?) -> Self {
    let items = [value] + (style.map { [$0.value] } ?? [])
    return Self(
      group: group, key: "set_flair", keySpan: keySpan,
      value: .sequence(YAMLSequence(items: items, isFlow: true, span: value.span)))
  }
}

extension YAMLNode {
  fileprivate func modifiers(for key: String) -> [String]? {
    if case .mapping(let mapping) = self {
      let name = key.hasPrefix("~") ? String(key.dropFirst()) : key
      return mapping.entries.first { $0.key.text.lowercased() == name }?.value.modifiers(for: key)
    }
    return values.scalars.flatMap { scalar in
      scalar.text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
    }
  }
  /// A word in the place of what was written.
  fileprivate static func word(_ text: String, _ written: YAMLNode) -> YAMLNode {
    .scalar(YAMLScalar(text: text, style: .plain, span: written.span))
  }

  /// The ranks were user, contributor and moderator, each above the one before.
  fileprivate var rolesOfRank: [(key: String, value: String)]? {
    switch writtenText.map({ $0.lowercased().filter { $0 != " " } }) {
    case "<contributor", "user", "=user", "==user": [("is_contributor", "false"), ("is_moderator", "false")]
    case "contributor", "=contributor", "==contributor": [("is_contributor", "true"), ("is_moderator", "false")]
    case "<moderator": [("is_moderator", "false")]
    case ">contributor", "moderator", "=moderator", "==moderator": [("is_moderator", "true")]
    default: nil
    }
  }
}
