import YAMLSyntax

/// What people call a rule: the comment above it, else the reason that it gives, else its number.
struct RuleTitle {
  static let longest = 90

  let text: String

  init(_ rule: AutoModeratorRule) {
    let reason = (rule["action_reason"] ?? rule["report_reason"])?.value.writtenText
    let candidates = rule.remarks.suffix(6).reversed() + (reason.map { [$0] } ?? [])
    text = candidates.lazy.compactMap(RuleTitle.title).first ?? "Rule \(rule.number)"
  }

  /// A line that reads as words of people, and not as a rule that was taken out.
  private static func title(of line: String) -> String? {
    let plain = line.onOneLine
    guard (4...longest).contains(plain.unicodeScalars.count), !plain.contains("{{"), !plain.contains("://"),
      !plain.contains(": "), !plain.hasSuffix(":"), !plain.hasSuffix("|"),
      plain.unicodeScalars.count(where: { $0.properties.isAlphabetic }) * 2 > plain.unicodeScalars.count,
      plain.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.properties.generalCategory != .format })
    else { return nil }
    return plain.prefix(1).uppercased() + plain.dropFirst()
  }
}
