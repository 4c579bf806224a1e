/// Where a ledger is: a file of SQLite, or a database of PostgreSQL.
public enum LedgerAddress: Hashable, Sendable, CustomStringConvertible {
  case file(String)
  /// An address as libpq reads it: `postgres://user@host/database`.
  case server(String)

  /// Reads `decorum.sqlite` or `postgres://…`.
  public init(_ text: String) {
    let isServer = ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
    self = isServer ? .server(text) : .file(text)
  }

  public var description: String {
    switch self {
    case .file(let path): path
    case .server(let address): address
    }
  }
}
