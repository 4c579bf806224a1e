// How a batch is written, table by table.
extension RowWrite {
  // The log.
  static let events = insert("events", "number, author, place, at, actor, program, happening, commitment, hash")
  static let sealed = insert("sealed", "number, salt, given, decision, note, written, text")
  static let authors = insert("authors", "number, identity, place, hash, at, kept_place, kept_hash")
  static let heads = update("authors", "place, hash, at", key: "number")

  // What follows from it.
  static let comments = insert("comments", "comment, number, author, posted, thread, written, text")
  static let strikes = insert("strikes", "number, author, ladder, decision, weight, at, total, void")
  static let ladders = insert("ladders", "author, ladder, rung", replacing: "author, ladder")
  static let said = insert("said", "author, clause, wording", replacing: "author, clause")
  static let taken = insert("taken", "action, at, number")
  static let threads = insert("threads", "thread, first_author, began, authors, categories", replacing: "thread")
  static let threadAuthors = insert("thread_authors", "thread, author, comments", replacing: "thread, author")
  static let threadTexts = insert("thread_texts", "thread, text, comments", replacing: "thread, text")
  static let cases = insert(
    "cases", "number, author, thread, comments, waiting, taken, answered, resolved, private, pending",
    replacing: "number")
  static let caseEvents = insert("case_events", "number, event")
}
