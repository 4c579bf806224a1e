/// What a stream of zlib holds, unpacked by the letter of RFC 1950 and RFC 1951; nil where it is none. Only blocks with
/// codes of their own are known.
func inflated(_ stream: [UInt8]) -> [UInt8]? {
  guard stream.count > 6, stream[0] & 0xF == 8, (Int(stream[0]) << 8 | Int(stream[1])) % 31 == 0 else { return nil }
  var reader = Inflation(bytes: Array(stream.dropFirst(2).dropLast(4)))
  guard let bytes = reader.blocks() else { return nil }
  var sums = (low: 1, high: 0)
  for byte in bytes {
    sums.low = (sums.low + Int(byte)) % 65521
    sums.high = (sums.high + sums.low) % 65521
  }
  let check = stream.suffix(4).reduce(0) { $0 << 8 | Int($1) }
  return check == sums.high << 16 | sums.low ? bytes : nil
}

private struct Inflation {
  let bytes: [UInt8]
  var place = 0
  var output: [UInt8] = []

  private static let lengths = extended([3, 4, 5, 6, 7, 8, 9, 10], every: 4, upTo: 28) + [(258, 0)]
  private static let distances = extended([1, 2, 3, 4], every: 2, upTo: 30)

  /// The first number of each symbol and its bits: some with none, then ever more.
  private static func extended(_ first: [Int], every: Int, upTo count: Int) -> [(first: Int, bits: Int)] {
    var all = first.map { ($0, 0) }
    while all.count < count, let (number, bits) = all.last {
      all.append((number + 1 << bits, (all.count - first.count) / every + 1))
    }
    return all
  }

  mutating func bits(_ count: Int) -> Int? {
    guard place + count <= bytes.count * 8 else { return nil }
    defer { place += count }
    return (0..<count).reduce(0) { $0 | Int(bytes[(place + $1) / 8] >> ((place + $1) % 8) & 1) << $1 }
  }

  /// Symbols by their codes, each written as its bits behind a one.
  typealias Code = [Int: Int]

  static func code(_ lengths: [Int]) -> Code? {
    var code: Code = [:]
    var next = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        guard next < 1 << length else { return nil }
        code[1 << length | next] = symbol
        next += 1
      }
      next <<= 1
    }
    return code
  }

  mutating func symbol(_ code: Code) -> Int? {
    var written = 1
    for _ in 0..<15 {
      guard let bit = bits(1) else { return nil }
      written = written << 1 | bit
      if let symbol = code[written] { return symbol }
    }
    return nil
  }

  mutating func blocks() -> [UInt8]? {
    while let isLast = bits(1) {
      guard bits(2) == 2, block() != nil else { return nil }
      if isLast == 1 { return (place + 7) / 8 == bytes.count ? output : nil }
    }
    return nil
  }

  private mutating func block() -> Void? {
    guard let (values, distances) = codes() else { return nil }
    while let symbol = symbol(values), symbol != 256 {
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else {
        guard let length = number(symbol - 257, of: Self.lengths), let far = self.symbol(distances),
          let distance = number(far, of: Self.distances), distance <= output.count
        else { return nil }
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
    return ()
  }

  private mutating func number(_ symbol: Int, of table: [(first: Int, bits: Int)]) -> Int? {
    guard table.indices.contains(symbol), let more = bits(table[symbol].bits) else { return nil }
    return table[symbol].first + more
  }

  private mutating func codes() -> (Code, Code)? {
    guard let values = bits(5), let distances = bits(5), let runs = bits(4) else { return nil }
    var lengths = [Int](repeating: 0, count: 19)
    for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(runs + 4) {
      guard let length = bits(3) else { return nil }
      lengths[place] = length
    }
    guard let code = Self.code(lengths) else { return nil }
    var all: [Int] = []
    while all.count < values + 257 + distances + 1 {
      guard let symbol = symbol(code), let run = run(symbol, after: all.last) else { return nil }
      all += run
    }
    guard all.count == values + 257 + distances + 1, let valueCode = Self.code(Array(all.prefix(values + 257))),
      let distanceCode = Self.code(Array(all.dropFirst(values + 257)))
    else { return nil }
    return (valueCode, distanceCode)
  }

  private mutating func run(_ symbol: Int, after last: Int?) -> [Int]? {
    switch symbol {
    case 16: last.flatMap { last in bits(2).map { Array(repeating: last, count: $0 + 3) } }
    case 17: bits(3).map { Array(repeating: 0, count: $0 + 3) }
    case 18: bits(7).map { Array(repeating: 0, count: $0 + 11) }
    default: [symbol]
    }
  }
}
