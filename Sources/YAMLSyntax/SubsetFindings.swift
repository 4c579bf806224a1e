import Diagnostics

/// What YAML has and playbooks do without.
extension Diagnostic {
  static func anchor(_ span: Span, in text: ReadableText) -> Diagnostic {
    Diagnostic(
      "yaml-anchor", .error, "`\(text.excerpt(span))` is an anchor, which a playbook does without", at: span,
      help: "name what is used twice (a signal, a lexicon), or quote the text that begins with `&`")
  }

  static func yamlAlias(_ span: Span, in text: ReadableText) -> Diagnostic {
    Diagnostic(
      "yaml-alias", .error, "`\(text.excerpt(span))` is an alias, which a playbook does without", at: span,
      help: "write \(text.quoted(span)) if it is a text, or name what is used twice (a signal, a lexicon)")
  }

  static func tag(_ span: Span, in text: ReadableText) -> Diagnostic {
    Diagnostic(
      "yaml-tag", .error, "`\(text.excerpt(span))` is a tag, which a playbook does without", at: span,
      help: "leave it out, or quote the text that begins with `!`")
  }

  static func mergeKey(_ span: Span) -> Diagnostic {
    Diagnostic(
      "merge-key", .error, "`<<` is a merge key, which a playbook does without", at: span,
      help: "write the keys out, or take over a whole playbook with `extends`")
  }

  static func directive(_ span: Span) -> Diagnostic {
    Diagnostic(
      "yaml-directive", .error, "a line that begins with `%` is a directive, which a playbook does without", at: span,
      help: "leave the line out")
  }

  static func explicitKey(_ span: Span) -> Diagnostic {
    Diagnostic(
      "explicit-key", .error, "a key that begins with `?` is more than a playbook needs", at: span,
      help: "write `key: value`, or quote the text that begins with `?`")
  }

  static func collectionAsKey(_ span: Span) -> Diagnostic {
    Diagnostic(
      "collection-as-key", .error, "a list or a mapping cannot be a key", at: span,
      help: "write one word before the `:`")
  }

  static func emptyKey(_ span: Span) -> Diagnostic {
    Diagnostic(
      "empty-key", .error, "there is no key before the `:`", at: span, help: "write a key, or quote the text")
  }

  static func severalDocuments(_ span: Span) -> Diagnostic {
    Diagnostic(
      "several-documents", .error, "a second document begins here", at: span,
      help: "write each playbook in a file of its own")
  }

  static func documentMarker(_ span: Span) -> Diagnostic {
    Diagnostic(
      "document-marker", .error, "a playbook is one document and needs no marker here", at: span,
      help: "leave it out")
  }

  static func nestedTooDeep(_ span: Span) -> Diagnostic {
    Diagnostic(
      "nested-too-deep", .error, "this stands within more than \(TreeBuilder.deepest) others", at: span,
      help: "give the inner parts names of their own")
  }

  static func fileTooLarge(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "file-too-large", .error, "the file has \(file.bytes.count) bytes; \(largestFile) are read at the most",
      at: file.span.beginning, help: "divide it into several, and name them under `imports`")
  }

  static func utf16(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "not-utf-8", .error, "this file is written in UTF-16 or UTF-32", at: file.span.beginning,
      help: "save the file as UTF-8")
  }
}

/// What libyaml reads and YAML does not have, or that reads otherwise than it looks.
extension Diagnostic {
  static func tab(_ span: Span, isIndentation: Bool) -> Diagnostic {
    let message = isIndentation ? "a tab cannot indent a line" : "a tab stands outside quotes"
    return Diagnostic(
      "tab-character", .error, message, at: span,
      help: isIndentation ? "indent with spaces" : "write a space, or `\\t` in double quotes",
      fix: isIndentation ? nil : Fix(span: span, replacement: " "))
  }

  static func commentWithoutSpace(_ span: Span) -> Diagnostic {
    Diagnostic(
      "comment-without-space", .error, "a comment needs a space before its `#`", at: span,
      help: "write a space before it, or quote the text", fix: Fix(span: span, replacement: " #"))
  }

  static func hashtagComment(_ span: Span, in text: ReadableText) -> Diagnostic {
    let word = text.hashtagWord(span)
    return Diagnostic(
      "hashtag-comment", .error, "`\(text.excerpt(word))` is a comment here, and nothing behind it is read", at: span,
      help: "write \(text.quoted(word)), or `# ` with a space if it is a comment")
  }

  static func commentEndsText(_ span: Span, _ scalar: Span, in text: ReadableText) -> Diagnostic {
    Diagnostic(
      "hashtag-comment", .warning, "the text ends before `\(text.excerpt(text.hashtagWord(span)))`, which is a comment",
      at: span, help: "write \(text.quoted(scalar.joined(with: span))), or `# ` with a space if it is a comment")
  }

  static func loneDash(_ span: Span) -> Diagnostic {
    Diagnostic(
      "lone-dash", .error, "a dash alone is no text", at: span, help: "write `\"-\"`",
      fix: Fix(span: span, replacement: "\"-\""))
  }

  static func notIndentedInBrackets(_ span: Span, bracket: Span) -> Diagnostic {
    Diagnostic(
      "wrong-indentation", .error, "this line belongs to the brackets above and is not indented", at: span,
      related: [Related(span: bracket, label: "opened here")], help: "indent it further, the closing bracket too")
  }

  static func notIndentedInText(_ span: Span, _ scalar: Span) -> Diagnostic {
    Diagnostic(
      "wrong-indentation", .error, "this line belongs to the text above and is not indented", at: span,
      related: [Related(span: scalar.part(from: 0, length: 1), label: "begun here")], help: "indent it further")
  }

  static func signNotIndented(_ span: Span) -> Diagnostic {
    Diagnostic(
      "wrong-indentation", .error, "this text block belongs to the line above and is not indented", at: span,
      help: "write its sign at the end of that line")
  }

  static func blankLineTooDeep(_ span: Span) -> Diagnostic {
    Diagnostic(
      "wrong-indentation", .error, "this empty line is indented further than the text below it", at: span,
      help: "take the blanks out", fix: Fix(span: span, replacement: ""))
  }
}
