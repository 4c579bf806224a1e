public import DecisionModel

/// A message of a conversation between customers and those who answer them, as a data set has it.
public struct ThreadMessage: Hashable, Sendable {
  public let id: [UInt8]
  public let text: [UInt8]
  public let author: [UInt8]
  /// Whether a customer wrote it; else it is an answer.
  public let isInbound: Bool
  public let at: Instant
  /// The message that it answers, which need not be among those that are known.
  public let inReplyTo: [UInt8]?

  public init(
    id: [UInt8], text: [UInt8], author: [UInt8], isInbound: Bool, at: Instant, inReplyTo: [UInt8]? = nil
  ) {
    self.id = id
    self.text = text
    self.author = author
    self.isInbound = isInbound
    self.at = at
    self.inReplyTo = inReplyTo
  }

  /// Reads `id`, `text`, `author`, `inbound`, `created` and `in_reply_to`; nil where one of the first five is missing,
  /// or an identity is too long.
  public init?(json: JSONValue) {
    guard let id = json["id"]?.identity, let text = json["text"]?.string, let author = json["author"]?.identity,
      let isInbound = json["inbound"]?.bool, let at = json["created"]?.string.flatMap({ Instant($0) })
    else { return nil }
    self.init(
      id: id, text: text, author: author, isInbound: isInbound, at: at, inReplyTo: json["in_reply_to"]?.identity)
  }
}

extension JSONValue {
  /// A name of something: bytes, of which there are some and not too many.
  fileprivate var identity: [UInt8]? {
    guard let bytes = string, !bytes.isEmpty, bytes.count <= Comment.greatestIdentity else { return nil }
    return bytes
  }
}

// What an answer says of how it goes on.
extension ThreadMessage {
  /// Whether it asks for a direct message, or says that one was sent: `dm`, `private message`. It is told by words
  /// alone, and so is right most of the time.
  public var movesToPrivate: Bool {
    let words = text.split { !$0.isWordByte }.map { $0.map { $0 | 0x20 } }
    if words.contains(where: { $0.elementsEqual("dm".utf8) || $0.elementsEqual("dms".utf8) }) { return true }
    return zip(words, words.dropFirst()).contains { first, second in
      ["direct", "private"].contains { first.elementsEqual($0.utf8) }
        && ["message", "messages"].contains { second.elementsEqual($0.utf8) }
    }
  }

  /// The names after an `@`, in ASCII and in small letters.
  var mentions: [[UInt8]] {
    text.indices.filter { text[$0] == UInt8(ascii: "@") }.map { start in
      text[(start + 1)...].prefix { $0.isWordByte || $0 == UInt8(ascii: "_") }.map(\.asciiSmall)
    }.filter { !$0.isEmpty }
  }
}

extension UInt8 {
  /// Whether it is of a word: a letter or a digit of ASCII, or any part of another character.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  var asciiSmall: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
