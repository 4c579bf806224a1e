import DecisionModel

// Comments as tests write them, made by small steps from others.
extension JSONValue {
  /// A comment of nothing but a text.
  static func comment(_ text: String) -> JSONValue { .object([JSONMember("text", .text(text))]) }

  /// The object with a member put in the place of one of its name, or behind the others.
  func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    let name = Array(key.utf8)
    var members = object ?? []
    if let place = members.firstIndex(where: { $0.key == name }) {
      members[place] = JSONMember(key, value)
    } else {
      members.append(JSONMember(key, value))
    }
    return .object(members)
  }

  func setting(_ group: String, _ key: String, _ value: JSONValue) -> JSONValue {
    setting(group, (self[group] ?? .object([])).setting(key, value))
  }

  /// The object without a member; where it was the only one, an empty object.
  func removing(_ key: String) -> JSONValue {
    .object((object ?? []).filter { !$0.key.elementsEqual(key.utf8) })
  }

  /// With a fact given, where comments give it.
  func setting(fact: String, _ value: JSONValue) -> JSONValue {
    let (group, key) = BuiltInFact.place(of: fact)
    return setting(group, key, value)
  }

  func removing(fact: String) -> JSONValue {
    let (group, key) = BuiltInFact.place(of: fact)
    guard let known = self[group] else { return self }
    let rest = known.removing(key)
    return rest.object?.isEmpty == true ? removing(group) : setting(group, rest)
  }

  /// With so many strikes on a ladder.
  func setting(strikes: Int, on ladder: String) -> JSONValue {
    setting("history", ladder, .number(Double(strikes))).writtenBySomebody
  }

  /// With an author, whom histories are about.
  var writtenBySomebody: JSONValue {
    self["author"]?["id"] == nil ? setting("author", "id", .text("sam")) : self
  }

  /// With a text behind its own.
  func saying(_ more: String) -> JSONValue {
    let own = self["text"]?.text ?? ""
    return setting("text", .text(own.isEmpty ? more : "\(own) \(more)"))
  }

  /// With what another comment says and knows, where it does not know better itself.
  func joined(with other: JSONValue) -> JSONValue {
    var joined = saying(other["text"]?.text ?? "")
    for member in other.object ?? [] where joined[member.keyText] == nil {
      joined = joined.setting(member.keyText, member.value)
    }
    return joined
  }
}
