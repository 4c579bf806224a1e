import Diagnostics
import YAMLSyntax

extension RuleTranslation {
  /// Reads a search; false where no field of it is one that the group has.
  mutating func translateSearch(_ key: SearchKey, _ entry: AutoModeratorRule.Entry) -> Bool {
    let named = key.fields.map { Field.named($0, in: entry.group) }
    let fields = named.compactMap { $0 }
    guard fields.count == named.count, key.unknownModifiers.isEmpty else { return false }
    count(fields, of: key, in: entry.group)
    let found = entry.value.values
    if !found.others.isEmpty { lose(entry, expected: "a text, or a list of texts") }
    guard !found.scalars.isEmpty, entry.value.writtenText?.isEmpty != true else {
      if found.others.isEmpty { findings.append(.emptySearch(entry)) }
      return true
    }
    if entry.group == .item { searches.append(key) }
    noteConversions(found.scalars)
    let tests = fields.flatMap { self.tests(for: found.scalars, key, in: $0, among: fields, entry) }
      .withoutRepeatedQuestions
    conditions.append(key.isNegated ? .none(tests) : .any(tests))
    return true
  }

  /// The searches that `standard:` stands for; a key of the rule's own with the same name takes their place.
  mutating func addStandard() {
    guard let entry = entry("standard") else { return }
    guard let name = entry.value.writtenText?.lowercased(), let search = Standard.search(of: name),
      let key = SearchKey(search.key)
    else { return lose(entry, expected: "one of " + Standard.names.map { "`\($0)`" }.joined(separator: ", ")) }
    guard self.entry(search.key) == nil else { return }
    findings.append(.standardList(entry))
    let values = search.values.map { YAMLScalar(text: $0, style: .singleQuoted, span: entry.value.span) }
    let fields = key.fields.compactMap { Field.named($0, in: .item) }
    count(fields, of: key, in: .item)
    searches.append(key)
    conditions.append(.any(fields.flatMap { tests(for: values, key, in: $0, among: fields, entry) }))
  }

  private mutating func count(_ fields: [Field], of key: SearchKey, in group: Group) {
    checks += 1
    if group == .item { kinds.formIntersection(fields.reduce(into: []) { $0.formUnion($1.kinds) }) }
    if group == .parentSubmission { kinds.formIntersection(.comment) }
  }

  /// YAML 1.1 takes some words for something else, and AutoModerator looks for that.
  private mutating func noteConversions(_ scalars: [YAMLScalar]) {
    for scalar in scalars {
      if let read = scalar.converted { findings.append(.converted(scalar.text, to: read, at: scalar.span)) }
    }
  }

  // MARK: One field

  /// The tests of one field, of which any must hold.
  private mutating func tests(
    for scalars: [YAMLScalar], _ key: SearchKey, in field: Field, among fields: [Field],
    _ entry: AutoModeratorRule.Entry
  ) -> [DraftCondition] {
    if !field.isBody, let fact = field.fact { _ = declarations.fact(fact, "text", field.about) }
    if let hosts = hosts(scalars, key, in: field, among: fields) { return [hosts] }
    let method = key.method ?? SearchKey.usualMethod(of: fields)
    var phrases: [String] = []
    var expressions: [(text: String, sample: String?)] = []
    var whole: [String] = []
    var tests: [DraftCondition] = []
    for scalar in scalars {
      let sought = SoughtText(
        value: scalar.text, method: method, isRegex: key.isRegex, isCaseSensitive: key.isCaseSensitive)
      if prefersPhrases, field.isProse, !ignoresQuotes(field), let phrase = sought.phrase {
        phrases.append(phrase)
      } else if !field.isBody, let text = sought.wholeText {
        whole.append(text)
      } else if ignoresQuotes(field), let expression = sought.expressionOutsideQuotes {
        expressions.append((expression, sought.sample))
      } else if let expression = sought.expression {
        if ignoresQuotes(field), let directive = ignoredQuotes {
          loseQuotes(directive, "quoted lines are searched, too, by what may reach over several lines")
        }
        expressions.append((expression, sought.sample))
      } else {
        tests.append(foreign(scalar, sought, in: fields, entry))
      }
    }
    if !whole.isEmpty, let fact = field.fact {
      tests.insert(.test(fact, .words(whole.map { .text($0) }), .fact(fact, .text(whole[0]))), at: 0)
    }
    if !expressions.isEmpty { tests.insert(matches(expressions, in: field), at: 0) }
    if !phrases.isEmpty { tests.insert(says(phrases, in: field, alone: fields.count == 1), at: 0) }
    return tests
  }

