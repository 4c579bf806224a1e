/// What became of one fact of a real policy, in the playbook that was written after it.
///
/// Each mark is held against the playbook when the tests run, and fails when it is no longer true.
enum Mark: Sendable {
  /// An example, test or story that passes covers the fact, and one of them fails once `words` of the playbook are
  /// written otherwise: so it is the playbook that decides, and not the test.
  case executable(words: String, otherwise: String)
  /// The sentence stands in the published document, and nothing decides by it.
  case proseOnly(String)
  /// What it would take is refused by the compiler, with this finding: see `Probe`.
  case notExpressible(Probe)
}

/// Some keys of a playbook that say what the language cannot say, and the finding that refuses them.
struct Probe: Sendable {
  let yaml: String
  let finding: String

  init(_ yaml: String, is finding: String) {
    self.yaml = yaml
    self.finding = finding
  }
}

/// A fact of `policies/facts.ndjson` with its mark.
struct MarkedFact: Sendable, CustomStringConvertible {
  /// As facts.ndjson numbers it: `D01.1`.
  let id: String
  /// The playbook in `Tests/Policies`, without its ending.
  let playbook: String
  let mark: Mark
  /// A part of the fact of which less is true than its mark says.
  let rest: Mark?

  init(_ id: String, in playbook: String, _ mark: Mark, rest: Mark? = nil) {
    self.id = id
    self.playbook = playbook
    self.mark = mark
    self.rest = rest
  }

  var description: String { "\(id) in \(playbook)" }
}
