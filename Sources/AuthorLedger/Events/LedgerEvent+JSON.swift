public import DecisionModel

// The canonical form of events: what the chain hashes, and what an export shows. The same event always gives the same
// bytes, and these bytes give the same event.

extension LedgerEvent {
  /// The event as one line of JSON, without a line end.
  public var json: [UInt8] { json(did: happening.json) }

  /// The same where what happened is in its canonical form already.
  func json(did: [UInt8]) -> [UInt8] {
    var writer = JSONWriter(capacity: 256 + did.count)
    writer.object { writer in
      membersOfHead(&writer)
      writer.key("did")
      writer.written(did)
    }
    return writer.bytes
  }

  /// Writes the members of its object.
  public func members(_ writer: inout JSONWriter) {
    membersOfHead(&writer)
    writer.key("did")
    happening.write(to: &writer)
  }

  /// All but what happened.
  private func membersOfHead(_ writer: inout JSONWriter) {
    writer.member("number", Int(number))
    writer.member("author", Int(author))
    writer.member("place", Int(place))
    writer.member("at", at)
    writer.member("by", actor)
    if let playbook { writer.object("playbook", playbook.members) }
  }

  /// Reads an event from its canonical form.
  public init(json: JSONValue) throws(EventProblem) {
    self.init(
      number: try json.integer("number"), author: try json.integer("author"), place: try json.integer("place"),
      at: try json.instant("at"), actor: try json.text("by"),
      playbook: try json["playbook"].map(PlaybookVersion.init(ofEvent:)),
      happening: try Happening(json: try json.value("did")))
  }
}

extension PlaybookVersion {
  fileprivate init(ofEvent json: JSONValue) throws(EventProblem) {
    self.init(name: try json.text("name"), version: json["version"]?.text, digest: try json.text("digest"))
  }
}

/// Why some JSON is no event: the key that is wrong.
public struct EventProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ key: String) { description = "`\(key)` of an event is missing or is not what stands there" }
}
