/// What may stand as the value of a key.
public indirect enum Shape: Sendable {
  case scalar(ScalarKind)
  /// At least one item.
  case list(Shape)
  /// One item, or a list of at least one.
  case oneOrMany(Shape)
  /// A mapping with the keys of a form.
  case form(Form)
  /// A mapping whose keys are names that the author gives (or refers to), to values of one shape.
  case entries(keys: ScalarKind, values: Shape)
  /// One of several shapes, told apart by whether a scalar, a list or a mapping stands there.
  case either([Shape])
  /// A condition.
  case condition
  /// A condition, or a clause with `when` and `unless` beside what describes it.
  case clause(Form)
  /// A TEST of a number: `at least 5`, `60%`, a list of them.
  case numberTest
  /// The facts that a comment brings: names of declared facts to their values.
  case givenFacts
}

/// What a scalar is read as. The key decides, never the way the scalar looks.
public enum ScalarKind: Sendable, Hashable {
  /// One line of text.
  case line
  /// Text of any length; Markdown where it is published.
  case prose
  /// A comment or a draft: text that is decided or reviewed.
  case comment
  /// A sentence to say, with `{facts}` and `[blanks]`.
  case wording
  /// A name that the author gives to something.
  case definition(Namespace)
  /// A name that is defined elsewhere.
  case reference(Namespace)
  /// A name that is defined elsewhere, or `none` for the empty set of them: what a test expects.
  case referenceOrNone(Namespace)
  /// A name that belongs to what stands around it, such as a rung.
  case localName
  /// The name of something that is done: a rung, an action or a step.
  case deed
  /// A word out of few.
  case choice([String])
  case yesNo
  case wholeNumber
  case number
  /// A number and a unit; with `working`, also working hours and working days.
  case length(working: Bool)
  /// What a test expects of a deadline: a time, a length from the post, or `unknown`.
  case expectedTime
  /// How long an action lasts: a length, or `between 30 and 90 days`.
  case actionLength
  /// A length of time that is so long whenever it begins, and so not of months.
  case duration
  case languageVersion
  case version
  case date
  case instant
  case hours
  case timeZone
  /// A term of a lexicon or a phrase.
  case phrase
  case regularExpression
  /// Where a link leads: `casino.example`.
  case host
  /// Where something stands on the web: `https://alerts.example/feeds/1.atom`.
  case webAddress
  case path
  /// Opaque text: an identity, an address, a contact.
  case opaque
}

/// A kind of thing that has a name.
public enum Namespace: String, Sendable, Hashable, CaseIterable {
  case team, fact, lexicon, signal, category, response, ladder, escalation, promise, channel, standard, action
  case step = "response step"
  case mode, practice, watch

  /// The word in the names of findings: `unknown-response-step`.
  public var kebab: String { rawValue.split(separator: " ").joined(separator: "-") }

  /// Whether the names stand as keys beside built-in ones, and so in `snake_case`.
  public var isSnakeCase: Bool { self == .action || self == .step || self == .fact }
}
