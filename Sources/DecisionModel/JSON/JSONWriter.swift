/// Writes JSON in the one canonical form: one line, no spaces, members in the order in which they are written.
///
/// In strings only what JSON demands is escaped: `\"`, `\\`, the two-character escapes `\b \t \n \f \r`, and the other
/// control characters below U+0020 as `\u00xx` in lower case. Numbers are printed by `NumberPrinter`.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///   $0.member("category", "abuse")
///   $0.member("found", [])                       // left out, as all that is empty is
///   $0.array("actions", of: actions) { $0.string($1.name) }
/// }
/// ```
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: About how many bytes will be written.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Values

  public mutating func null() { raw("null") }
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  public mutating func number(_ value: Int) {
    separate()
    bytes += String(value).utf8
  }

  /// Writes a number; one that is not finite, which JSON does not have, as `null`.
  public mutating func number(_ value: Double) {
    separate()
    NumberPrinter.append(value, to: &bytes)
  }

  public mutating func string(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  /// Writes a string of bytes; where they are not well-formed UTF-8, with U+FFFD in place of what is wrong.
  public mutating func string(_ text: [UInt8]) {
    guard UTF8.isWellFormed(text) else { return string(String(decoding: text, as: UTF8.self)) }
    separate()
    text.withUnsafeBufferPointer { appendQuoted($0) }
  }

  /// Writes a value that is in the canonical form already.
  public mutating func written(_ value: [UInt8]) {
    separate()
    bytes += value
  }

  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let elements):
      array { for element in elements { $0.value(element) } }
    case .object(let members):
      object {
        for member in members {
          $0.key(member.key)
          $0.value(member.value)
        }
      }
    }
  }

  // MARK: Structure

  public mutating func beginObject() { raw("{") }
  public mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
  public mutating func beginArray() { raw("[") }
  public mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

  /// Writes the key of the value that follows.
  public mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  public mutating func key(_ key: [UInt8]) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Ends a line of NDJSON; the next value stands by itself.
  public mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Writes an object whose members the closure writes.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  /// Writes an array whose elements the closure writes.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    beginArray()
    elements(&self)
    endArray()
  }

  // MARK: Bytes

  private mutating func raw(_ word: StaticString) {
    separate()
    word.withUTF8Buffer { bytes += $0 }
  }

  /// Writes the comma before a value that follows another. What went before shows in its last byte.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  /// Takes back what was written after so many bytes.
  mutating func rewind(to count: Int) { bytes.removeLast(bytes.count - count) }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for place in text.indices where JSONWriter.needsEscape(text[place]) {
      bytes.append(contentsOf: text[start..<place])
      bytes += JSONWriter.escape(of: text[place])
      start = place + 1
    }
    bytes.append(contentsOf: text[start...])
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(of byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x08: Array(#"\b"#.utf8)
    case 0x09: Array(#"\t"#.utf8)
    case 0x0A: Array(#"\n"#.utf8)
    case 0x0C: Array(#"\f"#.utf8)
    case 0x0D: Array(#"\r"#.utf8)
    case 0x22, 0x5C: [0x5C, byte]
    default: Array((byte < 0x10 ? #"\u000"# : #"\u00"#).utf8) + String(byte, radix: 16).utf8
    }
  }
}
