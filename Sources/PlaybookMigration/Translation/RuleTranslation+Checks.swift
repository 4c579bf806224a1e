import Diagnostics
import YAMLSyntax

extension RuleTranslation {
  /// Reads a check that looks for no text; false where the key is none.
  mutating func translateCheck(_ entry: AutoModeratorRule.Entry) -> Bool {
    switch entry.group {
    case .item, .parentSubmission: translateItemCheck(entry)
    case .author, .crosspostAuthor: translateUserCheck(entry)
    case .crosspostSubreddit, .subreddit: translateCommunityCheck(entry)
    }
  }

  // MARK: The comment or submission

  private mutating func translateItemCheck(_ entry: AutoModeratorRule.Entry) -> Bool {
    let isItem = entry.group == .item
    switch entry.key {
    case "reports":
      let fact = isItem ? "post.reports" : declared(entry, "number", "How often the submission above was reported")
      checkCount(entry, fact) { "at least \($0)" }
    case "body_longer_than": checkCount(entry, lengthKey(entry)) { "more than \($0)" }
    case "body_shorter_than": checkCount(entry, lengthKey(entry)) { "less than \($0)" }
    case "is_edited":
      check(entry, isItem ? "post.edited" : declared(entry, "yes_no", "Whether the submission above was edited"))
    case "is_top_level" where isItem:
      kinds.formIntersection(.comment)
      check(entry, "post.top_level")
    case "is_poll" where isItem: check(entry, type: "poll")
    case "is_gallery" where isItem: check(entry, type: "gallery")
    case "is_original_content", "is_meta_discussion", "past_archive_date", "is_poll", "is_gallery":
      if isItem { kinds.formIntersection(.submission) }
      check(entry, declared(entry, "yes_no", RuleTranslation.yesNoChecks[entry.key] ?? ""))
    case "discussion_type":
      if isItem { kinds.formIntersection(.submission) }
      checkDiscussion(entry)
    case "poll_option_count":
      if isItem { kinds.formIntersection(.submission) }
      compare(entry, declared(entry, "number", "How many options the poll has"))
    default: return false
    }
    checks += 1
    return true
  }

  private static let yesNoChecks = [
    "is_original_content": "Whether the submission is marked as original content",
    "is_meta_discussion": "Whether the submission links to a meta post",
    "past_archive_date": "Whether the submission is older than six months, after which Reddit archives it",
    "is_poll": "Whether the submission is a poll", "is_gallery": "Whether the submission is a gallery",
    "is_gold": "Whether the author has Reddit Premium", "is_nsfw": "Whether the subreddit is not safe for work",
    "has_verified_email": "Whether the author has a verified e-mail address or telephone number",
  ]

  /// Declares the fact that a key asks.
  private mutating func declared(_ entry: AutoModeratorRule.Entry, _ type: String, _ about: String) -> String {
    declarations.fact(Field.fact(entry.key, of: entry.group), type, about)
  }

  private mutating func lengthKey(_ entry: AutoModeratorRule.Entry) -> String {
    guard entry.group != .item else { return "text.length" }
    return declarations.fact(
      Field.fact("body_length", of: entry.group), "number", "How many characters the submission above has")
  }

  private mutating func checkCount(_ entry: AutoModeratorRule.Entry, _ key: String, test: (Int) -> String) {
    guard let count = entry.value.wholeNumber, count >= 0 else { return lose(entry, expected: "a whole number") }
    if key == "text.length", let directive = ignoredQuotes {
      loseQuotes(directive, "quoted lines are counted, too")
    }
    let sample: DraftCondition.Sample? = key == "text.length" ? nil : .fact(key, .word(String(count)))
    conditions.append(.test(key, .word(test(count)), sample))
  }

  private mutating func check(_ entry: AutoModeratorRule.Entry, _ fact: String) {
    guard let value = entry.value.yesNo else { return lose(entry, expected: "`true` or `false`") }
    conditions.append(.yesNo(fact, value))
  }

  private mutating func check(_ entry: AutoModeratorRule.Entry, type: String) {
    kinds.formIntersection(.submission)
    guard let value = entry.value.yesNo else { return lose(entry, expected: "`true` or `false`") }
    let test = DraftCondition.word(typeFact(), [type])
    conditions.append(value ? test : .none([test]))
  }

  private mutating func checkDiscussion(_ entry: AutoModeratorRule.Entry) {
    let fact = declared(entry, "word", "`chat` for a chat post, `comments` for any other")
    let word = entry.value.writtenText?.lowercased() ?? "null"
    switch word {
    case "chat": conditions.append(.word(fact, ["chat"]))
    case "null", "~": conditions.append(.none([.word(fact, ["chat"])]))
    default: lose(entry, expected: "`chat` or `null`")
    }
  }

  // MARK: The author

  private mutating func translateUserCheck(_ entry: AutoModeratorRule.Entry) -> Bool {
    let isAuthor = entry.group == .author
    switch entry.key {
    case "is_moderator", "is_contributor", "is_submitter":
      isAuthor ? checkRole(entry) : check(entry, declared(entry, "yes_no", RuleTranslation.crosspostRole(entry.key)))
    case "is_gold", "has_verified_email": check(entry, userFact(entry, "yes_no"))
    case "account_age": compareAge(entry, isAuthor ? "author.account_age" : userFact(entry, "duration"))
    case "contributor_quality": compareQuality(entry)
    default:
      guard let about = RuleTranslation.karma[entry.key] else { return false }
      let name = entry.key == "link_karma" ? "post_karma" : entry.key
      let whole = isAuthor ? about : about + ", of the submission that was crossposted"
      compare(entry, declarations.fact(factOfUser(name, entry.group), "number", whole), isThreshold: true)
    }
    checks += 1
    return true
  }

