/// The keys of a draft as `decorum review` reads it, and of its review, in the order in which they are written. What is
/// empty is left out.
extension Form {
  public static let draft = Form(
    "a draft",
    [
      Key("reply", .scalar(.comment), "The drafted reply", required: true),
      Key("comment", .either([.scalar(.comment), .form(.comment)]), "What is answered"),
      Key("plan", .opaque, "The plan that it is held to, in place of the one that the decision orders"),
      Key("channel", .opaque, "Where the reply will stand, where no comment says it"),
      Key("earlier", .list(.scalar(.comment)), "Replies that were sent before"),
    ])

  public static let review = Form(
    "a review",
    [
      Key("review", .scalar(.languageVersion), "The version of this form", required: true),
      Key("playbook", .form(playbookVersion), "The playbook by which it was reviewed", required: true),
      Key("comment", .opaque, "The identity of the comment that is answered"),
      Key("plan", .opaque, "The plan that the draft was held to"),
      Key("in", .choice("public", "private"), "Where the answer stands"),
      Key("not_before", .scalar(.instant), "From when it is sent"),
      Key("due", .scalar(.instant), "By when it is sent"),
      Key("passes", .yesNo, "Whether no error stands against it", required: true),
      Key("findings", .list(.form(reviewFinding)), "What stands against it"),
      Key("shown", .list(.form(shownStep)), "The steps that it shows"),
      Key("ask", .list(.line), "What only a person can tell"),
      Key("trouble", .prose, "Why the draft could not be reviewed"),
    ])

  private static let reviewFinding = Form(
    "a finding",
    [
      Key(
        "finding",
        .choice(
          "reply-not-ordered", "reply-held", "empty-reply", "missing-step", "missing-name", "broken-standard",
          "unfilled-blank", "too-long", "repeated-wording"), "What kind it is", required: true),
      Key("severity", .choice("error", "warning", "note"), "How much it matters", required: true),
      Key("step", .opaque, "The step that is missing"),
      Key("standard", .opaque, "The standard that is broken"),
      Key("message", .prose, "What is wrong, as a sentence", required: true),
      Key("instead", .prose, "What to write instead"),
      Key("found", .list(.form(found)), "What made the standard break"),
      Key("places", .list(.form(found)), "Blanks, where they stand"),
      Key("earlier", .form(earlierReply), "The earlier reply that is closest"),
    ])

  private static let shownStep = Form(
    "a shown step",
    [
      Key("step", .opaque, "Its name", required: true),
      Key("found", .list(.form(found)), "The words that show it; none where they are the playbook's own"),
    ])

  private static let earlierReply = Form(
    "an earlier reply",
    [
      Key("number", .wholeNumber, "Its place among those that were given, from 1 on", required: true),
      Key("text", .prose, "Its words", required: true),
      Key("resemblance", .scalar(.number), "The share of runs of words that are the same, from 0 to 1", required: true),
    ])
}
