import DecisionModel
import PlaybookModel

/// What the script of the box is told of the playbook, as JSON.
extension AskBox {
  var data: String {
    var writer = JSONWriter()
    writer.object {
      $0.key("program")
      $0.string(programFile)
      $0.key("zone")
      $0.string(playbook.zone.name)
      $0.list("fields", questions.asked + questions.others) { $0.field($1) }
      $0.list("channels", playbook.shownChannels) { $0.string($1.definition.name) }
      $0.list("ladders", playbook.ladders) { $0.string($1.definition.name) }
      $0.list("histories", questions.histories) { $0.string($1.rawValue) }
      $0.list("modes", playbook.modes) { $0.string($1.definition.name) }
      $0.key("titles")
      $0.object { titles(in: &$0) }
      $0.list("examples", examples.filter { !$0.comments.isEmpty }) { $0.examples($1) }
    }
    return writer.text
  }

  private func titles(in writer: inout JSONWriter) {
    writer.titles("category", playbook.categories.map(\.definition))
    writer.titles("response", playbook.responses.map(\.definition))
    writer.titles("escalation", playbook.escalations.map(\.definition))
    writer.titles("team", playbook.teams.map(\.definition))
    writer.titles("channel", playbook.channels.map(\.definition))
    writer.titles("lexicon", playbook.lexicons.map(\.definition))
    writer.titles("step", playbook.steps.map(\.definition))
    writer.titles("ladder", playbook.ladders.map(\.definition))
    let rungs = playbook.ladders.flatMap { ladder in
      ladder.rungs.map { ("\(ladder.definition.name).\($0.definition.name)", $0.definition.label) }
    }
    writer.titles("rung", rungs)
    let facts = BuiltInFact.all.map(\.name) + playbook.facts.map(\.definition.name)
    writer.titles("fact", facts.map { ($0, arrangement.factTitle($0)) })
    let actions = (ActionDefinition.builtIn + playbook.actions).map { ($0.name, $0.title.withLargeInitial) }
    writer.titles("action", actions)
  }

  fileprivate struct Examples {
    let title: String
    /// Each with what it is called, where that is not its text.
    let comments: [(label: String?, comment: TestComment)]
  }

  /// What the playbook shows of itself, most telling first.
  private var examples: [Examples] {
    let categories = playbook.categories.flatMap { examples($0.examples, of: $0.definition.label) }
    let signals = playbook.signals.flatMap { examples($0.examples, of: $0.definition.label) }
    let tests = playbook.tests.compactMap { test -> (String?, TestComment)? in
      if case .comment(let comment, _) = test.subject { (test.title, comment) } else { nil }
    }
    return categories + signals + [Examples(title: "Tests", comments: tests)]
  }

  private func examples(_ examples: PlaybookModel.Examples, of title: String) -> [Examples] {
    [
      Examples(title: title, comments: examples.positive.map { (nil, $0.comment) }),
      Examples(title: "Not: \(title)", comments: examples.negative.map { (nil, $0.comment) }),
    ]
  }
}

extension JSONWriter {
  fileprivate mutating func list<Item>(_ key: String, _ items: [Item], _ write: (inout JSONWriter, Item) -> Void) {
    self.key(key)
    array { for item in items { write(&$0, item) } }
  }

  fileprivate mutating func titles(_ kind: String, _ definitions: [Definition]) {
    titles(kind, definitions.compactMap { definition in definition.title.map { (definition.name, $0) } })
  }

  /// Titles by name. Names are made of words, and the script makes a title of one that has none.
  fileprivate mutating func titles(_ kind: String, _ titles: [(name: String, title: String)]) {
    key(kind)
    object {
      for title in titles {
        $0.key(title.name)
        $0.string(legible(title.title))
      }
    }
  }

  /// Where a fact stands in a comment: `author.id` under `author`, one that the playbook declares under `facts`.
  fileprivate mutating func field(_ question: AskQuestions.Question) {
    let parts = question.name.split(separator: ".", maxSplits: 1).map(String.init)
    let place = question.isBuiltIn && parts.count == 2 ? (parts[0], parts[1]) : ("facts", question.name)
    object {
      for (key, value) in [
        ("name", question.name), ("type", question.type.rawValue), ("group", place.0), ("key", place.1),
      ] {
        $0.key(key)
        $0.string(value)
      }
      if question.isChoice { $0.list("words", question.words) { $0.string($1) } }
    }
  }

  fileprivate mutating func examples(_ examples: AskBox.Examples) {
    object {
      $0.key("title")
      $0.string(legible(examples.title))
      $0.list("comments", examples.comments) { writer, example in
        writer.object {
          if let label = example.label {
            $0.key("label")
            $0.string(legible(label))
          }
          $0.key("comment")
          $0.value(example.comment.json)
        }
      }
    }
  }
}
