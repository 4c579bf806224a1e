import Diagnostics

/// What stands between two lines of three hyphens: one rule with the comments above it, or comments alone.
struct Section {
  /// Its bytes, without the hyphens.
  let range: Range<Int>
  /// The comments before its first key, without their number signs; an empty one where a line without words parts them.
  let remarks: [String]
  /// Whether it holds nothing but comments and blank lines.
  let isRemarksOnly: Bool

  /// The sections of a configuration, in order.
  static func all(in file: SourceFile) -> [Section] {
    var sections: [Section] = []
    var start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in file.lineStarts where isMarker(file.bytes[line...]) {
      sections.append(Section(start..<max(start, line), in: file))
      start = line + file.bytes[line...].prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }.count
    }
    return sections + [Section(start..<max(start, file.bytes.count), in: file)]
  }

  /// A line that begins with three hyphens, whatever follows, as AutoModerator has it; or the three dots that end a
  /// document.
  private static func isMarker(_ rest: ArraySlice<UInt8>) -> Bool {
    let sign = rest.prefix(3)
    if sign.elementsEqual("---".utf8) { return true }
    guard sign.elementsEqual("...".utf8) else { return false }
    return rest.dropFirst(3).first.map { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? true
  }

  private init(_ range: Range<Int>, in file: SourceFile) {
    self.range = range
    var remarks: [String] = []
    var isRemarksOnly = true
    for line in file.bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let first = text.first else {
        remarks.append("")
        continue
      }
      guard first == UInt8(ascii: "#") else {
        isRemarksOnly = false
        break
      }
      remarks.append(String(decoding: text.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self).withoutDecoration)
    }
    self.remarks = remarks
    self.isRemarksOnly = isRemarksOnly
  }
}

extension String {
  /// A comment's words, without the rules and stars drawn around it.
  fileprivate var withoutDecoration: String {
    let drawn: Set<Unicode.Scalar> = [" ", "\t", "\r", "#", "-", "=", "*", "~", "_", "/", ":"]
    let rest = unicodeScalars.drop { drawn.contains($0) }.reversed().drop { drawn.contains($0) }
    return String(String.UnicodeScalarView(rest.reversed()))
  }
}
