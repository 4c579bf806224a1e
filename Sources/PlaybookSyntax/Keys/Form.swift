/// A mapping with fixed keys: what each expects and means. All forms together are the one table of keys.
public struct Form: Sendable {
  /// How a message calls the mapping: "a team".
  public let title: String
  public let keys: [Key]

  public init(_ title: String, _ keys: [Key]) {
    self.title = title
    self.keys = keys
  }

  public subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

/// A key of the language.
public struct Key: Sendable {
  /// Whether the key does already what it means.
  public enum Effect: Sendable, Hashable {
    case now, later
    /// The key has effect, but these of its words have none yet.
    case laterFor([String])
  }

  public let name: String
  public let shape: Shape
  public let isRequired: Bool
  public let effect: Effect
  /// The version of the language that brought the key.
  public let since: Int
  /// What the key means, in one sentence.
  public let meaning: String

  public init(
    _ name: String, _ shape: Shape, _ meaning: String, required: Bool = false, effect: Effect = .now, since: Int = 1
  ) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.isRequired = required
    self.effect = effect
    self.since = since
  }
}

// Short words for the shapes that the tables use most.
extension Shape {
  static let line = Shape.scalar(.line)
  static let prose = Shape.scalar(.prose)
  static let yesNo = Shape.scalar(.yesNo)
  static let wholeNumber = Shape.scalar(.wholeNumber)
  static let opaque = Shape.scalar(.opaque)
  static let length = Shape.scalar(.length(working: false))
  static let workingLength = Shape.scalar(.length(working: true))
  static func choice(_ words: String...) -> Shape { .scalar(.choice(words)) }
  static func one(_ namespace: Namespace) -> Shape { .scalar(.reference(namespace)) }
  static func many(_ namespace: Namespace) -> Shape { .oneOrMany(.scalar(.reference(namespace))) }
  static func manyOrNone(_ namespace: Namespace) -> Shape { .oneOrMany(.scalar(.referenceOrNone(namespace))) }
  static func named(_ namespace: Namespace, _ values: Shape) -> Shape {
    .entries(keys: .definition(namespace), values: values)
  }
}

extension Key {
  static let about = Key("about", .prose, "What it is and why, in Markdown")
  static let title = Key("title", .line, "What people call it")
  static let when = Key("when", .condition, "The condition under which it holds")
  static let unless = Key("unless", .condition, "The exception: it does not hold where this does")
  static let doActions = Key("do", .list(Form.action), "The actions that must be taken")
  static let mayActions = Key("may", .list(Form.action), "The actions that are left to the person's judgement")
  static let say = Key(
    "say", .oneOrMany(.scalar(.wording)),
    "What is said to the author, with the first action that speaks; several are alternatives")
  static let status = Key(
    "status", .choice("shadow", "draft", "active"),
    "`shadow`: judged and reported, changes nothing; `draft`: checked, not compiled")
  public static let accept = Key(
    "accept", .list(.form(.acceptance)), "Warnings and notes about this that are accepted, and why")
  public static let covers = Key("covers", .many(.practice), "The practices that this shows")
  static let approval = Key(
    "approval", .either([.one(.team), .list(.one(.team)), .form(.approval)]),
    "Who says yes before it is done")
}
