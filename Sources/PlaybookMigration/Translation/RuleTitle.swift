import YAMLSyntax

/// What people call a rule: the comment above it, else the reason or subject that it gives, else what it looks for.
struct RuleTitle {
  static let longest = 90

  let text: String
  /// Nobody wrote it.
  let isMade: Bool

  init(_ rule: AutoModeratorRule) {
    let keys = ["action_reason", "report_reason", "modmail_subject", "message_subject"]
    let given = keys.compactMap {
      rule.entry([$0])?.value.writtenText ?? rule.entry([$0], in: .author)?.value.writtenText
    }
    let reasons = given.map(\.withoutPlaceholders)
    let candidates = RuleTitle.lines(of: rule.remarks, agreeingWith: reasons) + reasons
    let title = candidates.lazy.compactMap(RuleTitle.title).first
    isMade = title == nil
    text = title ?? RuleTitle.search(in: rule) ?? "Rule \(rule.number)"
  }

  /// The comments above a rule, the most telling first: what its reason says, too; then those right above it from the
  /// first on; then those further above.
  private static func lines(of remarks: [String], agreeingWith reasons: [String]) -> [String] {
    let blocks = remarks.split(separator: "")
    let nearest = Array(blocks.last ?? [])
    let above = blocks.dropLast().joined().suffix(6).reversed()
    let agreeing = nearest.filter { line in reasons.contains { $0.utf8.count >= 8 && line.utf8.starts(with: $0.utf8) } }
    return agreeing + nearest + above
  }

  /// A line that reads as words of people, and not as a rule that was taken out.
  private static func title(of line: String) -> String? {
    let plain = line.onOneLine.split(separator: " ").joined(separator: " ")
    guard (4...longest).contains(plain.unicodeScalars.count), !plain.contains("{{"), !plain.contains("://"),
      !plain.contains(": "), !plain.hasSuffix(":"), !plain.hasSuffix("|"),
      plain.unicodeScalars.count(where: { $0.properties.isAlphabetic }) * 2 > plain.unicodeScalars.count,
      plain.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.properties.generalCategory != .format })
    else { return nil }
    let isAddress = plain.hasPrefix("u/") || plain.hasPrefix("r/")
    return isAddress ? plain : plain.prefix(1).uppercased() + plain.dropFirst()
  }

  /// `Title: question, help`
  private static func search(in rule: AutoModeratorRule) -> String? {
    for entry in rule.entries {
      guard let key = SearchKey(entry.key), !key.isRegex, !key.isNegated else { continue }
      let values = entry.value.values.scalars.prefix(3).map(\.text)
      guard !values.isEmpty, key.fields.allSatisfy({ Field.named($0, in: entry.group) != nil }) else { continue }
      let fields = key.fields.joined(separator: " or ").replacing("_", with: " ")
      let subject = entry.group == .item ? fields : entry.group.rawValue.replacing("_", with: " ") + " " + fields
      let text = subject + " " + values.joined(separator: ", ")
      if let title = title(of: text) { return title }
    }
    return nil
  }
}

extension String {
  /// The text without what AutoModerator fills in, and the signs around that.
  fileprivate var withoutPlaceholders: String {
    var text = ""
    var rest = self[...]
    while let open = rest.firstRange(of: "{{") {
      text += rest[..<open.lowerBound]
      let inside = rest[open.upperBound...]
      rest = inside.firstRange(of: "}}").map { inside[$0.upperBound...] } ?? ""
    }
    let whole = ["[]", "()", "''", "\"\""].reduce(text + rest) { $0.replacing($1, with: "") }
    let signs: Set<Character> = [" ", "[", "]", "(", ")", "-", ":", "'", "\"", "|", "/", ",", "@"]
    let kept = whole.drop { signs.contains($0) }
    let isClosing: (Character) -> Bool = { $0 == ")" && kept.contains("(") || $0 == "]" && kept.contains("[") }
    return String(kept.reversed().drop { signs.contains($0) && !isClosing($0) }.reversed())
  }
}