  private static let karma = [
    "comment_karma": "The author's comment karma, -100 at the least", "post_karma": "The author's post karma",
    "link_karma": "The author's post karma", "combined_karma": "The author's comment and post karma together",
    "comment_subreddit_karma": "The author's comment karma in this subreddit",
    "post_subreddit_karma": "The author's post karma in this subreddit",
    "combined_subreddit_karma": "The author's comment and post karma in this subreddit together",
  ]

  /// What an author has needs no `author_` in its name, as long as there is no other person.
  private func factOfUser(_ name: String, _ group: Group) -> String {
    group == .author ? "reddit.\(name)" : Field.fact(name, of: group)
  }

  private mutating func userFact(_ entry: AutoModeratorRule.Entry, _ type: String) -> String {
    let about = RuleTranslation.yesNoChecks[entry.key] ?? "How old the account of the crosspost's author is"
    return declarations.fact(factOfUser(entry.key, entry.group), type, about)
  }

  private static func crosspostRole(_ key: String) -> String {
    "Whether the author of the submission that was crossposted is a \(key.dropFirst(3)) here"
  }

  private mutating func checkRole(_ entry: AutoModeratorRule.Entry) {
    guard let value = entry.value.yesNo else { return lose(entry, expected: "`true` or `false`") }
    let role = DraftCondition.word("author.roles", [String(entry.key.dropFirst(3))])
    conditions.append(value ? role : .none([role]))
  }

  /// `< 10`, `> 10`, `= 10`: what is compared, and with which sign.
  private static func comparison(_ text: String) -> (sign: String, rest: String)? {
    let scalars = text.unicodeScalars.drop { $0 == " " }
    let sign = String(String.UnicodeScalarView(scalars.prefix { "<>=".unicodeScalars.contains($0) }))
    let rest = String(String.UnicodeScalarView(scalars.dropFirst(sign.unicodeScalars.count)))
    let words = ["": "exactly", "=": "exactly", "==": "exactly", "<": "less than", ">": "more than"]
    let orEqual = ["<=": "at most", ">=": "at least"]
    return (words[sign] ?? orEqual[sign]).map { ($0, rest.trimmedBlanks) }
  }

  private mutating func compare(_ entry: AutoModeratorRule.Entry, _ fact: String, isThreshold: Bool = false) {
    guard let text = entry.value.writtenText, let (sign, rest) = RuleTranslation.comparison(text),
      let number = Int(rest), abs(number) < 1_000_000_000_000
    else { return lose(entry, expected: "a comparison such as `\"< 10\"`") }
    let meeting = sign == "less than" ? number - 1 : sign == "more than" ? number + 1 : number
    let test = DraftCondition.test(fact, .word("\(sign) \(number)"), .fact(fact, .word(String(meeting))))
    isThreshold ? thresholds[entry.group, default: []].append(test) : conditions.append(test)
  }

  /// A month has 30 days here and a year 365, as AutoModerator counts them; a number alone means days.
  private mutating func compareAge(_ entry: AutoModeratorRule.Entry, _ fact: String) {
    let units: [String: (Int, String)] = [
      "": (1, "days"), "minute": (1, "minutes"), "hour": (1, "hours"), "day": (1, "days"), "week": (1, "weeks"),
      "month": (30, "days"), "year": (365, "days"),
    ]
    guard let text = entry.value.writtenText, let (sign, rest) = RuleTranslation.comparison(text),
      let number = Int(String(rest.prefix { $0.isASCII && $0.isNumber })), number < 1_000_000,
      let (days, unit) = units[
        String(rest.drop { $0.isASCII && $0.isNumber }).trimmedBlanks.lowercased().withoutPlural]
    else { return lose(entry, expected: "a comparison such as `\"< 7 days\"`") }
    let count = number * days
    let meeting = sign == "less than" ? max(count - 1, 0) : sign == "more than" ? count + 1 : count
    thresholds[entry.group, default: []].append(
      .test(fact, .word("\(sign) \(count) \(unit)"), .fact(fact, .word("\(meeting) \(unit)"))))
  }

  private mutating func compareQuality(_ entry: AutoModeratorRule.Entry) {
    let levels = ["lowest", "low", "moderate", "high", "highest"]
    let fact = declarations.fact(
      factOfUser("contributor_quality", entry.group), "word",
      "Reddit's contributor quality score: `lowest`, `low`, `moderate`, `high` or `highest`")
    guard let text = entry.value.writtenText?.lowercased(), let (sign, rest) = RuleTranslation.comparison(text),
      let place = levels.firstIndex(of: rest)
    else { return lose(entry, expected: "a comparison such as `\"< moderate\"`") }
    let meant: [String] =
      switch sign {
      case "less than": Array(levels[..<place])
      case "at most": Array(levels[...place])
      case "more than": Array(levels[(place + 1)...])
      case "at least": Array(levels[place...])
      default: [levels[place]]
      }
    guard !meant.isEmpty else { return lose(entry, expected: "a comparison that something meets") }
    conditions.append(.word(fact, meant))
  }

  // MARK: The community

  private mutating func translateCommunityCheck(_ entry: AutoModeratorRule.Entry) -> Bool {
    guard entry.key == "is_nsfw" else { return false }
    check(entry, declared(entry, "yes_no", RuleTranslation.yesNoChecks[entry.key] ?? ""))
    checks += 1
    return true
  }
}

extension String {
  fileprivate var trimmedBlanks: String {
    let rest = unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return String(String.UnicodeScalarView(rest))
  }

  fileprivate var withoutPlural: String { hasSuffix("s") ? String(dropLast()) : self }
}
