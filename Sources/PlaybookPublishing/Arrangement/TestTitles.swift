import PlaybookModel

extension Arrangement {
  /// What is shown to work each time the playbook is built: the titles of its tests and stories, and its practices.
  var tests: [Block] {
    let titles = playbook.tests.map { [Block.paragraph(title(of: $0))] }
    let tests: [Block] = titles.isEmpty ? [] : [.list(.init(isOrdered: true, items: titles))]
    return tests + practices
  }

  private func title(of test: PlaybookTest) -> Prose {
    switch test.subject {
    case .comment, .draft, .entry: Prose(test.title).capitalised
    case .story: "Story: \(test.title)"
    }
  }

  private var practices: [Block] {
    if playbook.practices.isEmpty { return [] }
    let entries = playbook.practices.map { Document.Entry(Prose($0.definition.name), [.paragraph(Prose($0.text))]) }
    return [.paragraph(.strong("What this playbook has to show:")), .definitions(entries)]
  }
}
