import PlaybookModel

extension Playbook {
  /// How many cases the playbook holds: tests of comments, and steps of stories that expect something.
  var caseCount: Int {
    tests.reduce(0) { count, test in
      switch test.subject {
      case .comment, .draft, .entry: count + 1
      case .story(let steps): count + steps.count { $0.expectation != nil }
      }
    }
  }
}
