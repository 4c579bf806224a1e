import Crypto
import DecisionModel
import Diagnostics

/// Tells a finding from all others by what it says of which line, and not by the line's number, so that it is known
/// again after other lines have come and gone.
struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// The fingerprint of the next finding: 32 hexadecimal digits. Of several alike, each has one of its own.
  mutating func next(of finding: Diagnostic, in files: SourceFiles) -> String {
    let file = files[finding.span.file]
    let line = file.line(at: file.lineIndex(of: finding.span.start))
    let parts = [finding.name.description, file.name, finding.message, file.text(of: line).trimmed]
    let alike = Fingerprints.digest(of: parts)
    let count = counts[alike, default: 0]
    counts[alike] = count + 1
    return count == 0 ? alike : Fingerprints.digest(of: parts + [String(count)])
  }

  private static func digest(of parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += String(part.utf8.count).utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += part.utf8
    }
    return hexadecimal(SHA256.hash(data: bytes).prefix(16))
  }
}

extension String {
  /// Without the blanks at both ends, which change with the indentation of a part.
  fileprivate var trimmed: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let rest = Array(utf8).drop(while: isBlank)
    let last = rest.lastIndex { !isBlank($0) } ?? rest.startIndex
    return String(decoding: rest.prefix(through: rest.isEmpty ? rest.endIndex - 1 : last), as: UTF8.self)
  }
}
