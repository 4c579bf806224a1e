/// Where an answer stands.
public enum ReplyPlace: String, Hashable, Sendable, CaseIterable {
  case publicly = "public"
  case privately = "private"
  /// Where the comment stands.
  case same
}
