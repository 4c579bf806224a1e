/// The forms of what is done: plans, actions, promises, and the rest of a playbook's duties.
extension Form {
  public static let response = Form(
    "a response",
    [
      .title,
      .about,
      Key("owner", .one(.team), "Who answers"),
      Key("reply", .form(.reply), "By when and where the answer stands"),
      Key("steps", .list(.form(.step)), "What the answer does, in order"),
      Key("standards", .list(.one(.standard)), "What a drafted answer is held to"),
      .approval,
      .accept,
    ])

  public static let reply = Form(
    "a reply",
    [
      Key("within", .workingLength, "By when it is sent, counted from the post"),
      Key("not_before", .length, "The pause before it, counted from the post"),
      Key("in", .choice("public", "private", "same"), "Where it stands; `same` follows the comment"),
      Key("optional", .yesNo, "Whether it is left to the person's judgement"),
    ])

  public static let step = Form(
    "a step",
    [
      Key("step", .one(.step), "What the answer does", required: true),
      Key("id", .scalar(.deed), "The name of the follow-up that it becomes"),
      .about,
      Key("say", .oneOrMany(.scalar(.wording)), "Words for it; several are alternatives"),
      Key("when", .condition, "The condition under which it belongs to the answer"),
      .unless,
      Key("within", .workingLength, "By when it is done"),
      Key("after", .workingLength, "How long after it is done"),
      Key("since", .choice("post", "replied", "resolved"), "From when the time counts"),
      Key("until", .choice("resolved"), "When it ends"),
      Key("owner", .one(.team), "Who does it, where it is not the plan's owner"),
    ])

  /// An action by its name alone, or with what is ordered of it.
  static let action = Shape.either([
    .one(.action),
    .entries(keys: .reference(.action), values: .either([.one(.team), .form(.actionOrder)])),
  ])

  public static let actionOrder = Form(
    "what is ordered of an action",
    [
      Key("for", .either([.scalar(.actionLength), .list(.length)]), "How long it lasts"),
      Key("until", .choice("resolved"), "When it ends"),
      Key("within", .workingLength, "By when it is done, counted from the post"),
      Key("after", .length, "How long it waits"),
      Key("unless", .choice("edited"), "What makes it unnecessary while it waits"),
      Key("also_last", .length, "How far back the author's earlier comments are included"),
      Key("team", .one(.team), "The team that it names"),
      .approval,
      Key("lift", .form(.lift), "How it ends sooner"),
    ])

  public static let lift = Form(
    "the lifting of an action",
    [
      Key("on_request", .yesNo, "Whether the author may ask for it"),
      Key("by", .one(.team), "Who decides"),
    ])

  public static let approval = Form(
    "an approval",
    [
      Key("teams", .list(.one(.team)), "Who may say yes", required: true),
      Key("count", .wholeNumber, "How many must; people of different teams"),
    ])

  public static let promise = Form(
    "a promise",
    [
      .title, .about, .when, .unless,
      Key("always", .form(.alwaysPromise), "What every decision has"),
      Key("never", .list(.one(.action)), "What no decision orders, or leaves to a person"),
      Key("before", .entries(keys: .reference(.action), values: .scalar(.deed)), "What must have been done before"),
      .covers,
      .accept,
    ])

  public static let alwaysPromise = Form(
    "what is promised",
    [
      Key("reply", .form(promisedReply), "That an answer is sent"),
      Key("actions", .list(.one(.action)), "That these actions are ordered"),
    ])

  private static let promisedReply = Form(
    "a promised reply",
    [
      Key("within", .workingLength, "By when", required: true)
    ])

  public static let watch = Form(
    "a watch",
    [
      .title, .about,
      Key("terms", .list(.scalar(.phrase)), "What is looked for", required: true),
      Key("feeds", .list(.scalar(.webAddress)), "Where: addresses of feeds", required: true),
      Key("every", .scalar(.duration), "How often; without it every 30 minutes"),
      Key("owner", .one(.team), "Who is told"),
    ])

  public static let houseRules = Form(
    "the head of the house rules",
    [
      .title, .about, Key("contact", .opaque, "How people reach us; public"),
    ])

  public static let matching = Form(
    "the matching of text",
    [
      Key("accents", .choice("ignored", "kept"), "Whether accents matter"),
      Key("quotes", .choice("ignored", "kept"), "Whether quoted lines are matched"),
    ])

  public static let retention = Form(
    "a retention",
    [
      Key("texts", .length, "How long texts are kept"),
      Key("events", .length, "How long events are kept"),
    ])

  public static let brake = Form(
    "a brake",
    [
      Key("at_most", .wholeNumber, "How many", required: true),
      Key("per", .length, "In how long", required: true),
      Key("tell", .one(.team), "Who decides beyond it", required: true),
    ])

  public static let acceptance = Form(
    "an acceptance",
    [
      Key("finding", .scalar(.localName), "The name of the finding", required: true),
      Key("why", .line, "The reason", required: true),
      Key("owner", .one(.team), "Who answers for it"),
      Key("until", .scalar(.date), "The last day of the acceptance"),
    ])
}
