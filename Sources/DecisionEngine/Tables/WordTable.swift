import DecisionModel

/// The words of phrases, each at the place that its letters name.
struct WordTable {
  /// What is known of a word.
  struct Row: BitwiseCopyable {
    let first: UInt64
    let last: UInt64
    /// Its length in bytes, and flags (`WordRow`).
    private let kind: UInt32
    let node: UInt32

    var length: UInt32 { kind & WordRow.lengthMask }
    /// Whether terms are complete with it, special phrases begin, phrases go on behind it.
    var completes: Bool { kind & WordRow.completes != 0 }
    var hasSpecials: Bool { kind & WordRow.hasSpecials != 0 }
    var goesOn: Bool { kind & WordRow.goesOn != 0 }
  }

  private let buckets: UnsafePointer<UInt32>
  private let bucketShift: UInt32
  private let shift: UInt32
  private let seed: UInt32
  private let rows: UnsafePointer<Row>
  private let letters: UnsafePointer<UInt8>
  private let nodes: UnsafePointer<UInt32>

  init(_ tables: TableReader, letters: UnsafePointer<UInt8>, nodes: UnsafePointer<UInt32>) {
    let buckets = tables.cells(.wordBuckets), words = tables.cells(.words)
    self.buckets = buckets + 1
    // A program without words has no such sections: all is zero there, and every word has the first place.
    bucketShift = buckets[0] == 0 ? 31 : buckets[0]
    shift = words[0] == 0 ? 31 : words[0]
    seed = words[1]
    rows = UnsafeRawPointer(words + WordRow.headerWidth).assumingMemoryBound(to: Row.self)
    self.letters = letters
    self.nodes = nodes
  }

  /// What is known of a word by its number.
  func row(_ number: UInt32) -> UnsafePointer<Row> { rows + (Int(number) &- 1) }

  /// The number of a word; 0 where no phrase has it. Eight bytes can be read at its start.
  func number(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let (first, last) = Self.ends(start, length)
    let (bucket, home) = wordHash(first: first, last: last, middle: middle(start, length), seed: seed)
    let place = home &>> shift ^ buckets[Int(bucket &>> bucketShift)]
    let row = rows + Int(place)
    guard row.pointee.first == first, row.pointee.last == last, row.pointee.length == UInt32(length),
      length <= 16 || isSpelled(row.pointee.node, start, length)
    else { return 0 }
    return place &+ 1
  }

  /// The hash by which a word stands in the sieve. Eight bytes can be read at its start.
  @inline(__always)
  func home(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let (first, last) = Self.ends(start, length)
    return wordHash(first: first, last: last, middle: middle(start, length), seed: seed).home
  }

  /// The first eight bytes and the last eight.
  @inline(__always)
  private static func ends(_ start: UnsafePointer<UInt8>, _ length: Int) -> (first: UInt64, last: UInt64) {
    let bytes = UnsafeRawPointer(start)
    let least = max(length, 8)
    let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- min(length, 8) &* 8)
    let begin = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) & kept
    let end = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: least &- 8, as: UInt64.self))
    return (begin, end & UInt64(bitPattern: Int64((8 &- length) &>> 63)))
  }

  @inline(__always)
  private func middle(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let size = UInt32(truncatingIfNeeded: length)
    return length <= 16 ? size : hashOfMiddle(start, length) &+ size
  }

  @inline(never)
  private func hashOfMiddle(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    stride(from: 8, to: length &- 8, by: 4).reduce(seed) { hash, place in
      let cell = UnsafeRawPointer(start).loadUnaligned(fromByteOffset: place, as: UInt32.self)
      return tableHash(hash, UInt32(littleEndian: cell))
    }
  }

  /// Whether the word of a node has such letters.
  private func isSpelled(_ node: UInt32, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    ByteHash.areAlike(letters + Int(nodes[Int(node) &* 4 &+ 3]), start, length)
  }
}

/// The ways from a node of phrases to the next, by the number of a word.
struct WayTable {
  struct Row: BitwiseCopyable {
    let node: UInt32
    let word: UInt32
    let next: UInt32
    private let kind: UInt32

    var completes: Bool { kind & WordRow.completes != 0 }
    var goesOn: Bool { kind & WordRow.goesOn != 0 }
  }

  private let shift: UInt32
  private let mask: Int
  private let rows: UnsafePointer<Row>

  init(_ tables: TableReader) {
    let cells = tables.cells(.ways)
    shift = cells[0] == 0 ? 31 : cells[0]
    mask = 1 << (32 - Int(shift)) - 1
    rows = UnsafeRawPointer(cells + WayRow.headerWidth).assumingMemoryBound(to: Row.self)
  }

  /// The way from a node by a word, if a phrase goes on so.
  func way(from node: UInt32, by word: UInt32) -> UnsafePointer<Row>? {
    var place = Int(tableHash(node: node, word: word) &>> shift)
    while true {
      let row = rows + place
      if row.pointee.node == 0 { return nil }
      if row.pointee.node == node, row.pointee.word == word { return row }
      place = (place &+ 1) & mask
    }
  }
}
