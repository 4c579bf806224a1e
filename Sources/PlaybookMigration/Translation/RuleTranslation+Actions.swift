import Diagnostics
import YAMLSyntax

extension RuleTranslation {
  /// Reads something that the rule does; false where the key is no such thing.
  mutating func translateAction(_ entry: AutoModeratorRule.Entry) -> Bool {
    switch (entry.group, entry.key) {
    case (.item, "comment"), (.item, "message"), (.item, "modmail"): speak(entry)
    case (.item, "action"), (.parentSubmission, "action"): act(entry)
    case (.item, "set_flair"), (.author, "set_flair"), (.parentSubmission, "set_flair"),
      (.crosspostAuthor, "set_flair"):
      setFlair(entry)
    case (.item, _), (.parentSubmission, _): return set(entry)
    default: return false
    }
    return true
  }

  // MARK: Removing, approving, reporting

  private mutating func act(_ entry: AutoModeratorRule.Entry) {
    actions += 1
    let isItem = entry.group == .item
    keepReason(of: entry.group)
    switch (entry.value.writtenText?.lowercased(), isItem) {
    case ("remove", true): orders.order("remove")
    case ("spam", true):
      orders.order("remove")
      orders.order(declarations.action("mark_as_spam", "mark it as spam", kind: "enforce"))
    case ("filter", true):
      orders.order("hide")
      orders.tellModerators()
    case ("approve", true): orders.order("publish")
    case ("report", _): orders.tellModerators()
    case (let word?, false) where ["remove", "spam", "filter", "approve"].contains(word):
      orders.order(
        declarations.action(
          "\(word)_parent", "\(word) the submission above", kind: word == "approve" ? "record" : "enforce"))
    default: lose(entry, expected: "`approve`, `remove`, `spam`, `filter` or `report`")
    }
  }

  private mutating func keepReason(of group: Group) {
    guard let reason = entry("action_reason", "report_reason", in: group)?.value.writtenText, !reason.isEmpty else {
      return
    }
    let line = group == .item ? "Reason: \(reason)" : "Reason for the submission above: \(reason)"
    if !orders.about.contains(where: { $0.utf8.elementsEqual(line.utf8) }) { orders.about.append(line) }
  }

  // MARK: Saying

