/// A JSON value whose strings are bytes, so that nothing is normalised on the way.
///
/// Two strings are equal when their bytes are; two objects when they have the same members in the same order.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A finite number; every number of JSON is read as IEEE binary64, correctly rounded.
  case number(Double)
  /// A string in UTF-8.
  case string([UInt8])
  case array([JSONValue])
  /// The members in the order in which they stand.
  case object([JSONMember])

  /// A string value of Swift text.
  public static func text(_ text: String) -> JSONValue { .string(Array(text.utf8)) }
}

/// A member of a JSON object: its key in UTF-8, and its value.
public struct JSONMember: Sendable, Hashable {
  public let key: [UInt8]
  public let value: JSONValue

  public init(key: [UInt8], value: JSONValue) {
    self.key = key
    self.value = value
  }

  public init(_ key: String, _ value: JSONValue) {
    self.init(key: Array(key.utf8), value: value)
  }

  /// The key as text, to show to people; keys are compared as bytes.
  public var keyText: String { String(decoding: key, as: UTF8.self) }
}

extension JSONValue {
  public var isNull: Bool { self == .null }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The number where it is a whole one that an `Int` holds exactly.
  public var wholeNumber: Int? {
    number.flatMap(\.wholeNumber)
  }

  /// The bytes of a string.
  public var string: [UInt8]? {
    if case .string(let bytes) = self { bytes } else { nil }
  }

  /// A string as Swift text. Swift compares text by canonical equivalence: compare and store the bytes of `string`.
  public var text: String? {
    string.map { String(decoding: $0, as: UTF8.self) }
  }

  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  public var object: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value of a member of an object, found by walking through the members; keys are compared byte by byte.
  public subscript(key: String) -> JSONValue? {
    object?.first { $0.key.elementsEqual(key.utf8) }?.value
  }
}
