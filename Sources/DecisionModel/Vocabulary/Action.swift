/// What an action does to the world, from silent to final.
public enum ActionKind: String, Hashable, Sendable, CaseIterable, Comparable {
  case record, route, speak, enforce

  public static func < (one: ActionKind, other: ActionKind) -> Bool { one.rank < other.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// An action that a decision may order, with the words that a summary uses for it.
public struct ActionDefinition: Hashable, Sendable {
  public let name: String
  public let kind: ActionKind
  /// What the summary says: "hide it".
  public let title: String
  public let isBuiltIn: Bool

  public init(name: String, kind: ActionKind, title: String, isBuiltIn: Bool = false) {
    self.name = name
    self.kind = kind
    self.title = title
    self.isBuiltIn = isBuiltIn
  }

  /// The actions of the language, in the order in which a decision lists them.
  public static let builtIn: [ActionDefinition] = [
    .builtIn("let_stand", .record, "let it stand"),
    .builtIn("publish", .record, "publish it"),
    .builtIn("monitor", .record, "watch the author"),
    .builtIn("capture", .record, "keep a copy"),
    .builtIn("notify", .route, "tell"),
    .builtIn("escalate", .route, "hand it to"),
    .builtIn("reply", .speak, "answer"),
    .builtIn("message", .speak, "answer in private"),
    .builtIn("warn", .speak, "warn"),
    .builtIn("hide", .enforce, "hide it"),
    .builtIn("mute", .enforce, "mute"),
    .builtIn("remove", .enforce, "remove it"),
    .builtIn("lock", .enforce, "lock the thread"),
    .builtIn("report", .enforce, "report it to the platform"),
    .builtIn("block", .enforce, "block"),
  ]

  /// All actions of a playbook in the order in which a decision lists them: by kind, the built-in ones first, declared ones by name.
  public static func ordered(declared: [ActionDefinition]) -> [ActionDefinition] {
    ActionKind.allCases.flatMap { kind in
      builtIn.filter { $0.kind == kind }
        + declared.filter { $0.kind == kind }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
  }

  private static func builtIn(_ name: String, _ kind: ActionKind, _ title: String) -> ActionDefinition {
    ActionDefinition(name: name, kind: kind, title: title, isBuiltIn: true)
  }
}

/// The response steps of the language.
public enum BuiltInStep {
  public static let names = [
    "thank", "acknowledge", "affirm", "own", "apologise", "explain", "solve", "ask", "offer", "correct", "take_offline",
    "follow_through", "follow_up",
  ]
}
