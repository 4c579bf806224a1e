import DecisionModel

/// A value in a table. Text is bytes: what people wrote is neither normalised nor compared as text on its way.
enum Cell: Hashable, Sendable {
  case integer(Int64)
  case bytes([UInt8])
  case null

  static func text(_ text: String) -> Cell { .bytes(Array(text.utf8)) }
  static func instant(_ instant: Instant) -> Cell { .integer(instant.seconds) }
  static func flag(_ isSo: Bool) -> Cell { .integer(isSo ? 1 : 0) }

  /// The text, where it is one.
  var text: String? { if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }

  init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }
  init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .null }
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ instant: Instant?) { self = instant.map { .instant($0) } ?? .null }
  init(_ key: LedgerKey) { self = .bytes(key.bytes) }
  init(_ key: LedgerKey?) { self = key.map { .bytes($0.bytes) } ?? .null }
}

/// A row of a result. A value of another kind than is expected means that the ledger is damaged.
struct StoredRow: Hashable, Sendable {
  let cells: [Cell]

  func integer(_ place: Int) throws(LedgerProblem) -> Int64 {
    guard case .integer(let integer) = cells[place] else { throw .damaged("a number is missing") }
    return integer
  }

  func bytes(_ place: Int) throws(LedgerProblem) -> [UInt8] {
    guard case .bytes(let bytes) = cells[place] else { throw .damaged("a value is missing") }
    return bytes
  }

  func key(_ place: Int) throws(LedgerProblem) -> LedgerKey { LedgerKey(bytes: try bytes(place)) }
  func text(_ place: Int) throws(LedgerProblem) -> String { String(decoding: try bytes(place), as: UTF8.self) }
  func instant(_ place: Int) throws(LedgerProblem) -> Instant { Instant(seconds: try integer(place)) }
  func flag(_ place: Int) throws(LedgerProblem) -> Bool { try integer(place) != 0 }
  func count(_ place: Int) throws(LedgerProblem) -> Int { Int(try integer(place)) }

  func optional<Value>(
    _ place: Int, _ read: (Int) throws(LedgerProblem) -> Value
  ) throws(LedgerProblem) -> Value? {
    cells[place] == .null ? nil : try read(place)
  }
}
