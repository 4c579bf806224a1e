/// A character that a reader of the file does not see, or that makes the file look other than it is.
public struct HiddenCharacter: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Bytes that are no UTF-8.
    case illFormed
    /// A C0 or C1 control, DELETE or a noncharacter.
    case control
    /// NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR or a carriage return alone: a line end to some, a blank to others.
    case lineBreak
    /// A control that turns the direction of text.
    case bidi
    /// A byte order mark elsewhere than at the start of the file.
    case byteOrderMark
    /// A character without width or ink.
    case invisible
  }

  public let kind: Kind
  /// The code point; nil for ill-formed bytes.
  public let scalar: Unicode.Scalar?
  /// Where it stands, in bytes, and how many bytes it takes.
  public let offset: Int
  public let length: Int

  /// `U+202E`, or the byte in hexadecimal digits where there is no character.
  public static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Finds the hidden characters of a text, in order.
///
/// Variation selectors and joiners that belong to an emoji, and joiners and selectors in the scripts that need them,
/// are not hidden. A byte order mark at the start of a file is none either.
public func findHiddenCharacters(in bytes: [UInt8], found: (HiddenCharacter) -> Void) {
  var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var before: Unicode.Scalar?
  while offset < bytes.count {
    if (0x20...0x7E).contains(bytes[offset]) || bytes[offset] == 0x0A {
      before = Unicode.Scalar(bytes[offset])
      offset += 1
      continue
    }
    let (scalar, length) = decodedScalar(in: bytes, at: offset)
    if let flag = scalar.flatMap({ lengthOfFlag(from: $0, in: bytes, at: offset) }) {
      offset += flag
      before = nil
      continue
    }
    let after = { decodedScalar(in: bytes, at: offset + length).scalar }
    if let kind = hiddenKind(of: scalar, before: before, after: after) {
      found(HiddenCharacter(kind: kind, scalar: scalar, offset: offset, length: length))
    }
    before = scalar
    offset += length
  }
}

private func hiddenKind(
  of scalar: Unicode.Scalar?, before: Unicode.Scalar?, after: () -> Unicode.Scalar?
) -> HiddenCharacter.Kind? {
  guard let scalar else { return .illFormed }
  switch scalar.value {
  case 0x09, 0x0A, 0x20...0x7E: return nil
  case 0x0D: return after() == "\n" ? nil : .lineBreak
  case 0x85, 0x2028, 0x2029: return .lineBreak
  case 0x00...0x1F, 0x7F...0x9F: return .control
  case 0xFDD0...0xFDEF: return .control
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .bidi
  case 0xFEFF: return .byteOrderMark
  case 0xFFF9...0xFFFB: return .invisible
  case let value where value & 0xFFFE == 0xFFFE: return .control
  default: break
  }
  guard scalar.properties.isDefaultIgnorableCodePoint else { return nil }
  return isNeeded(scalar, before: before, after: after()) ? nil : .invisible
}

/// Whether an invisible character has work to do where it stands.
private func isNeeded(_ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
  guard let before else { return false }
  switch scalar.value {
  case 0xFE0E, 0xFE0F:
    if before.isASCII { return before.properties.isEmoji && after == "\u{20E3}" }
    return before.properties.isEmoji || before.properties.isIdeographic
  case 0xFE00...0xFE0D, 0xE0100...0xE01EF: return before.properties.isIdeographic
  case 0x200D where isEmojiPart(before): return after.map { !$0.isASCII && $0.properties.isEmoji } ?? false
  case 0x200C, 0x200D: return joins(before, after)
  case 0x200B: return isWrittenWithoutSpaces(before) && after.map(isWrittenWithoutSpaces) ?? false
  case 0x180B...0x180F: return (0x1820...0x18AA).contains(before.value)
  default: return false
  }
}

private func isEmojiPart(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\u{FE0F}" || scalar == "\u{20E3}" || (!scalar.isASCII && scalar.properties.isEmoji)
}

/// After a virama a joiner may end a word; elsewhere it stands between two letters of a script that joins (UAX #31, 2.3).
private func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar?) -> Bool {
  if before.properties.canonicalCombiningClass == .virama { return true }
  return isOfJoiningScript(before) && after.map(isOfJoiningScript) ?? false
}

/// Letters and marks of the Arabic-like, Indic-like and Mongolian scripts, by block.
private func isOfJoiningScript(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  guard properties.isAlphabetic || properties.generalCategory == .nonspacingMark else { return false }
  switch scalar.value {
  case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: return true  // Arabic, Syriac, N'Ko, Mandaic
  case 0x0900...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF, 0x1900...0x1C4F: return true  // India, South-East Asia
  case 0xA800...0xA8FF, 0xA900...0xAADF, 0xABC0...0xABFF: return true
  case 0x10A00...0x10D3F, 0x10F30...0x11FFF, 0x1E900...0x1E95F: return true
  default: return false
  }
}

/// Thai, Lao, Burmese and Khmer mark where a line may be broken with ZERO WIDTH SPACE.
private func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17D3: true
  default: false
  }
}

/// The length in bytes of the flag of a part of a country: a black flag and three to six tags with their end.
private func lengthOfFlag(from scalar: Unicode.Scalar, in bytes: [UInt8], at offset: Int) -> Int? {
  guard scalar == "\u{1F3F4}" else { return nil }
  var length = 4
  var tags = 0
  while true {
    let (tag, size) = decodedScalar(in: bytes, at: offset + length)
    guard let tag else { return nil }
    length += size
    if tag == "\u{E007F}" { return (3...6).contains(tags) ? length : nil }
    guard (0xE0030...0xE0039).contains(tag.value) || (0xE0061...0xE007A).contains(tag.value), tags < 6 else {
      return nil
    }
    tags += 1
  }
}
