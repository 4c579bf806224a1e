/// The whole numbers of a generated table, one after another.
///
/// Each is written in base 32, least significant first, six bits a character: five of the number and one that says
/// that more follow. `Scripts/make-unicode-tables.py` writes them.
struct PackedNumbers {
  private let characters: [UInt8]
  private var position = 0

  init(_ text: StaticString) {
    // Line ends and indentation are no part of the numbers.
    characters = text.withUTF8Buffer { $0.filter { $0 >= UInt8(ascii: "0") } }
  }

  /// The next number, or nil at the end.
  mutating func next() -> UInt32? {
    guard position < characters.count else { return nil }
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while position < characters.count {
      let six = UInt32(characters[position] - UInt8(ascii: "0"))
      position += 1
      number |= (six & 31) << shift
      shift += 5
      if six < 32 { break }
    }
    return number
  }

  /// The next number, written so that small negative ones are short too.
  mutating func nextSigned() -> Int? {
    guard let number = next() else { return nil }
    return number & 1 == 0 ? Int(number >> 1) : -Int(number >> 1) - 1
  }
}
