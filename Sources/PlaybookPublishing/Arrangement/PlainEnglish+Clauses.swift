import DecisionModel
import PlaybookModel

/// The clauses in which a single condition is said. With `holds: false` each says the opposite.
extension PlainEnglish {
  func signals(_ names: [String], holds: Bool) -> Prose {
    let signs = names.map { titles.mention(.signal, $0) }.joined(with: "or")
    return "\(subject.name) \(holds ? "shows" : "does not show") the sign \(signs)"
  }

  func says(_ phrases: [String], holds: Bool, of text: Prose? = nil) -> Prose {
    let quoted = phrases.map { Prose.quoted(Prose($0)) }.joined(with: "or")
    let quantity = holds ? (phrases.count > 1 ? "any of " : "") : "none of "
    return "\(text ?? Prose(subject.text)) says \(quantity)\(quoted)"
  }

  func matches(_ expressions: [String], holds: Bool, in text: Prose? = nil) -> Prose {
    let patterns = expressions.map { Prose.code($0) }.joined(with: "or")
    let noun = expressions.count > 1 ? "any of the patterns" : "the pattern"
    return "\(text ?? Prose(subject.text)) \(holds ? "matches" : "does not match") \(noun) \(patterns)"
  }

  func linksTo(_ hosts: [String], holds: Bool) -> Prose {
    let places = hosts.map { Prose.code($0) }.joined(with: "or")
    return
      "\(subject.text) \(holds ? "links" : "does not link") to \(places), or to a site below \(hosts.count > 1 ? "one of them" : "it")"
  }

  func uses(_ lexicons: [String], holds: Bool, in text: Prose? = nil) -> Prose {
    let lists = lexicons.map(words).joined(with: "or")
    return "\(text ?? Prose(subject.text)) uses \(holds ? "any" : "none") of \(lists)"
  }

  func terms(of lexicon: String, _ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) { "\(subject.text) uses \($0.amount(of: Noun("different term"))) of \(words(lexicon))" }
  }

  func score(of lexicon: String, _ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) {
      "the weights of the different \(words(lexicon)) in \(subject.text) add up to \($0.comparison())"
    }
  }

  func measure(_ measure: Measure, _ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) { Prose(measured(measure, $0)) }
  }

  private func measured(_ measure: Measure, _ test: NumberTest) -> String {
    let has = { "\(subject.text) has \(test.amount(of: $0))" }
    return switch measure {
    case .length: has(Noun("character"))
    case .words: has(Noun("word"))
    case .capitals:
      "the share of capitals among the letters of \(subject.text) is \(test.comparison(NumbersInWords.share))"
    case .exclamations: has(Noun("exclamation mark"))
    case .questions: has(Noun("question mark"))
    case .links: has(Noun("link"))
    case .mentions: has(Noun("mention"))
    case .hashtags: has(Noun("hashtag"))
    case .emoji: has(Noun("emoji", "emoji"))
    case .longestRun: "the longest run of one character in \(subject.text) is \(test.comparison()) long"
    }
  }

  func strikes(on ladder: String, _ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) {
      "the author had \($0.amount(of: Noun("strike"))) on \(titles.mention(.ladder, ladder)) before this comment"
    }
  }

  func history(_ history: AuthorHistory, in length: Length, _ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) { test in
      let wrote =
        switch history {
        case .comments: "the author wrote \(test.amount(of: Noun("comment")))"
        case .sameText: "the author wrote the same text \(test.amount(of: Noun("time")))"
        }
      return Prose("\(wrote) within \(NumbersInWords.length(length)), this one included")
    }
  }

  func modes(_ names: [String], holds: Bool) -> Prose {
    let titles = names.map { self.titles.mention(.mode, $0) }
    if holds { return "the mode \(titles.joined(with: "or")) is on" }
    let none = titles.joined(with: "nor")
    return titles.count > 1 ? "neither the mode \(none) is on" : "the mode \(none) is not on"
  }

  func categories(_ names: [String], holds: Bool) -> Prose {
    let titles = names.map { self.titles.mention(.category, $0) }
    return "the category \(choice(of: titles, "is", orNot: "is not", orNone: "is neither", holds: holds))"
  }

  /// "the comment came within the hours of Customer care".
  func open(_ team: String, holds: Bool) -> Prose {
    "\(subject.name) came \(holds ? "within" : "outside") the hours of \(titles.mention(.team, team))"
  }

  func escalations(_ names: [String], holds: Bool) -> Prose {
    let titles = names.map { self.titles.mention(.escalation, $0) }
    let choice = choice(
      of: titles, "is escalated as", orNot: "is not escalated as", orNone: "is escalated as neither", holds: holds)
    return "\(subject.name) \(choice)"
  }

  /// "is a or b", and its opposite: "is not a", "is neither a nor b".
  func choice(of words: [Prose], _ one: String, orNot not: String, orNone none: String, holds: Bool) -> Prose {
    if holds { return "\(one) \(words.joined(with: "or"))" }
    return words.count > 1 ? "\(none) \(words.joined(with: "nor"))" : "\(not) \(words.joined(with: "nor"))"
  }

  func withoutEffect(_ key: String, holds: Bool) -> Prose {
    "what \(.code(key)) asks for is \(holds ? "" : "not ")met (which has no effect yet)"
  }

  /// A lexicon as a thing that a text uses: "refund words".
  private func words(_ lexicon: String) -> Prose {
    titles.mention(.lexicon, lexicon) { $0.hasSuffix("s") ? $0 : "\($0) words" }
  }

  /// A clause about a number. The opposite is said by the opposite test, where there is one.
  func clause(_ test: NumberTest, holds: Bool, _ said: (NumberTest) -> Prose) -> Prose {
    if holds { return said(test) }
    return test.opposite.map(said) ?? "it is not so that \(said(test))"
  }
}
