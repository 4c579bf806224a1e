import Diagnostics

/// A stretch of a file as libyaml is given it: well-formed UTF-8 that ends with a line end.
///
/// What libyaml must not see is overwritten by as many bytes, so that an offset in the text, plus `base`, is always an
/// offset in the file; only a last line without an end is given one, as the YAML test suite has it.
struct ReadableText {
  let file: SourceFile.ID
  /// The offset in the file of the first byte.
  let base: Int
  /// The offset in the file behind the last byte.
  let end: Int
  let bytes: [UInt8]

  init(file: SourceFile.ID, base: Int, bytes: [UInt8]) {
    self.file = file
    self.base = base
    end = base + bytes.count
    self.bytes = bytes.isEmpty || bytes.last == 0x0A ? bytes : bytes + [0x0A]
  }

  /// The byte at an offset of the file, or nil beyond the text.
  func byte(at offset: Int) -> UInt8? {
    let index = offset - base
    return bytes.indices.contains(index) ? bytes[index] : nil
  }

  /// The span between two offsets, kept within the stretch.
  func span(_ start: Int, _ end: Int) -> Span {
    let last = min(max(end, base), self.end)
    return Span(file: file, start: min(max(start, base), last), end: last)
  }

  func string(_ span: Span) -> String { String(decoding: slice(span.start, span.end), as: UTF8.self) }

  func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    let low = min(max(start - base, 0), bytes.count)
    return bytes[low..<min(max(end - base, low), bytes.count)]
  }
}
