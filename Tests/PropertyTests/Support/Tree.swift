import YAMLSyntax

/// A tree of YAML as a text means it: without places and styles.
indirect enum Tree: Sendable {
  case scalar(String)
  case list([Tree])
  case mapping([Entry])

  struct Entry: Sendable {
    var key: String
    var value: Tree

    init(_ key: String, _ value: Tree) {
      self.key = key
      self.value = value
    }

    init(_ key: String, _ text: String) { self.init(key, .scalar(text)) }
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> Tree { .list(texts.map { .scalar($0) }) }

  /// A mapping of one entry.
  static func one(_ key: String, _ value: Tree) -> Tree { .mapping([Entry(key, value)]) }
  static func one(_ key: String, _ text: String) -> Tree { .one(key, .scalar(text)) }

  init(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar): self = .scalar(scalar.text)
    case .sequence(let sequence): self = .list(sequence.items.map { Tree($0) })
    case .mapping(let mapping): self = .mapping(mapping.entries.map { Entry($0.key.text, Tree($0.value)) })
    }
  }
}

/// Texts are compared as bytes: to Swift, canonically equal ones are the same.
extension Tree: Equatable {
  static func == (one: Tree, other: Tree) -> Bool {
    switch (one, other) {
    case (.scalar(let one), .scalar(let other)): one.utf8.elementsEqual(other.utf8)
    case (.list(let one), .list(let other)): one == other
    case (.mapping(let one), .mapping(let other)): one == other
    default: false
    }
  }
}

extension Tree.Entry: Equatable {
  static func == (one: Self, other: Self) -> Bool {
    one.key.utf8.elementsEqual(other.key.utf8) && one.value == other.value
  }
}

extension Tree {
  /// The value under a key of a mapping.
  subscript(key: String) -> Tree? {
    get {
      guard case .mapping(let entries) = self else { return nil }
      return entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
    set {
      guard case .mapping(var entries) = self else { return }
      let place = entries.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
      if let place { entries.remove(at: place) }
      if let newValue { entries.insert(Entry(key, newValue), at: place ?? entries.count) }
      self = .mapping(entries)
    }
  }

  var items: [Tree] {
    if case .list(let items) = self { items } else { [] }
  }

  var entries: [Entry] {
    if case .mapping(let entries) = self { entries } else { [] }
  }

  var text: String? {
    if case .scalar(let text) = self { text } else { nil }
  }

  /// The tree with each of its nodes changed, the innermost first.
  func changed(_ change: (Tree) -> Tree) -> Tree {
    switch self {
    case .scalar: change(self)
    case .list(let items): change(.list(items.map { $0.changed(change) }))
    case .mapping(let entries): change(.mapping(entries.map { Entry($0.key, $0.value.changed(change)) }))
    }
  }

  /// The tree with the entries of every mapping in another order.
  func shuffled(_ dice: inout Dice) -> Tree {
    switch self {
    case .scalar: self
    case .list(let items): .list(items.map { $0.shuffled(&dice) })
    case .mapping(let entries): .mapping(dice.shuffled(entries.map { Entry($0.key, $0.value.shuffled(&dice)) }))
    }
  }

  /// Whether an entry stands anywhere in the tree of which this holds.
  func contains(_ isWanted: (Entry) -> Bool) -> Bool {
    switch self {
    case .scalar: false
    case .list(let items): items.contains { $0.contains(isWanted) }
    case .mapping(let entries): entries.contains { isWanted($0) || $0.value.contains(isWanted) }
    }
  }
}
