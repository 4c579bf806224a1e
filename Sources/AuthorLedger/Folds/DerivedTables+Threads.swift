import DecisionModel

// What is known of a thread: who began it and when, how many wrote, what they wrote about, and who says the same.
extension DerivedTables {
  func add(_ comment: DecidedComment, to thread: LedgerKey, _ event: LedgerEvent, _ texts: TextKeys?) throws {
    let here = ThreadAuthor(thread: thread, author: event.author)
    let mine = try rows.threadAuthors.value(here)
    rows.threadAuthors.set((mine ?? 0) + 1, here)
    var known = try rows.threads.value(thread) ?? KnownThread(firstAuthor: event.author, began: event.at)
    if mine == nil { known.authors += 1 }
    if let category = comment.category.map(JSONValue.text), !known.categories.contains(category) {
      known.categories.append(category)
    }
    rows.threads.set(known, thread)
    if let text = texts?.normal {
      let same = ThreadText(thread: thread, text: text)
      rows.threadTexts.set((try rows.threadTexts.value(same) ?? 0) + 1, same)
    }
  }

  /// A comment is no longer one of the thread; who wrote it still took part.
  func takeBack(text: Cell, from thread: Cell, _ author: Int64) throws {
    try session.execute(
      "UPDATE thread_authors SET comments = comments - 1 WHERE thread = $1 AND author = $2", [thread, .integer(author)])
    try forget(text: text, in: thread)
  }

  func forget(text: Cell, in thread: Cell) throws {
    guard text != .null else { return }
    try session.execute(
      "UPDATE thread_texts SET comments = comments - 1 WHERE thread = $1 AND text = $2", [thread, text])
    try session.execute("DELETE FROM thread_texts WHERE thread = $1 AND text = $2 AND comments < 1", [thread, text])
  }
}
