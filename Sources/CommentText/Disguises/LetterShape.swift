/// Which letters a character of a folded text can be read as: itself, the letter beneath its accent, and those that it
/// stands for.
package struct LetterShape: Sendable, Hashable {
  /// A bit for each of `a` to `z`.
  package private(set) var latin: UInt32
  /// A letter of another script that it can be read as, or 0.
  package let other: UInt32
  /// Whether the reading holds in this direction only. UTS #39 makes classes of letters that look alike, in which each
  /// stands for each; but `é` is read as `e` and `e` is not read as `é`.
  package let isOneWay: Bool

  static let none = LetterShape(latin: 0, other: 0, isOneWay: false)

  package var isReadable: Bool { latin != 0 || other != 0 }

  package static func of(_ scalar: UInt32) -> LetterShape {
    if let bit = bit(of: scalar) { return LetterShape(latin: bit, other: 0, isOneWay: false) }
    return table.shapes[Int(table.indices[scalar])]
  }

  /// What a letter of a term must be met by, beside itself.
  static func ofTermLetter(_ scalar: UInt32) -> LetterShape {
    let shape = of(scalar)
    if shape.isOneWay { return LetterShape(latin: 0, other: scalar, isOneWay: false) }
    return shape.isReadable || !CharacterKind.of(scalar).contains(.letter)
      ? shape : LetterShape(latin: 0, other: scalar, isOneWay: false)
  }

  func meets(_ other: LetterShape) -> Bool {
    latin & other.latin != 0 || self.other != 0 && self.other == other.other
  }

  /// Adds one of `a` to `z`.
  mutating func readAlso(_ letter: Unicode.Scalar) {
    latin |= Self.bit(of: letter.value) ?? 0
  }

  private static func bit(of scalar: UInt32) -> UInt32? {
    (0x61...0x7A).contains(scalar) ? 1 << (scalar - 0x61) : nil
  }
}

extension LetterShape {
  private static let oneWay: UInt32 = 1 << 26

  /// The shapes of UTS #39 and of our own list, and which character has which; the first is none.
  private static let table: (indices: ScalarTable<UInt16>, shapes: [LetterShape]) = {
    var indices = ScalarTable<UInt16>(repeating: 0)
    var shapes = [LetterShape.none]
    var numbers = PackedNumbers(LetterShapeTable.shapes)
    var scalar = 0
    while let gap = numbers.next(), let bits = numbers.next(), let other = numbers.next() {
      scalar += Int(gap)
      indices.set(scalar..<scalar + 1, to: UInt16(shapes.count))
      shapes.append(LetterShape(latin: bits & ~oneWay, other: other, isOneWay: bits & oneWay != 0))
    }
    return (indices, shapes)
  }()
}
