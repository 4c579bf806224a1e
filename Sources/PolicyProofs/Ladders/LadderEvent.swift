/// Something that happens to an author on a ladder.
enum LadderEvent: Hashable, Sendable {
  /// A comment, by the place of its kind among the offences.
  case comment(Int)
  /// A rung that was ordered is carried out, by its place among those that are tracked.
  case done(Int)
  /// Everything that was ordered and is still to be done is done.
  case allDone
  /// So much time passes that the oldest strike is forgotten.
  case lapse
  /// An appeal against a live strike is upheld; the oldest is 0.
  case appeal(Int)
  case pardon
}
