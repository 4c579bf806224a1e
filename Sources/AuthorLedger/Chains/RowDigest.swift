import Crypto

/// What stands for the rows of a table in their order.
struct RowDigest: Equatable {
  private var digest = SHA256()
  private(set) var count = 0

  mutating func add(_ row: StoredRow) {
    count += 1
    for cell in row.cells {
      switch cell {
      case .integer(let integer): add(1, integer)
      case .bytes(let bytes):
        add(2, Int64(bytes.count))
        digest.update(data: bytes)
      case .null: add(0, 0)
      }
    }
  }

  private mutating func add(_ kind: UInt8, _ number: Int64) {
    digest.update(data: [kind])
    withUnsafeBytes(of: number.bigEndian) { digest.update(bufferPointer: $0) }
  }

  static func == (one: RowDigest, other: RowDigest) -> Bool {
    one.count == other.count && Array(one.digest.finalize()) == Array(other.digest.finalize())
  }
}
