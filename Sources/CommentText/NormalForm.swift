/// The normal form in which words are compared as words (facts of type `word`, roles, channels): NFKC_Casefold of
/// Unicode 15.0, then typographic quotes and dashes made plain.
///
/// - Parameters:
///   - utf8: The word; ill-formed bytes count as U+FFFD.
///   - matching: Whether accents are ignored.
/// - Returns: The normal form in UTF-8. Two words are the same if these bytes are.
public func normalised(_ utf8: [UInt8], _ matching: TextMatching = TextMatching()) -> [UInt8] {
  UTF8Text.bytes(of: FoldedText(UTF8Text.scalars(of: utf8), matching).characters)
}
