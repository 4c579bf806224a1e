import DecisionModel

/// The text of a feed in UTF-8, whatever it was written in.
///
/// Feeds often name another encoding than the one they are written in, so that what stands there counts for more than
/// what is said of it: bytes that are UTF-8 with a character beyond ASCII in it are UTF-8. Otherwise the byte order mark
/// is believed, then the header of the answer, then the declaration at the beginning (RFC 7303, section 3).
struct FeedText {
  let bytes: [UInt8]
  /// Whether something was no character in the encoding that was named.
  let hasBrokenCharacters: Bool

  /// - Parameter contentType: the header of the answer, such as `application/atom+xml; charset=utf-8`.
  init(_ feed: [UInt8], contentType: [UInt8]) throws(FeedProblem) {
    if let bigEndian = FeedText.isUTF16(feed) {
      (bytes, hasBrokenCharacters) = FeedText.fromUTF16(feed, bigEndian: bigEndian)
      return
    }
    let text = feed.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(feed.dropFirst(3)) : feed
    if UTF8.isSound(text) {
      (bytes, hasBrokenCharacters) = (text, false)
      return
    }
    let named = FeedText.charset(in: contentType) ?? FeedText.declaredEncoding(in: text) ?? Array("utf-8".utf8)
    guard let encoding = Encoding.allCases.first(where: { $0.names.contains { $0.utf8.elementsEqual(named) } }) else {
      throw FeedProblem(
        "It is written in an encoding that is not known here: \(String(decoding: named, as: UTF8.self)).")
    }
    bytes = encoding == .utf8 ? Array(String(decoding: text, as: UTF8.self).utf8) : FeedText.fromLatin(text, encoding)
    hasBrokenCharacters = encoding == .utf8
  }

  private enum Encoding: CaseIterable {
    case utf8, latin1, latin9

    var names: [String] {
      switch self {
      case .utf8: ["utf-8", "utf8", "us-ascii", "ascii"]
      case .latin1: ["iso-8859-1", "latin1", "windows-1252", "cp1252", "iso_8859-1"]
      case .latin9: ["iso-8859-15", "latin9"]
      }
    }
  }

  // MARK: One byte a character

  /// What Windows-1252 has where ISO 8859-1 has control characters: whoever says the one means the other.
  private static let windows: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
  ]

  private static func fromLatin(_ text: [UInt8], _ encoding: Encoding) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / 8)
    for byte in text {
      guard byte >= 0x80 else {
        bytes.append(byte)
        continue
      }
      let other = byte < 0xA0 ? windows[Int(byte - 0x80)] : encoding == .latin9 ? latin9[byte] : nil
      bytes.append(scalar: other ?? UInt32(byte))
    }
    return bytes
  }

  // MARK: UTF-16

  /// The order of the bytes; nil where it is no UTF-16. Every feed begins with `<`.
  private static func isUTF16(_ feed: [UInt8]) -> Bool? {
    if feed.starts(with: [0xFE, 0xFF]) || feed.starts(with: [0x00, 0x3C]) { return true }
    if feed.starts(with: [0xFF, 0xFE]) || feed.starts(with: [0x3C, 0x00]) { return false }
    return nil
  }

  private static func fromUTF16(_ feed: [UInt8], bigEndian: Bool) -> ([UInt8], Bool) {
    let units = stride(from: 0, to: feed.count - feed.count % 2, by: 2).map { place in
      let (one, other) = (UInt16(feed[place]), UInt16(feed[place + 1]))
      return bigEndian ? one << 8 | other : other << 8 | one
    }
    let text = String(decoding: units.first == 0xFEFF ? units[1...] : units[...], as: UTF16.self)
    let bytes = Array(text.utf8)
    return (bytes, bytes.containsReplacement)
  }

  // MARK: What is said of it

  private static func charset(in contentType: [UInt8]) -> [UInt8]? {
    let parts = contentType.smallLetters.split(separator: UInt8(ascii: ";")).dropFirst()
    for part in parts {
      let part = part.trimmed
      guard part.starts(with: "charset=".utf8) else { continue }
      let name = part.dropFirst("charset=".utf8.count).filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
      return name.isEmpty ? nil : Array(name.prefix(40))
    }
    return nil
  }

  private static func declaredEncoding(in text: [UInt8]) -> [UInt8]? {
    guard let declaration = XMLProlog(text).declaration else { return nil }
    let words = text[declaration].smallLetters
    guard let place = words.firstRange(of: Array("encoding".utf8))?.upperBound else { return nil }
    let value = words[place...].drop { $0 == UInt8(ascii: "=") || $0.isBlank }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    return Array(value.dropFirst().prefix { $0 != quote }.prefix(40))
  }
}
