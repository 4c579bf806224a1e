/// A key of a condition. Facts stand beside these, under their own names.
public struct ConditionKey: Sendable {
  public let name: String
  public let shape: Shape
  public let effect: Key.Effect
  public let meaning: String

  public static let all: [ConditionKey] = logic + text + measures + circumstances

  public static func named(_ name: String) -> ConditionKey? { all.first { $0.name == name } }

  private init(_ name: String, _ shape: Shape, _ meaning: String, effect: Key.Effect = .now) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.effect = effect
  }

  private static let logic = [
    ConditionKey("all", .list(.condition), "All of the conditions hold"),
    ConditionKey("any", .list(.condition), "At least one of the conditions holds"),
    ConditionKey("none", .list(.condition), "None of the conditions holds"),
    ConditionKey("not", .condition, "The condition does not hold"),
    ConditionKey(
      "count",
      .form(
        Form(
          "a count of conditions",
          [
            Key("of", .list(.condition), "The conditions", required: true),
            Key("is", .numberTest, "How many of them hold", required: true),
          ])), "So many of the conditions hold"),
    ConditionKey("signal", .many(.signal), "One of the signals holds"),
  ]

  private static let text = [
    ConditionKey("text.says", .oneOrMany(.scalar(.phrase)), "One of the phrases is in the text"),
    ConditionKey("text.uses", .many(.lexicon), "A term of one of the lexicons is in the text"),
    ConditionKey(
      "text.count", .entries(keys: .reference(.lexicon), values: .numberTest),
      "So many distinct terms of the lexicon are in the text"),
    ConditionKey(
      "text.score", .entries(keys: .reference(.lexicon), values: .numberTest),
      "The weights of the distinct terms found add up so"),
    ConditionKey(
      "text.matches", .oneOrMany(.scalar(.regularExpression)), "A regular expression is found in the text"),
    ConditionKey("text.links_to", .oneOrMany(.scalar(.host)), "A link leads to this host or one below it"),
  ]

  private static let measures = [
    ConditionKey("text.length", .numberTest, "How many characters the text has"),
    ConditionKey("text.words", .numberTest, "How many words the text has"),
    ConditionKey("text.capitals", .numberTest, "The share of capitals among the letters that have case"),
    ConditionKey("text.exclamations", .numberTest, "How many exclamation marks it has"),
    ConditionKey("text.questions", .numberTest, "How many question marks it has"),
    ConditionKey("text.links", .numberTest, "How many links it has"),
    ConditionKey("text.mentions", .numberTest, "How many people it names with @"),
    ConditionKey("text.hashtags", .numberTest, "How many hashtags it has"),
    ConditionKey("text.emoji", .numberTest, "How many emoji it has"),
    ConditionKey("text.longest_run", .numberTest, "The length of the longest run of one character"),
  ]

  private static let circumstances = [
    ConditionKey("time.open", .one(.team), "The comment came within the team's hours"),
    ConditionKey("mode", .many(.mode), "One of the modes is on"),
    ConditionKey("category", .many(.category), "The comment has one of these categories"),
    ConditionKey("escalation", .many(.escalation), "One of these escalations holds"),
    ConditionKey("history.comments", .form(window), "How much the author wrote in a while"),
    ConditionKey("history.same_text", .form(window), "How often the author wrote the same in a while"),
  ]

  private static let window = Form(
    "a count over time",
    [
      Key("in", .length, "The while, which ends with this comment", required: true),
      Key("is", .numberTest, "How many, this comment included", required: true),
    ])
}

extension Form {
  /// What is asked of a fact of type text.
  public static let textTest = Form(
    "a test of a text",
    [
      Key("says", .oneOrMany(.scalar(.phrase)), "One of the phrases is in it"),
      Key("uses", .many(.lexicon), "A term of one of the lexicons is in it"),
      Key("matches", .oneOrMany(.scalar(.regularExpression)), "A regular expression is found in it"),
    ])
}
