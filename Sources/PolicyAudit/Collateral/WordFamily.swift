/// Whether a word that a `*` goes on to is a form of the term, or another word: `refunded` of `refund*`, `class` of `*ass`.
enum WordFamily {
  /// From so many letters on a term says enough for what is derived of it to mean the same.
  private static let longStem = 5
  private static let inflections = words("s es ed d ing ings er ers or ors r rs ly y ies ied 's")
  private static let derivations = words(
    """
    t ts e able ably al ally ance ances ant ants ation ations ion ions ious ment ments ness ful fully less ish ism ist
    ists ity ive ively en ens ened ening n ns ingly edly ery iness ier iest ily ative ator ators ational ability ible ic ical ically
    """)

  /// - Parameters:
  ///   - word: What was found, in small letters.
  ///   - term: The term by which it was found; where it has no `*` it was found as it stands.
  static func belongs(_ word: [UInt8], to term: String) -> Bool {
    let term = Array(term.utf8).map(\.lowerCased)
    let stem = term.filter { $0 != UInt8(ascii: "*") }
    guard stem.count < term.count, !stem.contains(UInt8(ascii: " ")) else { return true }
    guard term.first != UInt8(ascii: "*"), word.starts(with: stem) else { return word == stem }
    let ending = Array(word.dropFirst(stem.count))
    return ending.isEmpty || inflections.contains(ending) || stem.count >= longStem && derivations.contains(ending)
  }

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }
}
