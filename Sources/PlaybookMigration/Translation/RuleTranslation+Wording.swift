import Diagnostics
import YAMLSyntax

extension RuleTranslation {
  /// A comment or message in the playbook's way of writing: `{{author}}` is a fact, `{{match}}` a blank, and braces and
  /// brackets of the text itself are doubled.
  mutating func wording(of text: String, _ entry: AutoModeratorRule.Entry) -> String {
    var wording = ""
    var rest = text.withoutLastLineEnds.withoutBlanksAlone.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "{", let placeholder = Placeholder(at: rest) {
        rest = rest.dropFirst(placeholder.written.unicodeScalars.count)
        wording += piece(for: placeholder, entry)
      } else {
        rest = rest.dropFirst()
        let isDoubled = "{}[]".unicodeScalars.contains(scalar)
        wording.unicodeScalars.append(contentsOf: isDoubled ? [scalar, scalar] : [scalar])
      }
    }
    return wording
  }

  private mutating func piece(for placeholder: Placeholder, _ entry: AutoModeratorRule.Entry) -> String {
    if let fact = placeholder.fact { return "{" + declarations.fact(fact.name, "text", fact.about) + "}" }
    if !findings.contains(where: { $0.name == "blank-placeholder" && $0.span == entry.keySpan }) {
      findings.append(.blankPlaceholder(placeholder.written, at: entry.keySpan))
    }
    isInPart = true
    return "[\(placeholder.name)]"
  }
}

extension String {
  /// The text without blanks before it and in lines that hold nothing else: they mean nothing in Markdown.
  fileprivate var withoutBlanksAlone: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? "" : line
    }
    return String(lines.joined(separator: "\n").drop { $0 == "\n" || $0 == " " })
  }
}

/// What AutoModerator fills in: `{{author}}`.
private struct Placeholder {
  let name: String
  let fact: (name: String, about: String)?

  var written: String { "{{\(name)}}" }

  /// Reads the placeholder with which a text begins; what AutoModerator does not fill in is none.
  init?(at text: Substring.UnicodeScalarView) {
    guard text.starts(with: "{{".unicodeScalars) else { return nil }
    let name = text.dropFirst(2).prefix(100).prefix { $0 != "}" && $0 != "{" && $0 != "[" && $0 != "]" && $0 != "\n" }
    guard text.dropFirst(2 + name.count).starts(with: "}}".unicodeScalars) else { return nil }
    self.name = String(name)
    fact = Placeholder.fact(self.name)
    guard fact != nil || self.name == "match" || self.name.hasPrefix("match-") else { return nil }
  }

  private static func fact(_ name: String) -> (name: String, about: String)? {
    switch name {
    case "author": ("author.name", "")
    case "permalink": ("reddit.permalink", "The address of the submission or comment")
    case "subreddit": ("reddit.subreddit_name", "The name of this subreddit")
    case "kind": ("reddit.kind", "`submission` or `comment`")
    case "body": ("reddit.body", "The text itself, for answers that quote it")
    case "title", "domain", "url", "media_author", "media_author_url", "media_title", "media_description":
      Field.named(name, in: .item).flatMap { field in field.fact.map { ($0, field.about) } }
    case "author_flair_text", "author_flair_css_class", "author_flair_template_id":
      Field.named(String(name.dropFirst("author_".count)), in: .author).flatMap { field in
        field.fact.map { ($0, field.about) }
      }
    default: nil
    }
  }
}
