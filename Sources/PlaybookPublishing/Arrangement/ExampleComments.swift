import DecisionModel
import PlaybookModel

extension TestComment {
  /// The comment in quotation marks, and what else is known of it.
  func prose(_ english: PlainEnglish) -> Prose {
    let facts = facts(of: json, named: nil).map { name, value -> Prose in
      "\(english.phrase(of: name).subject): \(value)"
    }
    let quoted = Prose.quoted(Prose(text))
    return facts.isEmpty ? quoted : "\(quoted) (\(facts.joined(separator: "; ")))"
  }

  /// The members beside the text, by the names of facts; `facts` holds those that the playbook declares.
  private func facts(of value: JSONValue, named name: String?) -> [(String, String)] {
    switch value {
    case .object(let members):
      members.flatMap { member -> [(String, String)] in
        let key = member.keyText
        if name == nil && ["text", "id", "covers"].includes(key) { return [] }
        if name == nil && ["facts"].includes(key) { return facts(of: member.value, named: "") }
        return facts(of: member.value, named: name.map { $0.isEmpty ? key : "\($0).\(key)" } ?? key)
      }
    case .array(let elements): [(name ?? "", elements.map(words).joined(separator: ", "))]
    default: [(name ?? "", words(value))]
    }
  }

  private func words(_ value: JSONValue) -> String {
    switch value {
    case .bool(let value): value ? "yes" : "no"
    case .number(let value): NumbersInWords.number(value)
    case .string: value.text ?? ""
    case .null: "unknown"
    case .array, .object: "…"
    }
  }
}
