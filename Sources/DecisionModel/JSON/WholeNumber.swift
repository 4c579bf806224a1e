extension Double {
  /// The number as an `Int`, if it is a whole one and an `Int` can hold it.
  ///
  /// `Int(exactly:)` says the same, but calls C's mathematics library, which on Linux a program without Foundation does
  /// not link.
  var wholeNumber: Int? {
    guard self >= -0x1p63, self < 0x1p63 else { return nil }
    let whole = Int(self)
    return Double(whole) == self ? whole : nil
  }
}
