/// Where an answer stands.
public enum ReplyPlace: String, Codable, Hashable, Sendable {
  case publicly = "public"
  case privately = "private"
  /// Where the comment stands.
  case same
}
