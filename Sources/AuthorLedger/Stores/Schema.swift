/// The tables of a ledger: the log, what is sealed beside it, and what follows from both so that it is found quickly.
enum Schema {
  /// The steps from each version to the next: a database of version n has had the first n of them. A step that was
  /// released is never changed.
  static let steps: [String] = [firstVersion, feeds]

  static var version: Int64 { Int64(steps.count) }

  /// The tables that follow from the log, in the order in which they are compared.
  static let derived = [
    DerivedTable("comments", columns: "comment, number, author, posted, thread", order: "comment"),
    DerivedTable("ladders", columns: "author, ladder, rung", order: "author, ladder"),
    DerivedTable("strikes", columns: "number, author, ladder, decision, weight, at, total, void", order: "number"),
    DerivedTable("deeds", columns: "author, ladder, rung, at", order: "author, ladder, rung"),
    DerivedTable("said", columns: "author, clause, wording", order: "author, clause"),
    DerivedTable("taken", columns: "action, at, number", order: "action, at, number"),
    DerivedTable("threads", columns: "thread, first_author, began, authors, categories", order: "thread"),
    DerivedTable("thread_authors", columns: "thread, author, comments", order: "thread, author"),
    DerivedTable(
      "cases", columns: "number, author, thread, comments, waiting, taken, answered, resolved, private, pending",
      order: "number"),
    DerivedTable("case_events", columns: "number, event", order: "number, event"),
    DerivedTable("modes", columns: "mode, is_on", order: "mode"),
    DerivedTable("appeals", columns: "decision, filed, settled, upheld", order: "decision"),
  ]

  private static let firstVersion = """
    CREATE TABLE meta (name BYTES PRIMARY KEY, value BYTES NOT NULL);
    CREATE TABLE programs (
      number INTEGER8 PRIMARY KEY, digest BYTES NOT NULL UNIQUE, name BYTES NOT NULL, version BYTES, image BYTES NOT NULL);
    CREATE TABLE events (
      number INTEGER8 PRIMARY KEY, author INTEGER8 NOT NULL, place INTEGER8 NOT NULL, at INTEGER8 NOT NULL,
      actor BYTES NOT NULL, program INTEGER8, happening BYTES NOT NULL, commitment BYTES, hash BYTES NOT NULL,
      UNIQUE (author, place));
    CREATE TABLE sealed (
      number INTEGER8 PRIMARY KEY, salt BYTES NOT NULL, given BYTES, decision BYTES, note BYTES, written BYTES,
      text BYTES);
    CREATE TABLE authors (
      number INTEGER8 PRIMARY KEY, identity BYTES NOT NULL UNIQUE, place INTEGER8 NOT NULL, hash BYTES NOT NULL,
      at INTEGER8 NOT NULL, kept_place INTEGER8 NOT NULL, kept_hash BYTES NOT NULL);
    CREATE TABLE receipts (token BYTES PRIMARY KEY, number INTEGER8 NOT NULL);
    CREATE TABLE comments (
      comment BYTES PRIMARY KEY, number INTEGER8 NOT NULL, author INTEGER8 NOT NULL, posted INTEGER8 NOT NULL,
      thread BYTES, written BYTES, text BYTES);
    CREATE INDEX comments_of_author ON comments (author, posted);
    CREATE INDEX comments_of_text ON comments (author, text, posted);
    CREATE TABLE ladders (
      author INTEGER8 NOT NULL, ladder BYTES NOT NULL, rung BYTES, PRIMARY KEY (author, ladder));
    CREATE TABLE strikes (
      number INTEGER8 PRIMARY KEY, author INTEGER8 NOT NULL, ladder BYTES NOT NULL, decision INTEGER8 NOT NULL,
      weight INTEGER8 NOT NULL, at INTEGER8 NOT NULL, total INTEGER8 NOT NULL, void INTEGER8 NOT NULL);
    CREATE INDEX strikes_of_decision ON strikes (decision);
    CREATE INDEX strikes_of_author ON strikes (author, ladder, void, at, number);
    CREATE TABLE deeds (
      author INTEGER8 NOT NULL, ladder BYTES NOT NULL, rung BYTES NOT NULL, at INTEGER8 NOT NULL,
      PRIMARY KEY (author, ladder, rung));
    CREATE TABLE said (
      author INTEGER8 NOT NULL, clause BYTES NOT NULL, wording INTEGER8 NOT NULL, PRIMARY KEY (author, clause));
    CREATE TABLE taken (
      action BYTES NOT NULL, at INTEGER8 NOT NULL, number INTEGER8 NOT NULL, PRIMARY KEY (action, at, number));
    CREATE TABLE threads (
      thread BYTES PRIMARY KEY, first_author INTEGER8 NOT NULL, began INTEGER8 NOT NULL, authors INTEGER8 NOT NULL,
      categories BYTES NOT NULL);
    CREATE TABLE thread_authors (
      thread BYTES NOT NULL, author INTEGER8 NOT NULL, comments INTEGER8 NOT NULL, PRIMARY KEY (thread, author));
    CREATE TABLE thread_texts (
      thread BYTES NOT NULL, text BYTES NOT NULL, comments INTEGER8 NOT NULL, PRIMARY KEY (thread, text));
    CREATE TABLE cases (
      number INTEGER8 PRIMARY KEY, author INTEGER8 NOT NULL, thread BYTES, comments INTEGER8 NOT NULL, waiting INTEGER8,
      taken INTEGER8 NOT NULL, answered INTEGER8, resolved INTEGER8, private INTEGER8 NOT NULL, pending INTEGER8 NOT NULL);
    CREATE INDEX cases_of_author ON cases (author, thread);
    CREATE INDEX cases_pending ON cases (pending, number);
    CREATE TABLE case_events (
      number INTEGER8 NOT NULL, event INTEGER8 NOT NULL, PRIMARY KEY (number, event));
    CREATE TABLE modes (mode BYTES PRIMARY KEY, is_on INTEGER8 NOT NULL);
    CREATE TABLE appeals (
      decision INTEGER8 PRIMARY KEY, filed INTEGER8 NOT NULL, settled INTEGER8, upheld INTEGER8);
    """

  /// How far feeds were read, and the entries of which nobody was told yet.
  private static let feeds = """
    CREATE TABLE feeds (feed BYTES PRIMARY KEY, state BYTES NOT NULL);
    CREATE TABLE untold (
      comment BYTES PRIMARY KEY, number INTEGER8 NOT NULL, at INTEGER8 NOT NULL, notice BYTES NOT NULL,
      decision BYTES NOT NULL);
    """
}

/// A table that follows from the log, and what of it is compared with the log folded anew.
struct DerivedTable: Sendable {
  let name: String
  let columns: String
  let order: String

  init(_ name: String, columns: String, order: String) {
    self.name = name
    self.columns = columns
    self.order = order
  }
}

/// What the databases call the two types of values.
enum SchemaDialect: String, Sendable {
  case sqlite, postgresql

  func spelled(_ sql: String) -> String {
    switch self {
    case .sqlite: sql.replacing("INTEGER8", with: "INTEGER").replacing("BYTES", with: "BLOB")
    case .postgresql: sql.replacing("INTEGER8", with: "BIGINT").replacing("BYTES", with: "BYTEA")
    }
  }
}
