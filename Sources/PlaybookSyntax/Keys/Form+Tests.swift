public import DecisionModel

/// The forms of tests, of the comments in them and of what they expect.
extension Form {
  /// A test of one comment, of a draft or of a feed's entry; or a story.
  public static let test = Form(
    "a test",
    [
      Key("test", .line, "What it shows"),
      Key("story", .line, "What it shows"),
      .about,
      Key("comment", .either([.scalar(.comment), .form(.comment)]), "The comment that is decided"),
      Key("draft", .scalar(.comment), "The reply that is reviewed"),
      Key("plan", .one(.response), "The plan that the draft is held to"),
      Key("entry", .either([.scalar(.comment), .form(.feedEntry)]), "The entry of a feed"),
      Key("expect", .form(.expectation), "What must come out; what is not named is not compared"),
      Key("steps", .list(.form(.storyStep)), "The comments and events of the story"),
      .covers,
    ])

  public static let storyStep = Form(
    "a step of a story",
    [
      Key("at", .scalar(.instant), "When it happens", required: true),
      Key("by", .opaque, "Who: the author's identity"),
      Key("comment", .either([.scalar(.comment), .form(.comment)]), "What the author writes"),
      Key("thread", .opaque, "The thread in which it stands"),
      Key("channel", .opaque, "The channel on which it stands"),
      Key("done", .scalar(.deed), "The rung or action that was carried out"),
      Key(
        "event", .choice("replied", "resolved", "appeal_upheld", "pardon", "mode_on", "mode_off"), "What else happened"),
      Key("mode", .one(.mode), "The mode that is switched"),
      Key("ladder", .one(.ladder), "The ladder that an appeal or a pardon is about"),
      Key("against", .opaque, "The `id` of the comment that an appeal is about; without it the latest that counts"),
      Key("expect", .form(.expectation), "What must come out"),
    ])

  /// A comment as a test writes it and as the engine reads it: the same keys.
  public static let comment = Form(
    "a comment",
    [
      Key("id", .opaque, "The comment's identity"),
      Key("text", .scalar(.comment), "What was written"),
      Key("author", .form(author), "Who wrote it"),
      Key("post", .form(post), "Where and when"),
      Key("thread", .form(thread), "What stands around it"),
      Key("history", .form(history), "What the author did before"),
      Key("case", .form(openCase), "The case that it belongs to"),
      Key("facts", .givenFacts, "Declared facts and their values"),
      Key("modes", .list(.one(.mode)), "The modes that are on; all others are off"),
      Key("channel", .opaque, "Short for `post.channel`"),
      Key(
        "brakes", .entries(keys: .reference(.action), values: .wholeNumber), "How often each action was taken so far"),
      Key("now", .scalar(.instant), "The instant of the decision"),
      .covers,
    ])

  static let author = facts("an author", under: "author.")
  static let post = facts("a post", under: "post.")
  static let thread = facts("a thread", under: "thread.")
  static let openCase = facts("a case", under: "case.")

  /// Ladders stand here under their own names, beside these keys.
  static let history = Form(
    "a history",
    [
      Key("comments", .list(.scalar(.instant)), "When the author wrote before"),
      Key("same_text", .list(.scalar(.instant)), "When the author wrote the same before"),
      Key(
        "said", .entries(keys: .opaque, values: .wholeNumber),
        "Which wording the author was given last, by clause: 0 is the first"),
    ])

  /// A ladder's entry in a history: a number of strikes, or what is known of the author on it.
  public static let ladderHistory = Shape.either([.wholeNumber, .form(standing)])

  /// What is known of an author on one ladder.
  public static let standing = Form(
    "a standing",
    [
      Key("strikes", .wholeNumber, "How many strikes are live"),
      Key("done", .list(.scalar(.localName)), "The rungs that were carried out since the oldest live strike"),
      Key("since", .scalar(.instant), "The instant of the oldest live strike"),
    ])

  static let feedEntry = Form(
    "an entry of a feed",
    [
      Key("title", .line, "Its title"), Key("summary", .prose, "Its text"), Key("link", .opaque, "Its address"),
    ])

