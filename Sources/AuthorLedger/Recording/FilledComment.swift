import DecisionEngine
import DecisionModel

extension Comment {
  /// The comment with what the ledger knew, where the caller did not say it themselves. The instant is the ledger's, and
  /// modes that are on are on whoever says so.
  mutating func fill(from known: Comment) {
    id = id ?? known.id
    now = known.now
    facts.merge(known.facts) { given, _ in given }
    histories.merge(known.histories) { given, _ in given }
    brakes.merge(known.brakes) { given, _ in given }
    said.merge(known.said) { given, _ in given }
    earlier.merge(known.earlier) { given, _ in given }
    modes.formUnion(known.modes)
  }
}

extension Decider {
  /// A comment with what the ledger knew of it.
  func filled(_ comment: Comment, _ known: JSONValue) throws -> Comment {
    var filled = comment
    filled.fill(
      from: try self.comment(.object([JSONMember("text", .string([]))] + (known.object ?? [])), now: comment.now))
    return filled
  }
}