  private func ignoresQuotes(_ field: Field) -> Bool { field.isBody && ignoredQuotes != nil }

  /// The key that says that quoted lines do not count.
  var ignoredQuotes: AutoModeratorRule.Entry? {
    entry("ignore_blockquotes").flatMap { $0.value.yesNo == true ? $0 : nil }
  }

  /// Quoted lines count in the playbook, so that the rule may hold for more than in AutoModerator.
  mutating func loseQuotes(_ directive: AutoModeratorRule.Entry, _ what: String) {
    isInPart = true
    isInShadow = true
    guard !findings.contains(where: { $0.span == directive.keySpan && $0.message == what }) else { return }
    findings.append(.withoutEqual(directive, what, help: "give the text without the lines that begin with `>`"))
  }

  /// A domain that is asked for without a modifier is met by itself and by those below it.
  private func hosts(_ scalars: [YAMLScalar], _ key: SearchKey, in field: Field, among fields: [Field])
    -> DraftCondition?
  {
    guard field.name == "domain", fields.count == 1, key.method == nil, !key.isRegex else { return nil }
    let flags = key.isCaseSensitive ? "(?-i)" : ""
    return matches(
      scalars.map { ("\(flags)(^|\\.)\(SoughtText.escaped($0.text))$", $0.text) }, in: field)
  }

  private func matches(_ expressions: [(text: String, sample: String?)], in field: Field) -> DraftCondition {
    let distinct = expressions.map(\.text).withoutRepeats { Array($0.utf8) }
    let written = Written.words(distinct.map { .expression($0) })
    let sample = expressions.lazy.compactMap(\.sample).first
    guard let fact = field.fact else { return .test("text.matches", written, sample.map { .text($0) }) }
    return .test(
      fact, .mapping([Written.Entry(key: "matches", value: written)]), sample.map { .fact(fact, .text($0)) })
  }

  /// A short list stands where it is asked for; a long one, or one of several fields, is a lexicon.
  private mutating func says(_ phrases: [String], in field: Field, alone isAlone: Bool) -> DraftCondition {
    let distinct = phrases.withoutRepeats { Array($0.lowercased().utf8) }
    let isShort = isAlone && distinct.count <= 12
    let lexicon = isShort ? nil : declarations.lexicon(distinct, for: name, "Words of the rule `\(name)`")
    let written = lexicon.map { Written.word($0) } ?? .words(distinct.map { .text($0) })
    guard let fact = field.fact else {
      return .test(isShort ? "text.says" : "text.uses", written, .text(distinct[0]))
    }
    return .test(
      fact, .mapping([Written.Entry(key: isShort ? "says" : "uses", value: written)]), .fact(fact, .text(distinct[0])))
  }

  /// An expression that ours cannot say is asked of the caller.
  private mutating func foreign(
    _ scalar: YAMLScalar, _ sought: SoughtText, in fields: [Field], _ entry: AutoModeratorRule.Entry
  ) -> DraftCondition {
    let place = fields.map(\.name).joined(separator: "+") + " (\(sought.method.rawValue))"
    let fact = declarations.fact(forExpression: String(scalar.text.unicodeScalars.prefix(2_000)), in: place)
    if !findings.contains(where: { $0.span == scalar.span && $0.name == "foreign-expression" }) {
      findings.append(.unreadableExpression(entry, at: scalar.span, fact: fact))
    }
    isInPart = true
    return .test(fact, .word("yes"), nil)
  }
}

extension [DraftCondition] {
  /// The caller is asked once whether an expression is found, however many fields are searched for it.
  fileprivate var withoutRepeatedQuestions: [DraftCondition] {
    var asked: Set<String> = []
    return filter { test in
      guard case .test(let fact, .word, nil) = test, fact.hasPrefix("reddit.expression_") else { return true }
      return asked.insert(fact).inserted
    }
  }
}

extension [String] {
  /// The first text of each key.
  fileprivate func withoutRepeats(by key: (String) -> [UInt8]) -> [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension SoughtText {
  /// The text that a field must be as a whole, where it can be said so.
  fileprivate var wholeText: String? {
    guard method == .fullExact, !isRegex, !isCaseSensitive, !value.isEmpty, value != "known", value != "unknown",
      !value.unicodeScalars.contains(where: { $0.value < 0x20 }), value.first != " ", value.last != " "
    else { return nil }
    return value
  }
}
