import DecisionModel

extension DecidedLines.Form {
  /// A decision that was recorded, as it is written of a stream.
  func written(_ decision: [UInt8], about line: [UInt8]) -> [UInt8] {
    switch self {
    case .json(.all): return decision
    case .json(let fields): return Self.chosen(fields, of: decision)
    case .plain: return Self.plain(decision, about: line)
    }
  }

  /// Some fields of it, each as it stands in the whole.
  private static func chosen(_ fields: DecisionFields, of decision: [UInt8]) -> [UInt8] {
    let members = (try? JSONValue(parsing: decision))?.object ?? []
    var writer = JSONWriter()
    writer.value(.object(members.filter { DecisionField($0.key).map(fields.contains) ?? false }))
    return writer.bytes
  }

  private static func plain(_ recorded: [UInt8], about line: [UInt8]) -> [UInt8] {
    let json = try? JSONValue(parsing: recorded)
    var decision = Decision(
      playbook: PlaybookVersion(name: "", version: nil, digest: ""), comment: nil,
      summary: json?["summary"]?.text ?? "", stance: json?["stance"]?.text.flatMap { Stance(rawValue: $0) } ?? .hold)
    decision.category = json?["category"]?.text
    decision.trouble = json?["trouble"]?.text
    return DecidedLines.plainLines(of: decision, about: (try? JSONValue(parsing: line))?["text"]?.text)
  }
}
