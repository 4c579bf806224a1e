import DecisionEngine
import DecisionModel

/// A submission as far as it could be read, and the keys by which the ledger knows what is in it.
struct KeyedSubmission {
  let read: ReadSubmission
  let comment: LedgerKey
  /// Who wrote it, or all of whom nobody knows who they are.
  let author: LedgerKey
  let thread: LedgerKey?
  let texts: TextKeys

  init(_ submission: Submission, by decider: Decider, _ keys: LedgerKeys, now: Instant) {
    read = ReadSubmission(submission, by: decider, now: now)
    comment = keys.key(.comment, read.id)
    author = keys.key(.author, read.author ?? [])
    thread = read.thread.map { keys.key(.thread, $0) }
    let text = read.comment.text
    texts = TextKeys(
      written: keys.key(.written, text).bytes, normal: keys.key(.text, decider.normalForm(of: text)).bytes)
  }
}
