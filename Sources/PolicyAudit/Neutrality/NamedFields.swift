import CommentText
import DecisionModel

/// What of a comment may name a group: its text, and the name of its author.
struct NamedFields {
  private let json: JSONValue
  let text: WrittenText
  private let name: WrittenText?

  /// A comment in which a swap was made.
  struct Swapped {
    let json: JSONValue
    let text: NameFinder.Swapped
  }

  init(_ json: JSONValue) {
    self.json = json
    text = WrittenText(utf8: json["text"]?.string ?? [])
    name = (json["author"]?["name"]?.string).map { WrittenText(utf8: $0) }
  }

  /// All of it, to look for names.
  var joined: WrittenText {
    guard let name else { return text }
    let all = text.scalars + [0x2E, 0x0A] + name.scalars
    return WrittenText(utf8: UTF8Text.bytes(of: all))
  }

  func swapping(_ swap: NameFinder.Swap, _ finder: NameFinder) -> Swapped {
    let swapped = finder.swapping(swap, in: text)
    var changed = json.setting("text", .string(swapped.text))
    if let name, let author = json["author"] {
      changed = changed.setting("author", author.setting("name", .string(finder.swapping(swap, in: name).text)))
    }
    return Swapped(json: changed, text: swapped)
  }
}

extension JSONValue {
  /// The object with another value of a member that it has.
  fileprivate func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    .object((object ?? []).map { $0.key.elementsEqual(key.utf8) ? JSONMember(key: $0.key, value: value) : $0 })
  }
}
