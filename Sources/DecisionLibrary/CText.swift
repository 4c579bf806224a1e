/// A text as C has it: memory that `decorum_free` frees.
typealias CText = UnsafeMutablePointer<CChar>

/// Where a function puts the sentence that says why it failed.
typealias CProblem = UnsafeMutablePointer<CText?>

extension CText {
  /// A copy of bytes, with a NUL after them.
  init(copying bytes: [UInt8]) {
    self = .allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { self[index] = CChar(bitPattern: byte) }
    self[bytes.count] = 0
  }
}

/// Does what a function is asked to do; where that fails, says why and returns nil.
func answer<Answer>(_ problem: CProblem?, _ work: () throws -> Answer) -> Answer? {
  problem?.pointee = nil
  do {
    return try work()
  } catch {
    problem?.pointee = CText(copying: Array("\(error)".utf8))
    return nil
  }
}

/// An argument that C did not give, or that cannot be.
struct ArgumentProblem: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}

/// An argument that has to be there.
func given<Value>(_ argument: Value?, _ name: StaticString) throws -> Value {
  guard let argument else { throw ArgumentProblem("`\(name)` is NULL") }
  return argument
}

/// The bytes at a pointer of C.
func bytes(_ start: UnsafeRawPointer?, _ length: Int, _ name: StaticString) throws -> UnsafeRawBufferPointer {
  guard length >= 0 else { throw ArgumentProblem("`length` is more than memory can hold") }
  return UnsafeRawBufferPointer(start: try given(start, name), count: length)
}
