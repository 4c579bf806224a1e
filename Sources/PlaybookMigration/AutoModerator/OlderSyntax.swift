import YAMLSyntax

/// The syntax that AutoModerator had before 2015 and that stands in old configurations: `modifiers`, `user_conditions`
/// and flairs in two keys. It is written as today's.
extension [AutoModeratorRule.Entry] {
  var inTodaysWords: [AutoModeratorRule.Entry] {
    withModifiersInKeys.flatMap { entry -> [AutoModeratorRule.Entry] in
      switch (entry.group, entry.key) {
      case (.item, "user_conditions"): entry.conditionsOnTheAuthor
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
    guard let modifiers = first("modifiers") else { return self }
    return filter { $0.key != "modifiers" }.map { entry in
      guard entry.group == .item, SearchKey.isWithoutModifiers(entry.key),
        let words = modifiers.value.modifiers(for: entry.key), !words.isEmpty
      else { return entry }
      return entry.under(key: entry.key + " (" + words.joined(separator: ", ") + ")")
    }
  }
}

extension AutoModeratorRule.Entry {
  fileprivate func under(key: String) -> Self { Self(group: group, key: key, keySpan: keySpan, value: value) }

  fileprivate var conditionsOnTheAuthor: [Self] {
    guard case .mapping(let mapping) = value else { return [self] }
    return mapping.entries.compactMap { inner in
      let key = inner.key.text.lowercased()
      let isAny = key == "must_satisfy" && inner.value.writtenText?.lowercased() == "any"
      if key == "must_satisfy" && !isAny { return nil }
      let yes = YAMLScalar(text: "true", style: .plain, span: inner.value.span)
      return Self(
        group: .author, key: isAny ? "satisfy_any_threshold" : key, keySpan: inner.key.span,
        value: isAny ? .scalar(yes) : inner.value)
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
    return values.scalars.map { $0.text.lowercased() }
  }
}
