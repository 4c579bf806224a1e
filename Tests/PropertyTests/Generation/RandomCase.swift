/// A playbook with comments to decide by it.
struct RandomCase: Sendable {
  var playbook: Tree
  var comments: [RandomComment]
  var facts: [KnownFact]
  var ladders: [String]

  /// - Parameter measures: whether the playbook may measure the text.
  init(_ dice: inout Dice, comments count: Int = 8, measures: Bool = true) {
    var author = PlaybookAuthor(dice.split(), measures: measures)
    playbook = author.playbook()
    let (facts, ladders, modes) = (author.facts, author.ladders, author.modes)
    self.facts = facts
    self.ladders = ladders
    comments = (0..<count).map { _ in dice.comment(facts: facts, ladders: ladders, modes: modes) }
  }
}
