/// A block of DEFLATE with codes of its own (RFC 1951, section 3.2.7).
struct CompressedBlock {
  private let tokens: ArraySlice<Stretches.Token>
  private let values: HuffmanCode
  private let distances: HuffmanCode

  init(_ tokens: ArraySlice<Stretches.Token>) {
    self.tokens = tokens
    var valueCounts = [Int](repeating: 0, count: 286)
    var distanceCounts = [Int](repeating: 0, count: 30)
    for token in tokens {
      switch token {
      case .byte(let byte): valueCounts[Int(byte)] += 1
      case .again(let length, let distance):
        valueCounts[endOfBlock + 1 + SymbolRange.ofLengths.place(of: length)] += 1
        distanceCounts[SymbolRange.ofDistances.place(of: distance)] += 1
      }
    }
    valueCounts[endOfBlock] = 1
    values = HuffmanCode(of: valueCounts, atMost: 15)
    distances = HuffmanCode(of: distanceCounts, atMost: 15)
  }

  func write(to writer: inout BitWriter, isLast: Bool) {
    writer.write(isLast ? 1 : 0, bits: 1)
    writer.write(2, bits: 2)
    writeCodes(to: &writer)
    for token in tokens {
      switch token {
      case .byte(let byte): values.write(Int(byte), to: &writer)
      case .again(let length, let distance):
        write(length, in: SymbolRange.ofLengths, after: endOfBlock + 1, by: values, to: &writer)
        write(distance, in: SymbolRange.ofDistances, after: 0, by: distances, to: &writer)
      }
    }
    values.write(endOfBlock, to: &writer)
  }

  private func write(
    _ number: Int, in steps: [SymbolRange], after first: Int, by code: HuffmanCode, to writer: inout BitWriter
  ) {
    let place = steps.place(of: number)
    code.write(first + place, to: &writer)
    writer.write(number - steps[place].first, bits: steps[place].bits)
  }

  /// Both codes by the lengths of their symbols, these written in a code themselves.
  private func writeCodes(to writer: inout BitWriter) {
    let valueLengths = values.lengths.withoutLastZeros(atLeast: 257)
    let distanceLengths = distances.lengths.withoutLastZeros(atLeast: 1)
    let runs = runsOfLengths(valueLengths + distanceLengths)
    var counts = [Int](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = HuffmanCode(of: counts, atMost: 7)
    let lengths = orderOfRuns.map { code.lengths[$0] }.withoutLastZeros(atLeast: 4)
    writer.write(valueLengths.count - 257, bits: 5)
    writer.write(distanceLengths.count - 1, bits: 5)
    writer.write(lengths.count - 4, bits: 4)
    for length in lengths { writer.write(length, bits: 3) }
    for run in runs {
      code.write(run.symbol, to: &writer)
      writer.write(run.extra, bits: run.bits)
    }
  }
}

private let endOfBlock = 256

/// The order in which the lengths of the code for lengths stand.
private let orderOfRuns = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/// Lengths in a row: a length, the one before again (16), or zeros (17, 18); and how many, in bits of their own.
private struct Run {
  let symbol: Int
  var extra = 0
  var bits = 0
}

private func runsOfLengths(_ lengths: [Int]) -> [Run] {
  var runs: [Run] = []
  var rest = lengths[...]
  while let length = rest.first {
    let count = rest.prefix { $0 == length }.count
    if length == 0, count >= 11 {
      runs.append(Run(symbol: 18, extra: min(count, 138) - 11, bits: 7))
      rest = rest.dropFirst(min(count, 138))
    } else if length == 0, count >= 3 {
      runs.append(Run(symbol: 17, extra: count - 3, bits: 3))
      rest = rest.dropFirst(count)
    } else if length > 0, count >= 4 {
      runs.append(Run(symbol: length))
      runs.append(Run(symbol: 16, extra: min(count - 1, 6) - 3, bits: 2))
      rest = rest.dropFirst(1 + min(count - 1, 6))
    } else {
      runs.append(Run(symbol: length))
      rest = rest.dropFirst()
    }
  }
  return runs
}

/// A symbol that stands for several numbers: the first of them, and the bits that say which it is.
struct SymbolRange {
  let first: Int
  let bits: Int

  /// Lengths from 3 to 258; the longest has a symbol of its own.
  static let ofLengths = steps(from: 3, evenly: 8, perBit: 4, upTo: 257) + [SymbolRange(first: 258, bits: 0)]
  /// Distances from 1 to 32,768.
  static let ofDistances = steps(from: 1, evenly: 4, perBit: 2, upTo: 32_768)

  private static func steps(from start: Int, evenly: Int, perBit: Int, upTo end: Int) -> [SymbolRange] {
    var steps: [SymbolRange] = []
    var first = start
    while first <= end {
      let bits = max(0, (steps.count - evenly) / perBit + (steps.count >= evenly ? 1 : 0))
      steps.append(SymbolRange(first: first, bits: bits))
      first += 1 << bits
    }
    return steps
  }
}

extension [SymbolRange] {
  /// The last step that begins at a number or before it.
  func place(of number: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle].first <= number { low = middle } else { high = middle }
    }
    return low
  }
}

extension [Int] {
  fileprivate func withoutLastZeros(atLeast least: Int) -> [Int] {
    let used = (lastIndex { $0 != 0 } ?? -1) + 1
    return Array(prefix(Swift.max(used, least)))
  }
}
