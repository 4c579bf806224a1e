import Diagnostics
import YAMLSyntax

/// Says one rule in the playbook's terms: what it checks becomes a condition, what it does becomes orders.
struct RuleTranslation {
  let rule: AutoModeratorRule
  let name: String
  /// Whether words are looked for as phrases, where they can be.
  let prefersPhrases: Bool
  var declarations: Declarations
  var findings: [Diagnostic] = []

  /// All of them must hold.
  var conditions: [DraftCondition] = []
  var thresholds: [Group: [DraftCondition]] = [:]
  var orders = DraftOrders()
  /// Something of it does not come over, or waits for the caller or a person.
  var isInPart = false
  var isInShadow = false
  /// How many checks it has, as AutoModerator counts them.
  var checks = 0
  var actions = 0
  /// What it can be asked of by its keys.
  var kinds = ItemKinds.both
  var searches: [SearchKey] = []
  /// It asks for what only a crosspost has, and does not hold for anything else.
  private var asksForCrosspost = false
  private let entries: [AutoModeratorRule.Entry]

  init(
    _ rule: AutoModeratorRule, named name: String, prefersPhrases: Bool, _ declarations: Declarations
  ) {
    self.rule = rule
    self.name = name
    self.prefersPhrases = prefersPhrases
    self.declarations = declarations
    // What belongs to the rule itself may stand in the author's group, as it does in AutoModerator's own documentation.
    entries = rule.entries.map { entry in
      let isMisplaced = entry.group == .author && RuleTranslation.isOfTheRule(entry.key)
      return isMisplaced
        ? AutoModeratorRule.Entry(group: .item, key: entry.key, keySpan: entry.keySpan, value: entry.value) : entry
    }
  }

  /// The entry that counts: of several with one key the last.
  func entry(_ keys: String..., in group: Group = .item) -> AutoModeratorRule.Entry? {
    keys.lazy.compactMap { key in entries.last { $0.group == group && $0.key == key } }.first
  }

  /// The clause that the rule is; nil where nothing of it can come over, and a finding says why.
  mutating func clause(titled title: RuleTitle) -> DraftClause? {
    isInShadow = rule.isDoubtful
    isInPart = rule.isDoubtful
    for (index, entry) in entries.enumerated() where !isOverwritten(entry, at: index) { translate(entry) }
    addThresholds()
    addStandard()
    guard addType(), hasWork() else { return nil }
    addGuardOfEmptyFields()
    if asksForCrosspost { askForCrosspost() }
    if asksForMedia { askForMedia() }
    // Where a value could not be read, a finding says so already.
    if orders.must.isEmpty { return nil }
    guard !conditions.isEmpty else {
      if !isInShadow {
        findings.append(
          .idle(
            rule, because: "checks nothing that can be asked",
            help: "say what is looked for, or which `type` it is for"))
      }
      return nil
    }
    let action = entry("action")?.value.writtenText?.lowercased()
    let removes = ["remove", "spam", "filter"].contains(action)
    let exemption = entry("moderators_exempt")?.value.yesNo ?? (removes || action == "report")
    return DraftClause(
      rule: rule, name: name, title: title, removes: removes, priority: entry("priority")?.value.wholeNumber ?? 0,
      condition: DraftCondition.all(conditions).simplified, sparesModerators: exemption, orders: orders,
      isInShadow: isInShadow, remarks: [])
  }

  private mutating func isOverwritten(_ entry: AutoModeratorRule.Entry, at index: Int) -> Bool {
    guard let last = entries[(index + 1)...].last(where: { $0.group == entry.group && $0.key == entry.key }) else {
      return false
    }
    findings.append(.overwritten(entry, by: last))
    return true
  }

  private mutating func translate(_ entry: AutoModeratorRule.Entry) {
    if entry.group == .parentSubmission { kinds.formIntersection(.comment) }
    if entry.group.rawValue.hasPrefix("crosspost") || entry.group == .item && entry.key.contains("crosspost_") {
      kinds.formIntersection(.submission)
      asksForCrosspost = true
    }
    if RuleTranslation.isDirective(entry) { return checkDirective(entry) }
    if translateCheck(entry) || translateAction(entry) { return }
    if let key = SearchKey(entry.key), translateSearch(key, entry) { return }
    findings.append(.unknownKey(entry))
    isInPart = true
    isInShadow = true
  }

  /// The value of a directive is read where it is needed; here only whether it is one.
  private mutating func checkDirective(_ entry: AutoModeratorRule.Entry) {
    switch entry.key {
    case "priority": if entry.value.wholeNumber == nil { lose(entry, expected: "a whole number") }
    case "ignore_blockquotes" where entry.group == .parentSubmission && entry.value.yesNo == true:
      loseQuotes(entry, "quoted lines of the submission above are looked at, too")
    case "moderators_exempt", "ignore_blockquotes", "comment_locked", "comment_stickied", "overwrite_flair",
      "satisfy_any_threshold":
      if entry.value.yesNo == nil { lose(entry, expected: "`true` or `false`") }
    default: break
    }
  }

  /// A value that AutoModerator would refuse: the clause is on trial.
  mutating func lose(_ entry: AutoModeratorRule.Entry, expected: String) {
    findings.append(.unknownValue(entry, expected: expected))
    isInPart = true
    isInShadow = true
  }

  // MARK: What it is asked of

