import CommentText

/// The playbook that the rules of a configuration are, ready to be written.
struct DraftPlaybook {
  let name: String
  let source: String
  var clauses: [DraftClause]
  let declarations: Declarations
  /// How the import went, for the head of the playbook.
  var summary: String
  /// The rules of which nothing came over, as comments.
  var lost: [String]

  /// The order in which AutoModerator asks: first what may remove, each by priority, then as they stand.
  private func clauses(removing: Bool) -> [DraftClause] {
    clauses.filter { $0.removes == removing }.enumerated()
      .sorted { ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset) }.map(\.element)
  }

  var text: String { YAMLWriter(head + definitions + rules).text }

  // MARK: Head

  private var head: [Written.Entry] {
    [
      Written.Entry(key: "decorum", value: .word("1"), remarks: remarks),
      Written.Entry(key: "playbook", value: .word(name)),
      Written.Entry(key: "title", value: .text("The rules of \(name)")),
      Written.Entry(key: "version", value: .word("1.0.0")),
      Written.Entry(
        key: "about", value: .text("Taken over from AutoModerator's rules (\(source.onOneLine)). \(summary)")),
      Written.Entry(key: "imports", value: .row([.word("std/channels")])),
      Written.Entry(key: "used_on", value: .row([.word("subreddit")])),
    ]
  }

  private var remarks: [String] {
    [
      "Made by `decorum import automoderator`. A rule that may remove is a category: the first that holds acts, as in",
      "AutoModerator. Any other is an escalation: all that hold act, where no category took the comment.",
      "Read the titles and house rules once: they are made of the comments above the rules.",
    ]
  }

  // MARK: Definitions

  private var definitions: [Written.Entry] {
    var entries: [Written.Entry] = []
    func add(_ key: String, _ parts: [Written.Entry]) {
      if !parts.isEmpty { entries.append(Written.Entry(key: key, value: .mapping(parts))) }
    }
    let moderators = Written.mapping([
      Written.Entry(key: "title", value: .text("Moderators")), Written.Entry(key: "hours", value: .word("always")),
    ])
    add(
      "teams", clauses.contains(where: \.needsModerators) ? [Written.Entry(key: "moderators", value: moderators)] : [])
    add(
      "facts",
      usedFacts.map { fact in
        Written.Entry(
          key: fact.name,
          value: .mapping([
            Written.Entry(key: "type", value: .word(fact.type)), Written.Entry(key: "about", value: .text(fact.about)),
          ]))
      })
    add(
      "actions",
      usedActions.map { action in
        Written.Entry(
          key: action.name,
          value: .mapping([
            Written.Entry(key: "title", value: .text(action.title)),
            Written.Entry(key: "kind", value: .word(action.kind)),
          ]))
      })
    add(
      "lexicons",
      usedLexicons.map { lexicon in
        Written.Entry(
          key: lexicon.name,
          value: .mapping([
            Written.Entry(key: "about", value: .text(lexicon.about)),
            Written.Entry(key: "terms", value: .words(lexicon.terms.map { .text($0) })),
          ]))
      })
    add("responses", clauses.compactMap { $0.orders.message.map(Self.response) })
    return entries
  }

  private static func response(_ message: (plan: String, text: String)) -> Written.Entry {
    Written.Entry(
      key: message.plan,
      value: .mapping([
        Written.Entry(key: "title", value: .text("Write to the author")),
        Written.Entry(key: "owner", value: .word("moderators")),
        Written.Entry(
          key: "reply",
          value: .mapping([
            Written.Entry(key: "within", value: .word("1 hour")), Written.Entry(key: "in", value: .word("private")),
          ])),
        Written.Entry(
          key: "steps",
          value: .list([
            .mapping([
              Written.Entry(key: "step", value: .word("explain")),
              Written.Entry(key: "say", value: .list([.text(message.text)])),
            ])
          ])),
      ]))
  }

  // MARK: What is used

  private var usedFacts: [Declarations.Fact] {
    let asked = Set(clauses.flatMap { $0.condition.keys })
    let said = clauses.flatMap { [$0.orders.say, $0.orders.message?.text].compactMap { $0 } }
    return declarations.facts.filter { fact in
      asked.contains(fact.name) || said.contains { $0.contains("{\(fact.name)}") }
    }
  }

  private var usedActions: [Declarations.Action] {
    let ordered = Set(clauses.flatMap { $0.orders.must.map(\.inline) })
    return declarations.actions.filter { ordered.contains($0.name) }
  }

  private var usedLexicons: [Declarations.Lexicon] {
    let used = Set(clauses.flatMap { $0.condition.lexicons })
    return declarations.lexicons.filter { used.contains($0.name) }
  }

  // MARK: Rules

  private var rules: [Written.Entry] {
    let quoted = publicTerms
    let categories = clauses(removing: true)
    let last = Written.mapping([
      Written.Entry(key: "category", value: .word("other")),
      Written.Entry(key: "title", value: .text("Everything else")),
      Written.Entry(key: "when", value: .word("otherwise")),
    ])
    var entries = [
      Written.Entry(
        key: "categories", value: .list(categories.map { $0.category(avoiding: quoted) } + [last]), remarks: lost)
    ]
    let others = clauses(removing: false)
    if !others.isEmpty {
      let isFirst = categories.isEmpty
      entries.append(
        Written.Entry(key: "escalations", value: .list(others.map { $0.escalation(afterCategories: !isFirst) })))
    }
    return entries
  }

  /// The words that the house rules must not tell.
  private var publicTerms: TermSet {
    TermSet(terms: usedLexicons.flatMap(\.terms).compactMap { try? Phrase($0) })
  }
}

