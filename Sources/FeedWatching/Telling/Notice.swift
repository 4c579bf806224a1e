public import DecisionModel

/// What a person is told of an entry.
public struct Notice: Sendable {
  public let decided: DecidedEntry
  /// The teams that own the watches that found it, by their names.
  public let owners: [String]

  public init(_ decided: DecidedEntry, _ program: DecisionProgram) {
    self.decided = decided
    owners = program.watches.filter { decided.entry.watches.contains($0.name) }.compactMap(\.owner)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The notice as one line of JSON, without a line end: `type` and `timestamp` as Standard Webhooks recommends, `data`
  /// with the entry and the decision in its canonical form.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("type", "entry.decided")
      $0.member("timestamp", decided.decided)
      $0.object("data") {
        $0.member("owners", owners)
        $0.object("entry", decided.entry.members)
        $0.member("decision", try? JSONValue(parsing: decided.decision))
      }
    }
    return writer.bytes
  }
}
