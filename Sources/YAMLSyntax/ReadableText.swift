import Diagnostics

/// A stretch of a file as libyaml is given it: well-formed UTF-8 of the same length as in the file.
///
/// What libyaml must not see is overwritten by as many bytes, so that an offset in the text, plus `base`, is always an
/// offset in the file.
struct ReadableText {
  let file: SourceFile.ID
  /// The offset in the file of the first byte.
  let base: Int
  let bytes: [UInt8]

  var end: Int { base + bytes.count }

  /// The byte at an offset of the file, or nil beyond the text.
  func byte(at offset: Int) -> UInt8? {
    let index = offset - base
    return bytes.indices.contains(index) ? bytes[index] : nil
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: file, start: min(start, end), end: end)
  }

  func string(_ span: Span) -> String { String(decoding: slice(span.start, span.end), as: UTF8.self) }

  func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    let low = min(max(start - base, 0), bytes.count)
    return bytes[low..<min(max(end - base, low), bytes.count)]
  }
}
