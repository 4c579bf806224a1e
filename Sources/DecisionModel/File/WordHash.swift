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
  /// Cells of a row: the first eight bytes, the last eight, length and flags, node.
  package static let width = 6
  /// Cells before the rows, as many as of a row: how far a hash is shifted to be a place, and the seed.
  package static let headerWidth = 6
  @inlinable package static var lengthMask: UInt32 { 0xFF_FFFF }
  /// Terms are complete with the word; special phrases begin with it; phrases go on behind it.
  @inlinable package static var completes: UInt32 { 1 << 24 }
  @inlinable package static var hasSpecials: UInt32 { 1 << 25 }
  @inlinable package static var goesOn: UInt32 { 1 << 26 }
}

/// What the tables of a program file keep of the way from one word of a phrase to the next: node, word, the node behind
/// it, flags as those of a word.
package enum WayRow {
  package static let width = 4
  package static let headerWidth = 2
}

/// The bits by which a program file knows most words of a text that are of no interest: those of words that are of note by
/// themselves, of two words that are a phrase, and of three that stand one after the other in a longer one. However many
/// terms there are, few words of a text pass, and what they are is looked up for these alone.
///
/// Each of the three has a cell named by the highest bits of a hash, and in it two bits named by the next (B. H. Bloom,
/// "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970; F. Putze, P. Sanders and J. Singler, "Cache-, Hash-
/// and Space-Efficient Bloom Filters", 2007).
@usableFromInline
package enum WordSieve {
  /// Cells before the bits: how far a hash is shifted to be the place of a cell, for one word, two and three.
  package static let headerWidth = 3
  /// How far it may be, so that bits are left that name bits.
  package static let shifts = 10...27

  /// How far hashes are shifted of which there are so many: at least thirty-two bits for each.
  package static func shift(for count: Int) -> Int { 32 - max(5, Int.bitWidth - count.leadingZeroBitCount) }

  /// The hash of what stands before and of the word behind it, each as `wordHash` gives it for the place of a word.
  @inlinable @inline(__always)
  package static func joined(_ before: UInt32, _ word: UInt32) -> UInt32 {
    (before &* 0x9E37_79B1 ^ word) &* 0x85EB_CA77
  }

  /// Which bits of its cell a hash names.
  @inlinable @inline(__always)
  package static func bits(of hash: UInt32, _ shift: UInt32) -> (UInt32, UInt32) {
    (hash &>> (shift &- 5) & 31, hash &>> (shift &- 10) & 31)
  }
}
