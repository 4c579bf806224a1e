/// The texts of a program, which become strings only where they are asked for: an engine that opens a program asks for few
/// of them. They stand in its image, which has to live as long.
package struct ProgramTexts {
  package let count: Int
  /// Where each begins among the bytes, and where the last ends.
  private let offsets: UnsafeBufferPointer<UInt32>
  private let bytes: UnsafeRawBufferPointer

  /// - Throws: `ProgramProblem.damaged` where a text is not among the bytes.
  package init(_ image: ProgramImage) throws(ProgramProblem) {
    try self.init(image.numbers(of: .texts), image.bytes(of: .textBytes))
  }

  /// - Parameter cells: How many texts there are, then their offsets.
  package init(_ cells: UnsafeBufferPointer<UInt32>, _ bytes: UnsafeRawBufferPointer) throws(ProgramProblem) {
    guard let first = cells.first, cells.count == Int(UInt32(littleEndian: first)) + 2 else { throw .damaged }
    count = cells.count - 2
    offsets = UnsafeBufferPointer(rebasing: cells[1...])
    self.bytes = bytes
    var last = 0
    for place in 0...count {
      let offset = Int(UInt32(littleEndian: offsets[place]))
      guard offset >= last, offset <= bytes.count else { throw .damaged }
      last = offset
    }
  }

  /// A text by its number, which is less than `count`.
  package subscript(number: Int) -> String {
    let (start, end) = (UInt32(littleEndian: offsets[number]), UInt32(littleEndian: offsets[number + 1]))
    return String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
  }
}
