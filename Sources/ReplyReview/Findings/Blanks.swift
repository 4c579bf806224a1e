import CommentText
import DecisionModel

// Blanks of the playbook's wordings that nobody has filled in.
extension Examination {
  /// Each blank that is left, but for those which a broken standard has marked already.
  var unfilledBlanks: [ReviewFinding] {
    let marked = brokenStandards.filter { $0.severity == .error }.flatMap(\.found).compactMap(\.hit?.range)
    return blanks.filter { blank in !marked.contains { $0.overlaps(blank) } }.map { blank in
      let written = text.excerpt(blank)
      var finding = ReviewFinding(
        .unfilledBlank, .error, "A blank is not filled in: \(String(decoding: written, as: UTF8.self))",
        instead: "Write what belongs there.")
      finding.places = [TextHit(text: written, range: blank)]
      return finding
    }
  }

  /// `[what happened]`, and `{author.name}` where it names a fact. What stands in brackets before a parenthesis is a link
  /// in Markdown, and what has no letter is a note's number.
  private var blanks: [Range<Int>] {
    pairs(open: "[", close: "]").filter { pair in
      let after = pair.upperBound < text.scalars.count ? text.scalars[pair.upperBound] : 0
      return after != UInt32(UInt8(ascii: "(")) && text.scalars[pair].contains(where: isLetter)
    }
      + pairs(open: "{", close: "}").filter { pair in namesFact(text.excerpt(pair.lowerBound + 1..<pair.upperBound - 1))
      }
  }

  private func namesFact(_ name: [UInt8]) -> Bool { program.facts.contains { $0.name.utf8.elementsEqual(name) } }

  private func isLetter(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false }

  /// The innermost pairs of brackets, on one line each.
  private func pairs(open: Unicode.Scalar, close: Unicode.Scalar) -> [Range<Int>] {
    var (pairs, start): ([Range<Int>], Int?) = ([], nil)
    for (place, scalar) in text.scalars.enumerated() {
      switch scalar {
      case open.value: start = place
      case 0x0A: start = nil
      case close.value:
        if let begun = start { pairs.append(begun..<place + 1) }
        start = nil
      default: break
      }
    }
    return pairs
  }
}