extension DraftCondition {
  /// The lexicons that it uses.
  fileprivate var lexicons: [String] {
    switch self {
    case .test("text.uses", .word(let name), _): [name]
    case .test(_, .mapping(let entries), _):
      entries.compactMap { entry in
        if entry.key == "uses", case .word(let name) = entry.value { name } else { nil }
      }
    case .test: []
    case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.lexicons)
    }
  }
}

extension DraftClause {
  /// What the house rules say where a title would tell the words that are looked for.
  private static let houseRules = [
    "Keep to the rules of this community.", "Post what belongs here.", "Be fair to each other.", "Please be kind.",
  ]

  fileprivate func category(avoiding terms: TermSet) -> Written {
    var entries = [
      Written.Entry(key: "category", value: .word(name), remarks: remarks),
      Written.Entry(key: "title", value: .text(title.text)),
    ]
    let rules = (title.isMade ? [] : [title.text]) + DraftClause.houseRules
    if let rule = rules.first(where: { terms.occurrences(in: WrittenText($0)).isEmpty }) {
      entries.append(Written.Entry(key: "house_rule", value: .text(rule)))
    }
    entries += aboutEntry
    if showsExample, let example = Example.meeting(condition) {
      entries.append(Written.Entry(key: "examples", value: .list([example])))
    }
    return .mapping(entries + [Written.Entry(key: "when", value: condition.written)] + consequences)
  }

  fileprivate func escalation(afterCategories: Bool) -> Written {
    let asked = afterCategories ? DraftCondition.all([.test("category", .word("other"), nil), condition]) : condition
    return .mapping(
      [
        Written.Entry(key: "escalation", value: .word(name), remarks: remarks),
        Written.Entry(key: "title", value: .text(title.text)),
      ] + aboutEntry + [Written.Entry(key: "when", value: asked.simplified.written)] + consequences)
  }

  private var aboutEntry: [Written.Entry] {
    orders.about.isEmpty ? [] : [Written.Entry(key: "about", value: .text(orders.about.joined(separator: "\n\n")))]
  }

  private var consequences: [Written.Entry] {
    var entries: [Written.Entry] = []
    if sparesModerators {
      entries.append(
        Written.Entry(
          key: "unless", value: .mapping([Written.Entry(key: "author.roles", value: .word("moderator"))])))
    }
    if let message = orders.message { entries.append(Written.Entry(key: "respond", value: .word(message.plan))) }
    entries.append(Written.Entry(key: "do", value: .row(orders.must)))
    if let say = orders.say { entries.append(Written.Entry(key: "say", value: .list([.text(say)]))) }
    if isInShadow { entries.append(Written.Entry(key: "status", value: .word("shadow"))) }
    return entries
  }
}
