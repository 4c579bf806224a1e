/// How the words of a program file are found: each at the one place that its letters name, with nothing to try.
///
/// Two hashes of the letters; the first names a bucket, whose displacement turns the second into a place of its own
/// (R. Pagh, "Hash and Displace: Efficient Evaluation of Minimal Perfect Hash Functions", WADS 1999). A seed tells words
/// apart that share both. The twin in JavaScript does the same, so all is done in 32 bits.
///
/// - Parameters:
///   - first: the first eight bytes, zeros behind them.
///   - last: the last eight bytes of a word of more than eight, else zero.
///   - middle: the length, and for a word of more than sixteen the hash of what stands between them, begun with the seed.
/// - Returns: What names the bucket, and what is shifted and displaced to be the place.
@inlinable @inline(__always)
package func wordHash(first: UInt64, last: UInt64, middle: UInt32, seed: UInt32) -> (bucket: UInt32, home: UInt32) {
  let one = (UInt32(truncatingIfNeeded: last) ^ seed) &* 0x9E37_79B1 &+ UInt32(truncatingIfNeeded: first) &+ middle
  let two = (UInt32(truncatingIfNeeded: last &>> 32) ^ seed) &* 0x85EB_CA77 ^ UInt32(truncatingIfNeeded: first &>> 32)
  // With one even factor of four no two short words share both results (the determinant is odd).
  return (one &* 0xCC9E_2D51 &+ two &* 0x1B87_3594, one &* 0x846C_A68B &+ two &* 0xC2B2_AE3D)
}

/// What the tables of a program file keep of a word, beside its place.
@usableFromInline
package enum WordRow {
  /// Cells of a row: the first eight bytes, the last eight, length and flags, node, the words that may follow.
  package static let width = 8
  /// Cells before the rows: how far a hash is shifted to be a place, and the seed.
  package static let headerWidth = 8
  @inlinable package static var lengthMask: UInt32 { 0xFF_FFFF }
  /// Terms are complete with the word; special phrases begin with it.
  @inlinable package static var completes: UInt32 { 1 << 24 }
  @inlinable package static var hasSpecials: UInt32 { 1 << 25 }
}

/// What the tables of a program file keep of the way from one word of a phrase to the next: node, word, the node behind
/// it, flags, the words that may follow. Before the rows stand eight bits for each, so that most ways that do not exist
/// are known by a bit (B. H. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970).
package enum WayRow {
  package static let width = 6
  package static let headerWidth = 2

  /// How many cells the bits of so many rows take.
  package static func bitCells(_ rows: Int) -> Int { rows / 4 }
}
