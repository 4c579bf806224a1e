import DecisionModel

/// A text between double quotes, as YAML and JSON both read it.
func yamlText(_ text: String) -> String { JSONValue.text(text).yaml }

extension JSONValue {
  /// The value in YAML's flow style on one line, its texts between quotes.
  var yaml: String {
    switch self {
    case .array(let elements): return "[\(elements.map(\.yaml).joined(separator: ", "))]"
    case .object(let members):
      return "{\(members.map { "\(Self.key($0)): \($0.value.yaml)" }.joined(separator: ", "))}"
    default:
      var writer = JSONWriter()
      writer.value(self)
      return shown(writer.text)
    }
  }

  /// What nobody would see is written by its number.
  private func shown(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { shown, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// Names of the language stand as they are.
  private static func key(_ member: JSONMember) -> String {
    let isPlain =
      !member.key.isEmpty
      && member.key.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2E
      }
    return isPlain ? member.keyText : yamlText(member.keyText)
  }
}
