/// The keys of a decision, in the order in which they are written. What is empty is left out.
extension Form {
  public static let decision = Form(
    "a decision",
    [
      Key("decision", .scalar(.languageVersion), "The version of this form", required: true),
      Key("playbook", .form(playbookVersion), "The playbook by which it was decided", required: true),
      Key("comment", .opaque, "The comment's identity"),
      Key("summary", .prose, "The decision in plain words", required: true),
      Key(
        "stance", .choice("hold", "enforce", "respond", "observe"), "How it meets the comment, in one word",
        required: true),
      Key("category", .opaque, "The first category that holds"),
      Key("also", .list(.opaque), "The later categories that hold too"),
      Key("actions", .list(.form(decidedAction)), "What must be done, from silent to final"),
      Key("may", .list(.form(decidedAction)), "What is left to a person's judgement"),
      Key("reply", .form(decidedReply), "The answer that is to be written"),
      Key("escalations", .list(.opaque), "The escalations that hold"),
      Key("ladders", .list(.form(decidedLadder)), "Where the author stands"),
      Key("follow_ups", .list(.form(followUp)), "What is to be done later"),
      Key("approvals", .list(.form(awaitedApproval)), "Who says yes before something is done"),
      Key("ask", .list(.form(question)), "What a person must say first"),
      Key("because", .list(.form(reason)), "The clauses that made the decision, and what they found"),
      Key("assumed", .list(.opaque), "The facts that were not given and could have mattered"),
      Key("unavailable", .list(.form(unavailable)), "Actions that the channel cannot do"),
      Key("shadow", .list(.form(reason)), "Clauses on trial that hold"),
      Key("cut", .yesNo, "Only the beginning of the text was judged"),
      Key("trouble", .prose, "Why the comment could not be judged"),
    ])

  static let playbookVersion = Form(
    "a playbook's version",
    [
      Key("name", .opaque, "Its name", required: true),
      Key("version", .opaque, "Its version"),
      Key("digest", .opaque, "The digest of its program", required: true),
    ])

  private static let decidedAction = Form(
    "an action",
    [
      Key("action", .opaque, "Its name", required: true),
      Key("for", .oneOrMany(.opaque), "How long it lasts; of several a person picks one"),
      Key("also_last", .opaque, "How far back the author's earlier comments on the ladder are included"),
      Key("to", .opaque, "The team that is told"),
      Key("levels", .list(.form(decidedLevel)), "Who takes over, and by when"),
      Key("say", .prose, "What to say, with `[blanks]` to fill in"),
      Key("ladder", .opaque, "The ladder whose comments `also_last` means"),
      Key("due", .scalar(.instant), "By when it is done; of what is asked for first, when"),
      Key("held_by", .list(.opaque), "The teams whose word it waits for"),
      Key("awaiting", .list(.opaque), "The teams whose yes it waits for"),
    ])

  private static let decidedLevel = Form(
    "a level",
    [
      Key("team", .opaque, "Who takes over", required: true),
      Key("due", .scalar(.instant), "By when", required: true),
    ])

  private static let decidedReply = Form(
    "a reply",
    [
      Key("plan", .opaque, "The plan", required: true),
      Key("owner", .opaque, "Who answers"),
      Key("in", .choice("public", "private"), "Where it stands", required: true),
      Key("not_before", .scalar(.instant), "From when"),
      Key("due", .scalar(.instant), "By when"),
      Key("held_by", .list(.opaque), "The teams whose word it waits for"),
      Key(
        "steps",
        .list(
          .form(
            Form(
              "a step",
              [
                Key("step", .opaque, "What the answer does", required: true), Key("say", .prose, "Words for it"),
              ]))), "What the answer does, in order"),
    ])

  private static let decidedLadder = Form(
    "a ladder",
    [
      Key("ladder", .opaque, "Its name", required: true),
      Key("strikes", .wholeNumber, "Live strikes, this one included", required: true),
      Key("rung", .opaque, "The rung taken"),
      Key("next", .opaque, "The rung after it"),
      Key("forgotten_at", .scalar(.instant), "When this strike ends to count"),
    ])

  private static let followUp = Form(
    "a follow-up",
    [
      Key("step", .opaque, "The step that is to be done, by its name or `id`"),
      Key("end_of", .opaque, "The action that ends"),
      Key("owner", .opaque, "Who does it"),
      Key("due", .scalar(.instant), "By when; left out where only an event begins its time"),
      Key("after", .opaque, "How long after the event"),
      Key("since", .choice("replied", "resolved"), "The event"),
      Key("until", .choice("resolved"), "It is done again until then"),
      Key("on_request", .yesNo, "Whether the author may ask for the end"),
    ])

  private static let awaitedApproval = Form(
    "an approval",
    [
      Key("action", .opaque, "What waits", required: true),
      Key("teams", .list(.opaque), "Who may say yes", required: true),
      Key("count", .wholeNumber, "How many must", required: true),
    ])

  private static let unavailable = Form(
    "an action that cannot be done",
    [
      Key("action", .opaque, "Its name", required: true), Key("fallback", .prose, "What is done in its place"),
    ])

  private static let question = Form(
    "a question",
    [
      Key("fact", .opaque, "The fact that is missing", required: true),
      Key("question", .line, "The question that finds it out"),
    ])

  private static let reason = Form(
    "a reason",
    [
      Key("clause", .opaque, "The clause: `category.abuse`", required: true),
      Key("section", .opaque, "Its number in the document", required: true),
      Key("at", .opaque, "Its place in the playbook", required: true),
      Key("found", .list(.form(found)), "What made it hold"),
    ])

  static let found = Form(
    "what was found",
    [
      Key("lexicon", .opaque, "The lexicon of the term"),
      Key("term", .opaque, "The term"),
      Key("phrase", .opaque, "The phrase of a condition"),
      Key("regex", .prose, "The regular expression of a condition"),
      Key("link", .opaque, "The host to which a link leads, as the condition names it"),
      Key("text", .prose, "What stands in the comment, as it was written"),
      Key("from", .wholeNumber, "Where it begins, in Unicode scalars"),
      Key("to", .wholeNumber, "Where it ends"),
      Key("disguised", .yesNo, "Whether its letters were disguised"),
      Key("fact", .opaque, "The fact"),
      Key("measure", .opaque, "The measure of the text"),
      Key("is", .either([.opaque, .scalar(.number), .yesNo, .list(.opaque)]), "Its value"),
      Key("test", .opaque, "What was asked of it"),
    ])
}
