import DecisionModel

/// An author in a thread.
struct ThreadAuthor: Hashable {
  let thread: LedgerKey
  let author: Int64
}

/// A text in a thread, by the key of its normal form.
struct ThreadText: Hashable {
  let thread: LedgerKey
  let text: [UInt8]
}

/// What is known of a thread.
struct KnownThread {
  let firstAuthor: Int64
  let began: Instant
  var authors: Int64 = 0
  var categories: [JSONValue] = []
}

extension RowShape<LedgerKey, KnownThread> {
  static var threads: RowShape {
    RowShape(
      query: "SELECT first_author, began, authors, categories FROM threads WHERE thread = $1", cells: { [Cell($0)] },
      read: { thread, row in
        thread = KnownThread(
          firstAuthor: try row.integer(0), began: try row.instant(1), authors: try row.integer(2),
          categories: try JSONValue(parsing: row.bytes(3)).array ?? [])
      },
      write: .threads,
      rows: { key, thread in
        var categories = JSONWriter()
        categories.value(.array(thread.categories))
        return [
          [
            Cell(key), .integer(thread.firstAuthor), .instant(thread.began), .integer(thread.authors),
            .bytes(categories.bytes),
          ]
        ]
      })
  }
}

extension RowShape<ThreadAuthor, Int64> {
  /// How many comments of the thread are the author's.
  static var threadAuthors: RowShape {
    RowShape(
      query: "SELECT comments FROM thread_authors WHERE thread = $1 AND author = $2",
      cells: { [Cell($0.thread), .integer($0.author)] }, read: { comments, row in comments = try row.integer(0) },
      write: .threadAuthors,
      rows: { key, comments in [[Cell(key.thread), .integer(key.author), .integer(comments)]] })
  }

  /// The author's case in the thread.
  static var caseNumbers: RowShape {
    RowShape(
      query: "SELECT number FROM cases WHERE thread = $1 AND author = $2 ORDER BY number LIMIT 1",
      cells: { [Cell($0.thread), .integer($0.author)] }, read: { number, row in number = try row.integer(0) })
  }
}

extension RowShape<ThreadText, Int64> {
  /// How many comments of the thread have this text.
  static var threadTexts: RowShape {
    RowShape(
      query: "SELECT comments FROM thread_texts WHERE thread = $1 AND text = $2",
      cells: { [Cell($0.thread), .bytes($0.text)] }, read: { comments, row in comments = try row.integer(0) },
      write: .threadTexts,
      rows: { key, comments in [[Cell(key.thread), .bytes(key.text), .integer(comments)]] })
  }
}

/// A case as it stands beside the log.
struct KnownCase {
  let author: Int64
  let thread: LedgerKey?
  var standing = CaseStanding()
  var isPending = false
}

extension RowShape<Int64, KnownCase> {
  static var cases: RowShape {
    RowShape(
      query: """
        SELECT author, thread, comments, waiting, taken, answered, resolved, private, pending FROM cases WHERE number = $1
        """, cells: { [.integer($0)] },
      read: { known, row in
        known = KnownCase(
          author: try row.integer(0), thread: try row.optional(1, row.key),
          standing: try CaseStanding(row, from: 2), isPending: try row.flag(8))
      },
      write: .cases,
      rows: { number, known in
        let standing = known.standing
        return [
          [
            .integer(number), .integer(known.author), Cell(known.thread), .integer(Int64(standing.comments)),
            Cell(standing.waitingSince), .flag(standing.isTaken), Cell(standing.answeredAt), Cell(standing.resolvedAt),
            .flag(standing.isPrivate), .flag(known.isPending),
          ]
        ]
      })
  }
}