  private mutating func addType() -> Bool {
    guard let type = entry("type"), let word = type.value.writtenText?.lowercased() else { return addKinds() }
    guard let (asked, mostly) = RuleTranslation.types[word] else {
      lose(type, expected: "`comment`, `submission`, `text submission`, `link submission` or `any`")
      return addKinds()
    }
    if word == "any" || word == "both" { return addKinds() }
    guard kinds.contains(mostly) else {
      findings.append(
        .idle(
          rule, because: "asks a \(word) for what it does not have",
          help: "take out what a \(word) does not have, or write another `type`"))
      return false
    }
    checks += 1
    kinds.formIntersection(mostly)
    add(asked)
    return true
  }

  /// Without a type, the keys say what it can be asked of.
  private mutating func addKinds() -> Bool {
    if kinds.isEmpty {
      findings.append(
        .idle(
          rule, because: "asks for what no comment and no submission has together",
          help: "write a rule for comments and one for submissions"))
      return false
    }
    let isSaid = conditions.contains { if case .test("reddit.type", _, _) = $0 { true } else { false } }
    if checks > 0 && kinds != .both && !isSaid { add(kinds == .comment ? "comment" : "submission") }
    return true
  }

  private mutating func add(_ word: String) {
    conditions.insert(.word(typeFact(), [word]), at: 0)
  }

  /// Every crosspost is a submission; what else is asked of its type is asked beside that.
  private mutating func askForCrosspost() {
    conditions.removeAll { condition in
      guard case .test("reddit.type", .word(let word), _) = condition else { return false }
      return word == "submission" || word == "crosspost"
    }
    add("crosspost")
  }

  mutating func typeFact() -> String {
    declarations.fact(
      "reddit.type", "words",
      "What was posted, in AutoModerator's words: `comment`; or `submission` with `text` or `link`, and with `crosspost`,"
        + " `poll` or `gallery` where it is one")
  }

  /// AutoModerator passes over what has no media where a rule says something of them, or asks that they be not so.
  private var asksForMedia: Bool {
    let said = ["comment", "message", "modmail", "action_reason", "report_reason"].compactMap {
      entry($0)?.value.writtenText
    }
    return said.contains { $0.contains("{{media_") }
      || searches.contains { $0.isNegated && $0.fields.allSatisfy { $0.hasPrefix("media_") } }
  }

  private mutating func askForMedia() {
    let about = "Whether Reddit knows more of the media of the submission, such as the title of a video"
    conditions.append(.yesNo(declarations.fact("reddit.has_media", "yes_no", about), true))
  }

  private static let types: [String: (asked: String, kind: ItemKinds)] = [
    "comment": ("comment", .comment), "submission": ("submission", .submission), "any": ("", .both),
    "both": ("", .both),
    "text submission": ("text", .submission), "link submission": ("link", .submission), "text": ("text", .submission),
    "self": ("text", .submission), "link": ("link", .submission), "crosspost submission": ("crosspost", .submission),
    "poll submission": ("poll", .submission), "gallery submission": ("gallery", .submission),
  ]

  private mutating func hasWork() -> Bool {
    if checks == 0 {
      findings.append(.idle(rule, because: "has no check", help: "say under which conditions it acts"))
    } else if actions == 0 {
      findings.append(.idle(rule, because: "has no action", help: "say what it does, such as `action: report`"))
    }
    return checks > 0 && actions > 0
  }

  private mutating func addThresholds() {
    for group in Group.allCases {
      guard let tests = thresholds[group], !tests.isEmpty else { continue }
      let isAny = entry("satisfy_any_threshold", in: group)?.value.yesNo ?? false
      conditions.append(isAny ? .any(tests) : .all(tests))
    }
  }

  /// A submission without a text of its own has none to search, and a rule that finds nothing to search does not hold.
  private mutating func addGuardOfEmptyFields() {
    guard !searches.isEmpty, searches.allSatisfy({ $0.isNegated }), kinds != .comment else { return }
    if searches.allSatisfy({ $0.fields == ["body"] }) {
      conditions.append(
        .any([.word(typeFact(), ["comment", "text"]), .test("text.length", .word("at least 1"), nil)]))
    } else if searches.allSatisfy({ $0.fields == ["url"] }) {
      conditions.append(.none([.word(typeFact(), ["text"])]))
    }
  }
}

extension RuleTranslation {
  /// Keys that say how a rule is to be taken, beside what it checks and does.
  static let directives: Set<String> = [
    "type", "priority", "moderators_exempt", "standard", "ignore_blockquotes", "action_reason", "report_reason",
    "comment_locked", "comment_stickied", "modmail_subject", "message_subject", "overwrite_flair",
  ]

  /// Whether a key says how a rule is to be taken, and stands where it can.
  private static func isDirective(_ entry: AutoModeratorRule.Entry) -> Bool {
    switch entry.group {
    case .item: directives.contains(entry.key)
    case .parentSubmission:
      ["action_reason", "report_reason", "overwrite_flair", "ignore_blockquotes"].contains(entry.key)
    case .author, .crosspostAuthor: ["satisfy_any_threshold", "overwrite_flair"].contains(entry.key)
    case .crosspostSubreddit, .subreddit: false
    }
  }

  private static func isOfTheRule(_ key: String) -> Bool {
    let own = ["action", "comment", "message", "modmail"]
    return own.contains(key) || (directives.contains(key) && key != "overwrite_flair")
  }
}
