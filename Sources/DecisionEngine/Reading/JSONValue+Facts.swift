import DecisionModel

// A value of a comment as what its key expects, or a problem that names the key.
extension JSONValue {
  func fact(
    _ key: String, of type: FactType, in zone: ZoneTable, _ normalised: ([UInt8]) -> [UInt8]
  ) throws(CommentProblem) -> FactValue {
    switch type {
    case .number: return .number(try expect(number, key, "a number"))
    case .yesNo: return .yesNo(try expect(bool, key, "true or false"))
    case .word: return .words(given([try bytes(key)], normalised))
    case .words: return .words(given(try words(key), normalised))
    case .text: return .bytes(try bytes(key))
    case .identity: return .bytes(try identity(key))
    case .duration: return .duration(try seconds(key))
    case .instant: return .instant(try instant(key, in: zone))
    }
  }

  func members(_ key: String) throws(CommentProblem) -> [JSONMember] {
    isNull ? [] : try expect(object, key, "an object")
  }

  func elements(_ key: String) throws(CommentProblem) -> [JSONValue] { try expect(array, key, "a list") }

  func bytes(_ key: String) throws(CommentProblem) -> [UInt8] { try expect(string, key, "a text") }

  /// Names of platforms are compared as they came, and are not longer than `Comment.greatestIdentity`.
  func identity(_ key: String) throws(CommentProblem) -> [UInt8] {
    let bytes = try bytes(key)
    guard bytes.count <= Comment.greatestIdentity else {
      throw CommentProblem("`\(key)` is longer than \(Comment.greatestIdentity) bytes.")
    }
    return bytes
  }

  func texts(_ key: String) throws(CommentProblem) -> [[UInt8]] {
    let texts = array.flatMap { values in values.allSatisfy { $0.string != nil } ? values.compactMap(\.string) : nil }
    return try expect(texts, key, "a list of texts")
  }

  func instant(_ key: String, in zone: ZoneTable) throws(CommentProblem) -> Instant {
    let written = string.flatMap { WrittenTime($0) }
    return try expect(written?.instant(in: zone), key, "an instant such as \"2026-12-01T10:00:00Z\"")
  }

  /// How many strikes; more than anybody can have are refused.
  func strikes(_ key: String) throws(CommentProblem) -> Int {
    try count(key, "a whole number of strikes")
  }

  /// A whole number from zero to a million.
  func count(_ key: String, _ wanted: String = "a whole number") throws(CommentProblem) -> Int {
    let count = wholeNumber.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
    return try expect(count, key, wanted)
  }

  private func words(_ key: String) throws(CommentProblem) -> [[UInt8]] {
    if let word = string { return [word] }
    return try texts(key)
  }

  private func given(_ words: [[UInt8]], _ normalised: ([UInt8]) -> [UInt8]) -> [GivenWord] {
    words.map { GivenWord(written: $0, normal: normalised($0)) }
  }

  /// A duration: a number of seconds, or a text such as `3 days`.
  private func seconds(_ key: String) throws(CommentProblem) -> Double {
    let seconds = (number ?? string.flatMap(writtenSeconds)).flatMap { $0 >= 0 ? $0 : nil }
    return try expect(seconds, key, "a duration: a number of seconds, or a text such as \"3 days\"")
  }

  private func expect<Value>(_ value: Value?, _ key: String, _ wanted: String) throws(CommentProblem) -> Value {
    guard let value else { throw CommentProblem("`\(key)` is not \(wanted).") }
    return value
  }
}

/// The seconds of a length of time such as `3 days`; months have no fixed length.
private func writtenSeconds(_ text: [UInt8]) -> Double? {
  let parts = text.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  guard parts.count == 2, parts[0].utf8.allSatisfy(isDigitOrPoint), let count = Double(parts[0]), count.isFinite,
    let size = Length.Unit(word: parts[1])?.seconds
  else { return nil }
  return count * Double(size)
}

private func isDigitOrPoint(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
