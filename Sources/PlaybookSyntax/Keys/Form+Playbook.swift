/// The top of a playbook, and of a file that a playbook imports.
extension Form {
  public static let playbook = playbook(extendsAnother: false)

  /// A playbook that extends another has its categories from there.
  public static let extendingPlaybook = playbook(extendsAnother: true)

  private static func playbook(extendsAnother: Bool) -> Form {
    Form(
      "a playbook",
      [
        Key("decorum", .scalar(.languageVersion), "The version of the language", required: true),
        Key("playbook", .scalar(.localName), "The name of the playbook, in kebab-case", required: true),
      ] + heading + composition + definitions + [
        Key(
          "categories", .list(.form(.category)), "The kinds of comments, ranked: the first that holds is the comment's",
          required: !extendsAnother)
      ] + closing)
  }

  /// A file that brings definitions to the playbook that imports it.
  public static let part = Form(
    "an imported file",
    [Key("decorum", .scalar(.languageVersion), "The version of the language"), .title, .about]
      + [imports] + definitions + [
        Key(
          "categories", .list(.form(.category)), "Kinds of comments, ranked after those of the playbook's earlier files"
        )
      ] + closing)

  private static let heading = [
    Key.title,
    Key("version", .scalar(.version), "The version of the playbook, as the organisation counts"),
    Key("effective", .scalar(.date), "The day from which it holds"),
    Key("timezone", .scalar(.timeZone), "The zone of its times, such as Europe/London"),
    Key.about,
  ]

  private static let imports = Key(
    "imports", .list(.scalar(.path)), "Files that belong to it, and parts of the standard library (`std/…`)")

  private static let composition = [
    imports,
    Key("extends", .scalar(.path), "A playbook that it takes over; its own definitions replace those of the same name"),
    Key("used_on", .list(.one(.channel)), "The channels that are ours"),
    Key("matching", .form(.matching), "How all text is matched"),
    Key("holidays", .list(.scalar(.date)), "Days on which every team is closed"),
    Key("retention", .form(.retention), "How long the ledger keeps what it knows"),
    Key("house_rules", .form(.houseRules), "The head of the public document"),
  ]

  private static let definitions = [
    Key("teams", .named(.team, .form(.team)), "Who acts"),
    Key("facts", .named(.fact, .form(.fact)), "What the caller may know beside the text"),
    Key("lexicons", .named(.lexicon, .either([.list(.scalar(.phrase)), .form(.lexicon)])), "Lists of terms"),
    Key("signals", .named(.signal, .clause(.signal)), "Conditions with a name"),
    Key("responses", .named(.response, .form(.response)), "Plans of how a comment is answered"),
    Key("ladders", .named(.ladder, .form(.ladder)), "What repeated misconduct leads to"),
    Key("escalations", .list(.form(.escalation)), "Who else must know: every one that holds adds to the decision"),
    Key("standards", .named(.standard, .form(.standard)), "What a drafted reply is held to"),
    Key("channels", .named(.channel, .form(.channel)), "What can be done where"),
    Key("actions", .named(.action, .form(.actionDefinition)), "Actions beside the built-in ones"),
    Key("response_steps", .named(.step, .form(.stepDefinition)), "Response steps beside the built-in ones"),
    Key("modes", .named(.mode, .form(.mode)), "Situations that people switch on and off, outside"),
  ]

  private static let closing = [
    Key("promises", .named(.promise, .form(.promise)), "What holds on every input"),
    Key("watch", .named(.watch, .form(.watch)), "Feeds in which mentions are looked for"),
    Key(
      "brakes", .entries(keys: .reference(.action), values: .form(.brake)), "Bounds that stop a runaway"),
    Key(
      "sources", .entries(keys: .opaque, values: .entries(keys: .opaque, values: .opaque)),
      "How payloads of platforms become facts", effect: .later),
    Key("practices", .named(.practice, .line), "What the playbook must show"),
    Key.accept,
    Key("tests", .list(.form(.test)), "Tests and stories"),
  ]
}
