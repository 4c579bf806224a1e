/// Whether decisions stay the same where the names of groups are swapped.
public struct Neutrality: Sendable {
  /// A swap that changes the decision.
  public struct Example: Sendable {
    /// Of what: `religions`, and from which group to which.
    public let table: String
    public let from: String
    public let to: String
    /// The text before and after, in UTF-8.
    public let text: [UInt8]
    public let swapped: [UInt8]
    public let before: String
    public let after: String
    /// What is decided otherwise, in a few words each.
    public let changes: [String]
  }

  /// The swaps that one clause makes unequal, by one thing that it looks for.
  public struct Cause: Sendable {
    /// `category.abuse`
    public let clause: String
    /// `playbook.yaml:38:5`
    public let at: String
    /// Where what it finds in one text and not in the other is listed: `lexicon.threats`.
    public let what: String
    /// What it finds there, and how many swaps each changes.
    public internal(set) var terms: [(term: String, swaps: Int)] = []
    public internal(set) var swaps = 0
    public internal(set) var examples: [Example] = []
  }

  /// The comments, and how many of them name a group.
  public internal(set) var comments = 0
  public internal(set) var named = 0
  /// The comments in which names were swapped: all that name a group, or so many evenly taken.
  public internal(set) var tried = 0
  public internal(set) var swaps = 0
  /// Those that change most first.
  public internal(set) var causes: [Cause] = []

  public var changed: Int { causes.reduce(0) { $0 + $1.swaps } }
}
