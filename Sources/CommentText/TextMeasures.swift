/// What can be counted in a text as written. All but ``length`` and ``links`` leave links out.
public struct TextMeasures: Sendable, Hashable {
  /// The length in Unicode scalars.
  public private(set) var length = 0
  /// Words, as phrases know them.
  public private(set) var words = 0
  /// The share of upper-case among cased letters, 0 to 1; 0 where there is none.
  public var capitals: Double { casedLetters == 0 ? 0 : Double(upperCaseLetters) / Double(casedLetters) }
  /// `!`, full-width ones too.
  public private(set) var exclamations = 0
  /// `?`, full-width ones too.
  public private(set) var questions = 0
  /// Links.
  public private(set) var links = 0
  /// `@` before a letter or digit, at the start or after something that is no letter or digit.
  public private(set) var mentions = 0
  /// `#` before a letter or digit, at the start or after something that is no letter or digit.
  public private(set) var hashtags = 0
  /// Emoji, each sequence that is shown as one counted once.
  public private(set) var emoji = 0
  /// The longest run of one case-folded character, white space aside.
  public private(set) var longestRun = 0

  private var casedLetters = 0
  private var upperCaseLetters = 0

  init(of scalars: [UInt32], links: [Range<Int>], words: Int) {
    length = scalars.count
    self.words = words
    self.links = links.count
    var start = 0
    for link in links {
      measure(start..<link.lowerBound, of: scalars)
      start = link.upperBound
    }
    measure(start..<scalars.count, of: scalars)
  }

  private mutating func measure(_ range: Range<Int>, of scalars: [UInt32]) {
    for position in range { count(position, in: scalars) }
    emoji += Emoji.count(in: scalars[range])
    longestRun = max(longestRun, Self.longestRun(in: scalars[range]))
  }

  private mutating func count(_ position: Int, in scalars: [UInt32]) {
    switch scalars[position] {
    case "!", "！": exclamations += 1
    case "?", "？": questions += 1
    case "@": mentions += Self.isSigil(position, in: scalars) ? 1 : 0
    case "#": hashtags += Self.isSigil(position, in: scalars) ? 1 : 0
    default:
      let kind = CharacterKind.of(scalars[position])
      casedLetters += kind.contains(.cased) ? 1 : 0
      upperCaseLetters += kind.contains(.upperCase) ? 1 : 0
    }
  }

  /// Whether a name follows the sign at `position` and nothing that it could belong to comes before.
  private static func isSigil(_ position: Int, in scalars: [UInt32]) -> Bool {
    let isPartOfName = { (position: Int) in
      scalars.indices.contains(position) && CharacterKind.of(scalars[position]).isAny(of: .letterOrDigit)
    }
    return isPartOfName(position + 1) && !isPartOfName(position - 1)
  }

  private static func longestRun(in scalars: ArraySlice<UInt32>) -> Int {
    let folding = CaseFolding.unicode
    var longest = 0, current = 0
    var last: UInt32?
    for scalar in scalars {
      let folded = CharacterKind.of(scalar).contains(.whiteSpace) ? nil : folding.simple(scalar)
      current = folded == nil ? 0 : folded == last ? current + 1 : 1
      last = folded
      longest = max(longest, current)
    }
    return longest
  }
}