  public static let expectation = Form(
    "an expectation",
    [
      Key("category", .scalar(.referenceOrNone(.category)), "The category"),
      Key("stance", .choice("hold", "enforce", "respond", "observe"), "The stance"),
      Key("also", many(.category), "The later categories that hold too, all of them"),
      Key("actions", expectedActions, "The actions, all of them"),
      Key("may", expectedActions, "The actions left to judgement, all of them"),
      Key("escalations", many(.escalation), "The escalations that hold, all of them"),
      Key("assumed", .oneOrMany(.opaque), "The facts that were assumed, all of them"),
      Key("unavailable", many(.action), "The actions that the channel cannot do"),
      Key("shadow", .oneOrMany(.opaque), "The shadow clauses that hold"),
      Key("ask", .oneOrMany(.opaque), "The facts that a person is asked for, all of them"),
      Key("steps", many(.step), "The steps of the answer, all of them"),
      Key(
        "ladders", .either([.choice("none"), .entries(keys: .reference(.ladder), values: .scalar(.localName))]),
        "The rung on each ladder; `none` where no ladder counts it"),
      Key("reply", .either([.choice("none"), .form(expectedReply)]), "The answer"),
      Key(
        "follow_ups", .either([.choice("none"), .entries(keys: .deed, values: .scalar(.expectedTime))]),
        "What is to be done later, and by when"),
      Key(
        "found", .entries(keys: .reference(.lexicon), values: .oneOrMany(.scalar(.phrase))),
        "The terms found, by lexicon"),
      Key("breaks", many(.standard), "The standards that the draft breaks"),
      Key("lacks", many(.step), "The steps that the draft lacks"),
      Key("passes", .yesNo, "Whether the draft passes"),
      Key("watch", many(.watch), "The watches that find the entry"),
    ])

  private static let expectedReply = Form(
    "an expected reply",
    [
      Key("plan", .one(.response), "The plan"),
      Key("owner", .one(.team), "Who answers"),
      Key("in", .choice("public", "private"), "Where"),
      Key("due", .scalar(.expectedTime), "By when: an instant, or a length from the post"),
      Key("not_before", .scalar(.expectedTime), "From when: an instant, or a length from the post"),
      Key("held_by", many(.team), "Whose word it waits for"),
    ])

  /// Actions by their names alone, or with what is expected of them.
  private static let expectedActions = Shape.oneOrMany(
    .either([
      .scalar(.referenceOrNone(.action)),
      .entries(keys: .reference(.action), values: .either([.one(.team), .form(expectedAction)])),
    ]))

  public static let expectedAction = Form(
    "an expected action",
    [
      Key("team", .one(.team), "The team that is told, or that takes over first"),
      Key("for", .either([.scalar(.actionLength), .list(.length)]), "How long it lasts"),
      Key("due", .scalar(.expectedTime), "By when it is done; of what is asked for first, when"),
      Key("say", .prose, "The words that go with it, to the letter"),
      Key("approval", many(.team), "The teams whose yes it waits for, all of them"),
      Key("held_by", many(.team), "The teams whose word it waits for, all of them"),
    ])

  private static func many(_ namespace: Namespace) -> Shape { .manyOrNone(namespace) }

  /// The built-in facts whose names begin so, as keys.
  private static func facts(_ title: String, under prefix: String) -> Form {
    Form(
      title,
      BuiltInFact.all.filter { $0.name.hasPrefix(prefix) }.map { fact in
        Key(String(fact.name.dropFirst(prefix.count)), fact.type.givenShape, fact.about)
      })
  }
}

extension FactType {
  /// How the value of a fact of this type is written.
  public var givenShape: Shape {
    switch self {
    case .number: .scalar(.number)
    case .yesNo: .yesNo
    case .word: .opaque
    case .words: .oneOrMany(.opaque)
    case .text: .scalar(.comment)
    case .duration: .scalar(.duration)
    case .instant: .scalar(.instant)
    case .identity: .opaque
    }
  }
}
