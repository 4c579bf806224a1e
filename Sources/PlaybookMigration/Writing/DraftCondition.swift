/// A condition of the playbook that is being made, with what a comment must be like to meet it.
indirect enum DraftCondition {
  /// One key of a condition. A text that meets it is an example of it, where one is certain.
  case test(String, Written, Sample?)
  case all([DraftCondition])
  case any([DraftCondition])
  case none([DraftCondition])

  /// What a comment must hold to meet a test.
  enum Sample {
    case text(String)
    case fact(String, Written)
  }

  /// A yes or no of a fact.
  static func yesNo(_ fact: String, _ value: Bool) -> DraftCondition {
    .test(fact, .word(value ? "yes" : "no"), .fact(fact, .word(value ? "yes" : "no")))
  }

  /// A word among those of a fact.
  static func word(_ fact: String, _ words: [String]) -> DraftCondition {
    let written = words.map { Written.word($0) }
    return .test(
      fact, written.count == 1 ? written[0] : .row(written), words.first.map { .fact(fact, .word($0)) })
  }

  /// The facts and measures that it asks.
  var keys: [String] {
    switch self {
    case .test(let key, _, _): [key]
    case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.keys)
    }
  }

  /// Nothing stands needlessly in something else.
  var simplified: DraftCondition {
    switch self {
    case .test: return self
    case .none(let parts):
      return .none(
        parts.map(\.simplified).flatMap { part -> [DraftCondition] in
          if case .any(let inner) = part { inner } else { [part] }
        })
    case .all(let parts):
      let flat = parts.map(\.simplified).flatMap { part -> [DraftCondition] in
        if case .all(let inner) = part { inner } else { [part] }
      }
      return flat.count == 1 ? flat[0] : .all(flat)
    case .any(let parts):
      let flat = parts.map(\.simplified).flatMap { part -> [DraftCondition] in
        if case .any(let inner) = part { inner } else { [part] }
      }
      return flat.count == 1 ? flat[0] : .any(flat)
    }
  }

  /// As a playbook has it: a mapping means all, a list means any.
  var written: Written {
    switch self {
    case .test(let key, let value, _): return .mapping([Written.Entry(key: key, value: value)])
    case .any(let parts): return .list(parts.map(\.item))
    case .none: return .mapping([entry])
    case .all(let parts):
      let entries = parts.map(\.entry)
      let isDistinct = Set(entries.map { Array($0.key.utf8) }).count == entries.count
      return isDistinct
        ? .mapping(entries) : .mapping([Written.Entry(key: "all", value: .list(parts.map(\.item)))])
    }
  }

  /// As an item of a list.
  private var item: Written {
    if case .any = self { .mapping([entry]) } else { written }
  }

  /// As one key of a mapping.
  private var entry: Written.Entry {
    switch self {
    case .test(let key, let value, _): Written.Entry(key: key, value: value)
    case .any(let parts): Written.Entry(key: "any", value: .list(parts.map(\.item)))
    case .none(let parts): Written.Entry(key: "none", value: .list(parts.map(\.item)))
    case .all(let parts): Written.Entry(key: "all", value: .list(parts.map(\.item)))
    }
  }
}
