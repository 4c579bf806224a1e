import Diagnostics
import Foundation
import YAMLSyntax

@testable import PlaybookMigration

/// What one rule of AutoModerator decides about a post, slowly and as its documentation and its last published source
/// (reddit-archive/reddit, `r2/lib/automoderator.py`) say: each search is one pattern of Python's `re`, made of the values.
///
/// It knows nothing of how rules are taken over; only the reading of the configuration is shared.
struct ReferenceEvaluator {
  /// What stands in a rule and is not evaluated here: such a rule is passed over.
  enum Beyond: Error { case key(String) }

  private let rule: AutoModeratorRule
  private var patterns: [String: NSRegularExpression] = [:]

  init(_ rule: AutoModeratorRule) { self.rule = rule }

  /// Whether the rule holds.
  mutating func holds(for post: Post) throws -> Bool {
    guard try isAsked(of: post) else { return false }
    for group in [Group.item, .author, .parentSubmission] {
      let entries = lastEntries(of: group)
      if group == .parentSubmission && !entries.isEmpty && !post.isComment { return false }
      if !(try checksHold(entries, group, post)) { return false }
      if !(try thresholdsHold(entries, post)) { return false }
      if !(try searchesHold(entries, group, post)) { return false }
    }
    if rule.entries.contains(where: { ![.item, .author, .parentSubmission].contains($0.group) }) {
      throw Beyond.key("group")
    }
    return true
  }

  private func lastEntries(of group: Group) -> [AutoModeratorRule.Entry] {
    var last: [String: AutoModeratorRule.Entry] = [:]
    for entry in rule.entries where entry.group == group { last[entry.key] = entry }
    return last.values.sorted { $0.keySpan.start < $1.keySpan.start }
  }

  // MARK: What it is asked of

  private func isAsked(of post: Post) throws -> Bool {
    let action = rule["action"]?.value.writtenText ?? ""
    let isExempting = rule["moderators_exempt"]?.value.yesNo ?? ["remove", "spam", "filter", "report"].contains(action)
    if isExempting && post.roles.contains("moderator") { return false }
    switch rule["type"]?.value.writtenText ?? "any" {
    case "any": break
    case "comment": if !post.isComment { return false }
    case "submission": if post.isComment { return false }
    case "text submission": if post.type != "text" { return false }
    case "link submission": if post.type != "link" { return false }
    case let other: throw Beyond.key("type \(other)")
    }
    let ofSubmissions = [
      "set_flair", "set_nsfw", "set_spoiler", "set_suggested_sort", "set_sticky", "set_contest_mode",
    ]
    if post.isComment && rule.entries.contains(where: { $0.group == .item && ofSubmissions.contains($0.key) }) {
      return false
    }
    return true
  }

  // MARK: Checks

  private func checksHold(_ entries: [AutoModeratorRule.Entry], _ group: Group, _ post: Post) throws -> Bool {
    for entry in entries {
      let value = entry.value.writtenText ?? ""
      switch (group, entry.key) {
      case (.item, "reports"): if post.reports < Int(value) ?? 0 { return false }
      case (.item, "body_longer_than"): if trimmed(post.body).count <= Int(value) ?? 0 { return false }
      case (.item, "body_shorter_than"): if trimmed(post.body).count >= Int(value) ?? 0 { return false }
      case (.item, "is_edited"): if post.isEdited != isTrue(value) { return false }
      case (.item, "is_top_level"): if !post.isComment || post.isTopLevel != isTrue(value) { return false }
      case (.author, "is_moderator"): if post.roles.contains("moderator") != isTrue(value) { return false }
      case (.author, "is_contributor"): if post.roles.contains("contributor") != isTrue(value) { return false }
      case (.author, "is_submitter"): if post.roles.contains("submitter") != isTrue(value) { return false }
      case (_, "standard"), (_, "ignore_blockquotes"), (_, "is_gold"), (_, "is_gallery"), (_, "is_poll"),
        (_, "contributor_quality"), (_, "poll_option_count"), (_, "discussion_type"), (_, "is_original_content"),
        (_, "past_archive_date"), (_, "has_verified_email"), (_, "is_meta_discussion"):
        throw Beyond.key(entry.key)
      case (.parentSubmission, "is_edited"), (.parentSubmission, "reports"): throw Beyond.key(entry.key)
      default: break
      }
    }
    return true
  }

  private func isTrue(_ value: String) -> Bool { ["true", "yes", "on"].contains(value.lowercased()) }

  /// Without what is no letter, digit or underscore at both ends.
  private func trimmed(_ text: String) -> [Unicode.Scalar] {
    let isWord: (Unicode.Scalar) -> Bool = {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
    }
    return Array(text.unicodeScalars.drop { !isWord($0) }.reversed().drop { !isWord($0) })
  }

  private func thresholdsHold(_ entries: [AutoModeratorRule.Entry], _ post: Post) throws -> Bool {
    var results: [Bool] = []
    for entry in entries {
      let value = entry.value.writtenText ?? ""
      if entry.key == "account_age" {
        results.append(compare(post.ageInMinutes, value) { minutes($0) })
      } else if entry.key.hasSuffix("_karma") {
        let key = entry.key == "link_karma" ? "post_karma" : entry.key
        results.append(compare(post.karma[key] ?? 0, value) { Int($0) ?? 0 })
      }
    }
    guard !results.isEmpty else { return true }
    let isAny = entries.contains { $0.key == "satisfy_any_threshold" && isTrue($0.value.writtenText ?? "") }
    return isAny ? results.contains(true) : results.allSatisfy { $0 }
  }

