/// The normal form in which words are compared as words (facts of type `word`, roles, channels): NFKC_Casefold of
/// Unicode 15.0, then typographic quotes and dashes made plain.
///
/// - Parameter utf8: The word; ill-formed bytes count as U+FFFD.
/// - Returns: The normal form in UTF-8. Two words are the same if these bytes are.
public func normalised(_ utf8: [UInt8]) -> [UInt8] {
  UTF8Text.bytes(of: FoldedText(UTF8Text.scalars(of: utf8)).characters)
}
