/// A comment that a clause takes, made of the rule's own words.
struct Example {
  private var texts: [String] = []
  private var facts: [(name: String, value: Written)] = []

  /// An example that meets the condition as far as its tests say what does; whether it is one the engine judges.
  static func meeting(_ condition: DraftCondition) -> Written? {
    var example = Example()
    guard example.meet(condition) else { return nil }
    return example.written
  }

  private mutating func meet(_ condition: DraftCondition) -> Bool {
    switch condition {
    case .test(_, _, let sample):
      guard let sample else { return false }
      return add(sample)
    case .all(let parts): return parts.allSatisfy { meet($0) }
    case .any(let parts): return parts.contains { meet($0) }
    case .none(let parts):
      for key in parts.flatMap(\.keys) { addSomethingElse(for: key) }
      return true
    }
  }

  private mutating func add(_ sample: DraftCondition.Sample) -> Bool {
    switch sample {
    case .text(let text): texts.append(text)
    case .fact(let name, let value):
      guard let index = facts.firstIndex(where: { $0.name == name }) else {
        facts.append((name, value))
        return true
      }
      // Two searches of one field are met by both texts.
      guard case .text(let before) = facts[index].value, case .text(let next) = value else { return true }
      facts[index].value = .text(before + " " + next)
    }
    return true
  }

  /// A fact must be known for a test not to hold.
  private mutating func addSomethingElse(for key: String) {
    guard key.contains("."), !key.hasPrefix("text."), !facts.contains(where: { $0.name == key }) else { return }
    switch key {
    case "author.roles": facts.append((key, .word("member")))
    case "reddit.type": facts.append((key, .row([.word("submission"), .word("link")])))
    case let key where key.contains("expression_") || key.contains("is_") || key.hasPrefix("post."):
      facts.append((key, .word("no")))
    default: facts.append((key, .text("something else")))
    }
  }

  private var written: Written {
    let text = Written.text(texts.isEmpty ? "Have a look at this" : texts.joined(separator: " "))
    if facts.isEmpty { return text }
    var entries = [Written.Entry(key: "text", value: text)]
    for group in ["author", "post"] {
      let own = facts.filter { $0.name.hasPrefix(group + ".") }
      if own.isEmpty { continue }
      entries.append(
        Written.Entry(
          key: group,
          value: .mapping(own.map { Written.Entry(key: String($0.name.dropFirst(group.count + 1)), value: $0.value) })))
    }
    let declared = facts.filter { !$0.name.hasPrefix("author.") && !$0.name.hasPrefix("post.") }
    if !declared.isEmpty {
      entries.append(
        Written.Entry(key: "facts", value: .mapping(declared.map { Written.Entry(key: $0.name, value: $0.value) })))
    }
    return .mapping(entries)
  }
}
