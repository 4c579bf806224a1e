/// Which disguises of a list's terms escape it.
public struct ListEvasion: Sendable {
  /// A term in disguise.
  public struct Disguised: Sendable {
    public let term: String
    /// In UTF-8.
    public let written: [UInt8]
  }

  /// What came of one way.
  public struct Way: Sendable {
    public let disguise: Disguise
    public let tried: Int
    public let escaped: [Disguised]
  }

  public let list: AuditedList
  /// How many terms were disguised, taken evenly from all.
  public let termsTried: Int
  /// The terms that are not found even as they stand in the sentence: an exception takes them away.
  public let notFound: [String]
  /// In the order of the catalogue; those that can be tried on some term.
  public let ways: [Way]
  /// What mends it, each step with the steps before it. Only lists that guard are mended.
  public internal(set) var mendings: [TriedMending] = []

  public var tried: Int { ways.reduce(0) { $0 + $1.tried } }
  public var escaped: Int { ways.reduce(0) { $0 + $1.escaped.count } }
}
