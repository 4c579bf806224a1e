import DecisionModel

/// A comment that a new policy decides otherwise, as an example of its move.
public struct MovedComment: Sendable {
  /// So many bytes of a text are kept.
  public static let longestText = 400

  /// What the platform calls it.
  public let id: [UInt8]?
  /// The beginning of its text, in UTF-8.
  public let text: [UInt8]
  /// What is done by each policy, in plain words.
  public let before: String
  public let now: String
  public let changes: [DecisionChange]
  /// Which texts are examples: those with the smallest ranks, wherever they stand.
  let rank: UInt64

  init(_ comment: Comment, before: Decision, now: Decision, changes: [DecisionChange]) {
    id = comment.id
    text = Self.beginning(of: comment.text)
    self.before = before.summary
    self.now = now.summary
    self.changes = changes
    rank = comment.text.withUnsafeBytes { ByteHash.hash(of: $0) }
  }

  func precedes(_ other: MovedComment) -> Bool {
    if rank != other.rank { return rank < other.rank }
    if text != other.text { return text.lexicographicallyPrecedes(other.text) }
    if (id ?? []) != (other.id ?? []) { return (id ?? []).lexicographicallyPrecedes(other.id ?? []) }
    return [before, now].lexicographicallyPrecedes([other.before, other.now]) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Cut between two characters.
  private static func beginning(of text: [UInt8]) -> [UInt8] {
    guard text.count > longestText else { return text }
    let end = (0...longestText).last { text[$0] & 0xC0 != 0x80 } ?? longestText
    return Array(text[..<end]) + Array("…".utf8)
  }
}
