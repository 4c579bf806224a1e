import DecisionModel

/// What a server answers, as it comes: its status, its headers and its body, within bounds.
struct WebAnswer {
  private(set) var status = 0
  private(set) var body: [UInt8] = []
  /// Why no more of it is taken.
  private(set) var problem: String?
  private var headers: [(name: [UInt8], value: [UInt8])] = []
  private var headerBytes = 0
  private let mostBytes: Int

  /// The most bytes of all headers.
  static let mostHeaderBytes = 65_536

  init(_ bounds: WebBounds) { mostBytes = bounds.bytes }

  /// The first header of a name, which is written in small letters.
  func header(_ name: StaticString) -> [UInt8]? {
    headers.first { $0.name.isExactly(name) }.map { Array($0.value.prefix(WebAddress.greatestLength)) }
  }

  /// Takes a line of the head, with its end.
  ///
  /// - Returns: Whether the rest is wanted.
  mutating func take(header line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    if headerBytes > Self.mostHeaderBytes {
      problem = "The head of the answer is larger than \(Self.mostHeaderBytes) bytes."
    } else if line.starts(with: "HTTP/".utf8) {
      // What went before was no more than a promise of an answer.
      headers = []
      status = line.split(separator: 0x20, maxSplits: 2).dropFirst().first.flatMap(number) ?? 0
    } else if Array(line).trimmed.isEmpty {
      problem = status < 200 ? nil : refusal
    } else if let colon = line.firstIndex(of: 0x3A) {
      headers.append((Array(line[..<colon]).trimmed.smallLetters, Array(Array(line[(colon + 1)...]).trimmed)))
    }
    return problem == nil
  }

  /// Takes a part of the body.
  ///
  /// - Returns: Whether the rest is wanted.
  mutating func take(_ part: UnsafeRawBufferPointer) -> Bool {
    guard body.count + part.count <= mostBytes else {
      problem = tooLarge
      return false
    }
    body.append(contentsOf: part)
    return true
  }

  /// Why the body is not read at all.
  private var refusal: String? {
    let packings = headers.filter { $0.name.isExactly("content-encoding") }.map(\.value.smallLetters)
    if packings.contains(where: { !$0.isEmpty && !$0.isExactly("identity") }) {
      return "The answer is packed, which was not asked for."
    }
    return header("content-length").flatMap { number($0[...]) }.map { $0 > mostBytes } == true ? tooLarge : nil
  }

  private var tooLarge: String { "The answer is larger than \(mostBytes) bytes." }

  private func number(_ digits: some Collection<UInt8>) -> Int? {
    let digits = Array(digits)
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)) ?? .max
  }
}
