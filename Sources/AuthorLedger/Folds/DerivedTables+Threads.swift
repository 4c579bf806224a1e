import DecisionModel

// What is known of a thread: who began it and when, how many wrote, what they wrote about, and who says the same.
extension DerivedTables {
  func add(_ comment: DecidedComment, to thread: LedgerKey, _ event: LedgerEvent, _ texts: TextKeys?) throws {
    let here: [Cell] = [Cell(thread), .integer(event.author)]
    let wrote = try session.row("SELECT comments FROM thread_authors WHERE thread = $1 AND author = $2", here) != nil
    try session.execute(
      """
      INSERT INTO thread_authors (thread, author, comments) VALUES ($1, $2, 1)
      ON CONFLICT (thread, author) DO UPDATE SET comments = thread_authors.comments + 1
      """, here)
    try session.execute(
      """
      INSERT INTO threads (thread, first_author, began, authors, categories) VALUES ($1, $2, $3, 1, $4)
      ON CONFLICT (thread) DO UPDATE SET authors = threads.authors + $5
      """, here + [.instant(event.at), .bytes(Array("[]".utf8)), .integer(wrote ? 0 : 1)])
    if let category = comment.category { try add(category, to: thread) }
    if let text = texts?.normal {
      try session.execute(
        """
        INSERT INTO thread_texts (thread, text, comments) VALUES ($1, $2, 1)
        ON CONFLICT (thread, text) DO UPDATE SET comments = thread_texts.comments + 1
        """, [Cell(thread), .bytes(text)])
    }
  }

  private func add(_ category: String, to thread: LedgerKey) throws {
    let row = try session.row("SELECT categories FROM threads WHERE thread = $1", [Cell(thread)])
    var categories = try row.map { try JSONValue(parsing: $0.bytes(0)).array ?? [] } ?? []
    guard !categories.contains(.text(category)) else { return }
    categories.append(.text(category))
    var writer = JSONWriter()
    writer.value(.array(categories))
    try session.execute("UPDATE threads SET categories = $2 WHERE thread = $1", [Cell(thread), .bytes(writer.bytes)])
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
