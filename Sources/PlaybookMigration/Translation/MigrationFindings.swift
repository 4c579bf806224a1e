import Diagnostics
import PlaybookSyntax
import YAMLSyntax

// What is said about a configuration. Each name has its page in `PlaybookAnalysis/Pages/findings.md`.
extension Diagnostic {
  /// A section that AutoModerator passes over, too.
  static func noMapping(_ span: Span) -> Diagnostic {
    Diagnostic(
      "idle-rule", .warning, "this section is no rule, and AutoModerator passes over it", at: span,
      help: "write keys with values, such as `title: spoiler`")
  }

  static func listOfRules(_ span: Span) -> Diagnostic {
    Diagnostic(
      "idle-rule", .warning, "AutoModerator passes over a list of rules; they come over all the same", at: span,
      help: "write each rule between two lines of three hyphens")
  }

  static func idle(_ rule: AutoModeratorRule, because reason: String, help: String) -> Diagnostic {
    Diagnostic(
      "idle-rule", .warning, "this rule \(reason), so that AutoModerator does nothing with it", at: rule.span,
      help: help)
  }

  static func tooManyRules(_ span: Span) -> Diagnostic {
    Diagnostic(
      "idle-rule", .warning, "only the first \(RuleReader.mostSections) rules are read", at: span,
      help: "divide the configuration")
  }

  static func unknownKey(_ entry: AutoModeratorRule.Entry) -> Diagnostic {
    Diagnostic(
      "unknown-rule-key", .warning, "AutoModerator has no `\(entry.key.shown)` here", at: entry.keySpan,
      help: "write a key of its documentation, or leave it out; until then the clause is on trial")
  }

  static func overwritten(_ entry: AutoModeratorRule.Entry, by last: AutoModeratorRule.Entry) -> Diagnostic {
    Diagnostic(
      "overwritten-rule-key", .warning, "`\(entry.key.shown)` stands twice, and AutoModerator reads the last alone",
      at: entry.keySpan, related: [Related(span: last.keySpan, label: "this one")],
      help: "keep one, or write `\(entry.key.shown)#2` for a second search")
  }

  static func unknownValue(_ entry: AutoModeratorRule.Entry, expected: String) -> Diagnostic {
    Diagnostic(
      "unknown-rule-value", .warning, "AutoModerator does not know this value of `\(entry.key.shown)`",
      at: entry.value.span.isEmpty ? entry.keySpan : entry.value.span, help: "write \(expected)")
  }

  static func emptySearch(_ entry: AutoModeratorRule.Entry) -> Diagnostic {
    Diagnostic(
      "empty-search", .warning, "`\(entry.key.shown)` looks for nothing, so that AutoModerator passes over it",
      at: entry.keySpan, help: "write what is looked for, or leave it out")
  }

  static func unreadableExpression(_ entry: AutoModeratorRule.Entry, at span: Span, fact: String) -> Diagnostic {
    Diagnostic(
      "foreign-expression", .warning,
      "this expression looks around, refers back or is too large, which Decorum's cannot", at: span,
      help: "give the fact `\(fact)`, or write the expression without it in the playbook")
  }

  static func withoutEqual(_ entry: AutoModeratorRule.Entry, _ what: String, help: String) -> Diagnostic {
    Diagnostic("untranslated-key", .warning, what, at: entry.keySpan, help: help)
  }

  static func blankPlaceholder(_ placeholder: String, at span: Span) -> Diagnostic {
    Diagnostic(
      "blank-placeholder", .note, "`\(placeholder.shown)` is a blank in the playbook, for a person to fill in",
      at: span,
      help: "the decision says what was found, under `because`")
  }

  static func converted(_ word: String, to read: String, at span: Span) -> Diagnostic {
    Diagnostic(
      "converted-value", .note, "AutoModerator reads this `\(word.shown)` as `\(read)`; the playbook has it as written",
      at: span, help: "put it in quotes")
  }

  static func standardList(_ entry: AutoModeratorRule.Entry) -> Diagnostic {
    Diagnostic(
      "standard-list", .note, "Reddit keeps this list and changes it; the playbook has one of Decorum's own",
      at: entry.value.span)
  }

  static func oneReply(_ rule: AutoModeratorRule, beside other: String) -> Diagnostic {
    Diagnostic(
      "single-reply", .note, "where `\(other)` holds too, the comment is answered once, in the words of that one",
      at: rule.span)
  }
}