  private mutating func speak(_ entry: AutoModeratorRule.Entry) {
    guard let text = entry.value.writtenText else {
      if case .scalar(let scalar) = entry.value, scalar.isAbsent { return }
      return lose(entry, expected: "a text")
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
    actions += 1
    switch entry.key {
    case "comment": comment(text, entry)
    case "message": message(text, entry)
    default:
      orders.tellModerators()
      let subject = self.entry("modmail_subject")?.value.writtenText
      orders.about.append("Modmail\(subject.map { " “\($0)”" } ?? ""):\n\n" + text.withoutLastLineEnds)
    }
  }

  private mutating func comment(_ text: String, _ entry: AutoModeratorRule.Entry) {
    if orders.say != nil { return }
    orders.order("reply")
    orders.say = wording(of: text, entry)
    if self.entry("comment_stickied")?.value.yesNo == true {
      orders.order(declarations.action("sticky_reply", "keep our reply at the top"))
    }
    if self.entry("comment_locked")?.value.yesNo == true {
      orders.order(declarations.action("lock_reply", "lock our reply"))
    }
  }

  private mutating func message(_ text: String, _ entry: AutoModeratorRule.Entry) {
    if let subject = self.entry("message_subject")?.value.writtenText {
      orders.about.append("Subject of the message: \(subject)")
    }
    let words = wording(of: text, entry)
    if self.entry("comment")?.value.writtenText == nil {
      orders.order("message")
      orders.say = words
    } else {
      orders.message = (declarations.unused(name + "-message", joiner: "-"), words)
    }
  }

  // MARK: Flairs and marks

  private mutating func setFlair(_ entry: AutoModeratorRule.Entry) {
    guard let flair = Flair(entry.value) else {
      return lose(entry, expected: "a text, or a list of text and CSS class")
    }
    actions += 1
    if entry.group == .item { kinds.formIntersection(.submission) }
    let overwrites = self.entry("overwrite_flair", in: entry.group) ?? self.entry("overwrite_flair")
    if flair.isFilledIn {
      findings.append(
        .withoutEqual(
          entry, "AutoModerator fills a part of the flair in, which the playbook cannot",
          help: "write a rule for each flair, or have it filled in by what carries the decision out"))
      isInPart = true
    }
    let whose = RuleTranslation.flairs[entry.group] ?? ("flair", "give it the flair")
    let condition = overwrites?.value.yesNo == true ? ", whatever flair there is" : ""
    orders.order(
      declarations.action("\(whose.name)_\(flair.shortName)", "\(whose.title) \(flair.words)\(condition)".onOneLine))
  }

  private static let flairs: [Group: (name: String, title: String)] = [
    .author: ("flair_author", "give the author the flair"),
    .parentSubmission: ("flair_parent", "give the submission above the flair"),
    .crosspostAuthor: ("flair_crosspost_author", "give the author of the crosspost the flair"),
  ]

  /// Reads `set_…`; false where the key is none.
  private mutating func set(_ entry: AutoModeratorRule.Entry) -> Bool {
    guard entry.key.hasPrefix("set_") else { return false }
    let value = entry.value.writtenText?.lowercased() ?? ""
    if entry.group == .item && entry.key != "set_locked" { kinds.formIntersection(.submission) }
    if let mark = RuleTranslation.marks[entry.key] {
      let isPlace = entry.key == "set_sticky" && entry.value.wholeNumber != nil
      guard let isOn = entry.value.yesNo ?? (isPlace ? true : nil) else {
        lose(entry, expected: "`true` or `false`")
        return true
      }
      order(entry, isOn ? mark.on : mark.off, value: isPlace ? value : nil, undone: !isOn)
    } else if entry.key == "set_suggested_sort", !value.isEmpty {
      let sort = value == "confidence" ? "best" : value
      guard RuleTranslation.sorts.contains(sort) else {
        lose(entry, expected: "one of " + RuleTranslation.sorts.map { "`\($0)`" }.joined(separator: ", "))
        return true
      }
      order(entry, "sort comments by", value: sort)
    } else if entry.key == "set_post_crowd_control_level", !value.isEmpty {
      order(entry, "set crowd control to", value: value)
    } else {
      return false
    }
    actions += 1
    return true
  }

  /// Orders what a key sets, under the key's own name; the language has a word for one of them.
  private mutating func order(
    _ entry: AutoModeratorRule.Entry, _ title: String, value: String? = nil, undone: Bool = false
  ) {
    let isItem = entry.group == .item
    if entry.key == "set_locked" && isItem && !undone { return orders.order("lock") }
    let key = isItem ? entry.key : entry.key.replacing("set_", with: "set_parent_", maxReplacements: 1)
    let name = [undone ? "un" + key : key, value].compactMap { $0 }.joined(separator: "_")
    let whole = [title, value, isItem ? nil : "(the submission above)"].compactMap { $0 }.joined(separator: " ")
    orders.order(declarations.action(name, whole.onOneLine))
  }

  private static let sorts = [
    "best", "new", "qa", "top", "controversial", "hot", "old", "random", "live", "blank",
  ]

  private static let marks: [String: (on: String, off: String)] = [
    "set_sticky": ("make it sticky", "end its being sticky"),
    "set_nsfw": ("mark it as not safe for work", "mark it as safe for work"),
    "set_spoiler": ("mark it as a spoiler", "mark it as no spoiler"),
    "set_contest_mode": ("start contest mode", "end contest mode"),
    "set_original_content": ("mark it as original content", "mark it as not original"),
    "set_locked": ("lock it", "unlock it"),
  ]
}

/// A flair as a rule writes it: a text, a list of text and class, or a mapping with a template.
private struct Flair {
  private let text: String
  private let style: String
  private let template: String

  init?(_ value: YAMLNode) {
    switch value {
    case .scalar(let scalar):
      guard !scalar.isUnreadable else { return nil }
      (text, style, template) = (scalar.text, "", "")
    case .sequence:
      let found = value.values
      guard found.others.isEmpty, found.scalars.count <= 2 else { return nil }
      (text, style, template) = (found.scalars.first?.text ?? "", found.scalars.dropFirst().first?.text ?? "", "")
    case .mapping(let mapping):
      func part(_ key: String) -> String { mapping[key]?.writtenText ?? "" }
      guard mapping.entries.allSatisfy({ ["text", "css_class", "template_id"].contains($0.key.text) }) else {
        return nil
      }
      (text, style, template) = (part("text"), part("css_class"), part("template_id"))
    }
  }

  /// Whether it holds placeholders.
  var isFilledIn: Bool { (text + style + template).contains("{{") }

  var shortName: String {
    Slug(text.isEmpty ? style.isEmpty ? template : style : text, joiner: "_", most: 4, orElse: "as_given").text
  }

  var words: String {
    let parts = [style.isEmpty ? "" : "class `\(style)`", template.isEmpty ? "" : "template `\(template)`"]
      .filter { !$0.isEmpty }
    if text.isEmpty { return parts.isEmpty ? "without words" : "of " + parts.joined(separator: " and ") }
    return "“\(text)”" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }
}

extension String {
  /// The text with spaces for everything that is no line of text.
  var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
  }

  var withoutLastLineEnds: String {
    let isEnd: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == " " || $0 == "\r" }
    return String(String.UnicodeScalarView(unicodeScalars.reversed().drop(while: isEnd).reversed()))
  }
}
