/// A prefix code: symbols that are frequent have few bits.
struct HuffmanCode {
  /// How many bits each symbol has; 0 for one that does not occur.
  let lengths: [Int]
  /// The bits of each symbol, the first of them lowest, as a stream of DEFLATE has them.
  private let codes: [Int]

  /// The best code for symbols of which each occurs so often and none has more bits than a limit.
  init(of frequencies: [Int], atMost limit: Int) {
    lengths = codeLengths(frequencies, atMost: limit)
    codes = canonicalCodes(lengths)
  }

  func write(_ symbol: Int, to writer: inout BitWriter) { writer.write(codes[symbol], bits: lengths[symbol]) }
}

/// Package-merge, by Larmore and Hirschberg, "A fast algorithm for optimal length-limited Huffman codes" (1990).
private func codeLengths(_ frequencies: [Int], atMost limit: Int) -> [Int] {
  struct Package {
    var weight: Int
    var symbols: [Int]
  }
  let leaves = frequencies.indices.filter { frequencies[$0] > 0 }
    .map { Package(weight: frequencies[$0], symbols: [$0]) }
    .sorted { ($0.weight, $0.symbols[0]) < ($1.weight, $1.symbols[0]) }
  var lengths = [Int](repeating: 0, count: frequencies.count)
  // A symbol that is alone needs a bit, too.
  if leaves.count == 1 { lengths[leaves[0].symbols[0]] = 1 }
  guard leaves.count > 1 else { return lengths }
  var row = leaves
  for _ in 1..<limit {
    let pairs = stride(from: 0, to: row.count - 1, by: 2).map { place in
      Package(weight: row[place].weight + row[place + 1].weight, symbols: row[place].symbols + row[place + 1].symbols)
    }
    row = merged(leaves, pairs) { $0.weight <= $1.weight }
  }
  for symbol in row.prefix(2 * leaves.count - 2).flatMap(\.symbols) { lengths[symbol] += 1 }
  return lengths
}

/// Two sorted lists as one; of those that are equal, the first list's come first.
private func merged<Element>(
  _ one: [Element], _ other: [Element], comesFirst: (Element, Element) -> Bool
) -> [Element] {
  var sum: [Element] = []
  var rest = other[...]
  for element in one {
    while let next = rest.first, !comesFirst(element, next) { sum.append(rest.removeFirst()) }
    sum.append(element)
  }
  return sum + rest
}

/// Codes in the order of their lengths, then of their symbols (RFC 1951, section 3.2.2).
private func canonicalCodes(_ lengths: [Int]) -> [Int] {
  var codes = [Int](repeating: 0, count: lengths.count)
  var next = 0
  for length in 1...15 {
    for symbol in lengths.indices where lengths[symbol] == length {
      codes[symbol] = reversed(next, bits: length)
      next += 1
    }
    next <<= 1
  }
  return codes
}

private func reversed(_ code: Int, bits: Int) -> Int {
  (0..<bits).reduce(0) { $0 << 1 | code >> $1 & 1 }
}
