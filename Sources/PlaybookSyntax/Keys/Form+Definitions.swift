/// The forms of what a playbook defines by name.
extension Form {
  public static let team = Form(
    "a team",
    [
      .title,
      .about,
      Key("contact", .opaque, "How the team is reached; internal"),
      Key("hours", .oneOrMany(.scalar(.hours)), "When the team works: `Mon-Fri 09:00-17:00`, or `always`"),
      Key("cover", .one(.team), "Who acts outside the team's hours"),
      Key("holidays", .list(.scalar(.date)), "Days on which the team is closed"),
    ])

  public static let fact = Form(
    "a fact",
    [
      Key(
        "type", .choice("number", "yes_no", "word", "words", "text", "duration", "instant"),
        "What kind of value it has", required: true),
      .about,
      Key("required", .yesNo, "Whether a decision that would have to assume it waits for a person"),
      Key("ask", .line, "The question that finds it out"),
    ])

  public static let lexicon = Form(
    "a lexicon",
    [
      .title,
      .about,
      Key("terms", .list(.scalar(.phrase)), "Words and phrases; `*` at an end of a word is any continuation"),
      Key("weights", .entries(keys: .phrase, values: .wholeNumber), "Terms with what each adds to a score"),
      Key("file", .scalar(.path), "A file with one term a line; `#` begins a comment"),
      Key("except", .list(.scalar(.phrase)), "Phrases that take away what is found within them"),
      Key("disguises", .yesNo, "Whether the terms are also found when they are disguised: `1d10t`, `i.d.i.o.t`"),
    ] + examples + [.accept])

  public static let signal = Form("a signal", [.title, .about] + examples + [.when, .unless, .accept])

  public static let category = Form(
    "a category",
    [
      Key("category", .scalar(.definition(.category)), "Its name, in kebab-case", required: true),
      .title,
      Key("house_rule", .prose, "What the public document says of it"),
      .about,
    ] + examples + [
      Key(
        "when", .either([.scalar(.choice(["otherwise"])), .condition]),
        "The condition under which it holds; the last says `otherwise`", required: true),
      .unless,
      Key("respond", .one(.response), "The plan by which it is answered"),
      .doActions,
      .mayActions,
      .say,
      Key("ladder", .either([.one(.ladder), .form(.ladderUse)]), "The ladder on which it counts"),
      .approval,
      .status,
      Key("before", .one(.category), "In a playbook that extends another: the category before which it ranks"),
      Key("after", .one(.category), "In a playbook that extends another: the category after which it ranks"),
      .accept,
    ])

  public static let ladderUse = Form(
    "the use of a ladder",
    [
      Key("use", .one(.ladder), "The ladder", required: true),
      Key("counts", .wholeNumber, "How many strikes the comment counts for"),
      Key("no_lower_than", .scalar(.localName), "The rung that is taken at the least"),
    ])

  public static let escalation = Form(
    "an escalation",
    [
      Key("escalation", .scalar(.definition(.escalation)), "Its name, in kebab-case", required: true),
      .title,
      .about,
      Key("when", .condition, "The condition under which it holds", required: true),
      .unless,
      Key("to", .either([.one(.team), .list(.form(.level))]), "Who takes over, and who next if nobody did in time"),
      Key("hold_reply", .yesNo, "Whether everything that speaks waits for the first team's word"),
      Key("respond", .one(.response), "The plan that takes the place of the category's"),
      .doActions,
      .mayActions,
      .say,
      .approval,
      .status,
      .accept,
    ])

  public static let level = Form(
    "a level",
    [
      Key("team", .one(.team), "Who takes over", required: true),
      Key("within", .workingLength, "By when, counted from the post"),
    ])

  public static let ladder = Form(
    "a ladder",
    [
      .title,
      .about,
      Key("published", .yesNo, "Whether the house rules show its rungs"),
      Key("forget_after", .length, "How long a strike is live"),
      Key("rungs", .list(.form(.rung)), "What is done at how many strikes, ranked", required: true),
      .status,
      .accept,
    ])

  public static let rung = Form(
    "a rung",
    [
      Key("rung", .scalar(.localName), "Its name, in kebab-case", required: true),
      .title,
      .about,
      Key(
        "strikes", .wholeNumber,
        "The number of live strikes at which it is taken; without it only `no_lower_than` takes it"),
      Key("needs", .scalar(.localName), "The rung that must have been carried out first"),
      .doActions,
      .mayActions,
      .say,
      .approval,
      Key("appeal", .form(.appeal), "How the author can object"),
    ])

  public static let appeal = Form(
    "an appeal",
    [
      Key("to", .one(.team), "Who judges it", required: true),
      Key("within", .workingLength, "How long the author can object"),
      Key("answered_within", .workingLength, "How long the answer may take"),
    ])

  public static let standard = Form(
    "a standard",
    [
      .title,
      .about,
      Key("avoid", .condition, "The condition on a draft that breaks it"),
      Key("ask", .line, "The question that a reviewer ticks"),
      Key("instead", .prose, "What to write instead"),
      Key("severity", .choice("error", "warning", "note"), "How much it matters"),
      Key("every_plan", .yesNo, "Whether it holds for every plan"),
    ] + examples + [.accept])

  public static let channel = Form(
    "a channel",
    [
      .title,
      .about,
      Key(
        "can", .list(.choice("reply", "message", "hide", "remove", "mute", "block", "report", "lock")),
        "What can be done there"),
      Key("longest_reply", .wholeNumber, "How many characters a reply may have"),
      Key("fallback", .prose, "What is done in place of what cannot be"),
      Key(
        "posts", .choice("wait", "at_once"), "Whether a comment waits for a decision before it is shown"),
    ])

  public static let actionDefinition = Form(
    "an action",
    [
      Key("title", .line, "What the summary says of it", required: true),
      .about,
      Key("kind", .choice("record", "route", "speak", "enforce"), "What it does to the world", required: true),
    ])

  public static let stepDefinition = Form(
    "a response step",
    [
      .title, .about,
      Key("shown_by", .one(.lexicon), "The lexicon by which a draft shows it"),
    ])

  public static let mode = Form(
    "a mode",
    [
      .title, .about, Key("at_most", .length, "How long it may be on"),
    ])

  private static let comments = Shape.list(.either([.scalar(.comment), .form(.comment)]))
  /// Every example is executed.
  private static let examples = [
    Key("examples", comments, "Comments that it takes; each is executed"),
    Key("counterexamples", comments, "Comments that it does not take; each is executed"),
  ]
}
