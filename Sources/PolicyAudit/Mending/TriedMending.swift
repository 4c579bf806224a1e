/// A change of a list that was tried, with what came of it.
public struct TriedMending: Sendable {
  /// What is changed at once; each change builds on the mendings before.
  public let changes: [ListChange]
  /// So many disguises escape, or innocent texts are caught, before the change.
  public let before: Int
  public let after: Int
  /// The innocent texts that it catches by accident, and that were not caught before.
  public let alsoCaught: [Caught]
  /// The terms that the list does not find any more where they stand as they are.
  public let lost: [String]
  /// The examples and tests of the playbook that pass without the change and fail with it.
  public let broken: [String]

  /// Whether nothing speaks against it.
  public var isClean: Bool { alsoCaught.isEmpty && lost.isEmpty && broken.isEmpty }
}