  private func compare(_ value: Int, _ test: String, read: (String) -> Int) -> Bool {
    let text = test.trimmingCharacters(in: .whitespaces)
    func number(_ count: Int) -> Int { read(text.dropFirst(count).trimmingCharacters(in: .whitespaces)) }
    if text.hasPrefix("<") { return value < number(1) }
    if text.hasPrefix(">") { return value > number(1) }
    return value == number(text.prefix { $0 == "=" }.count)
  }

  private func minutes(_ text: String) -> Int {
    let digits = text.prefix { $0.isNumber }
    let unit = text.dropFirst(digits.count).trimmingCharacters(in: .whitespaces)
    let sizes = ["minute": 1, "hour": 60, "day": 1_440, "week": 10_080, "month": 43_200, "year": 525_600]
    return (Int(digits) ?? 0) * (sizes.first { unit.hasPrefix($0.key) }?.value ?? 1_440)
  }

  // MARK: Searches

  private mutating func searchesHold(_ entries: [AutoModeratorRule.Entry], _ group: Group, _ post: Post) throws -> Bool
  {
    var isAnythingChecked = false
    var isAnySearch = false
    for entry in entries {
      guard let key = SearchKey(entry.key), let all = fields(key.fields, group) else { continue }
      let fields = all.filter { group != .item || !post.isComment || $0 == "body" || $0 == "id" }
      if fields.isEmpty { return false }
      let values = entry.value.values.scalars.map(\.text)
      if values.isEmpty { continue }
      isAnySearch = true
      let pattern = try pattern(for: entry, key, values, isAlone: all.count == 1 ? all[0] : nil)
      // A link has no text to search, a text no address.
      let present = fields.filter {
        !(group == .item && $0 == "body" && post.type == "link" && post.body.isEmpty)
          && !(group == .item && $0 == "url" && post.type == "text")
      }
      isAnythingChecked = isAnythingChecked || !present.isEmpty
      let isFound = try present.contains { field in
        let text = try value(of: field, group, post)
        return pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
      }
      if isFound == key.isNegated { return false }
    }
    return !isAnySearch || isAnythingChecked
  }

  private func fields(_ names: [String], _ group: Group) -> [String]? {
    let known: Set<String> =
      group == .author
      ? ["id", "name", "flair_text", "flair_css_class", "flair_template_id"]
      : [
        "id", "title", "domain", "url", "body", "media_author", "media_author_url", "media_title", "media_description",
        "flair_text", "flair_css_class", "flair_template_id",
      ]
    return names.allSatisfy(known.contains) ? names : nil
  }

  private func value(of field: String, _ group: Group, _ post: Post) throws -> String {
    switch (group, field) {
    case (.item, "body"): post.body
    case (.item, "title"): post.title
    case (.item, "domain"): post.domain
    case (.item, "url"): post.url
    case (.item, "flair_text"): post.flair
    case (.author, "name"): post.authorName
    case (.author, "flair_text"): post.authorFlair
    case (.parentSubmission, "title"): post.parentTitle
    case (_, "flair_css_class"), (_, "flair_text"), (_, "flair_template_id"), (.item, "media_author_url"),
      (.item, "media_author"):
      ""
    default: throw Beyond.key(field)
    }
  }

  private mutating func pattern(
    for entry: AutoModeratorRule.Entry, _ key: SearchKey, _ values: [String], isAlone field: String?
  ) throws -> NSRegularExpression {
    let id = "\(entry.group) \(entry.key)"
    if let pattern = patterns[id] { return pattern }
    let escaped = values.map { key.isRegex ? python($0) : NSRegularExpression.escapedPattern(for: $0) }
    var joined = "(?:" + escaped.map { "(?:\($0))" }.joined(separator: "|") + ")"
    let usual = ["id", "flair_text", "flair_css_class", "flair_template_id", "media_author"]
    var method = key.method?.rawValue
    if method == nil, field == "domain", !key.isRegex {
      // The documentation's "exact domain or a subdomain of it".
      joined = "(?:.*\\.)?" + joined
      method = "full-exact"
    }
    if method == nil, let field { method = usual.contains(field) ? "full-exact" : nil }
    if method == nil, let field, ["url", "media_author_url"].contains(field) { method = "includes" }
    let whole =
      switch method ?? "includes-word" {
      case "full-exact": "^\(joined)$"
      case "full-text": "^\\W*\(joined)\\W*$"
      case "includes": joined
      case "starts-with": "^\(joined)"
      case "ends-with": "\(joined)$"
      default: "(?:^|\\W|\\b)\(joined)(?:$|\\W|\\b)"
      }
    var options: NSRegularExpression.Options = [.dotMatchesLineSeparators]
    if !key.isCaseSensitive { options.insert(.caseInsensitive) }
    let pattern = try NSRegularExpression(pattern: whole, options: options)
    patterns[id] = pattern
    return pattern
  }

  /// Python's way of writing as ICU's.
  private func python(_ expression: String) -> String {
    expression.replacingOccurrences(of: "(?P<", with: "(?<")
  }
}
