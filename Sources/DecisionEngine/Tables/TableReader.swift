import DecisionModel

/// The sections of a program as pointers, which live as long as its image.
struct TableReader {
  private let image: ProgramImage

  init(_ image: ProgramImage) { self.image = image }

  /// What stands in for a section that a program does not have: nothing is found in it.
  nonisolated(unsafe) private static let nothing: UnsafeRawPointer = {
    let zeros = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
    zeros.initializeMemory(as: UInt8.self, repeating: 0)
    return UnsafeRawPointer(zeros.baseAddress ?? UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 64))
  }()

  func raw(_ section: ProgramSection) -> UnsafeRawPointer {
    let bytes = image.bytes(of: section)
    return bytes.isEmpty ? Self.nothing : bytes.baseAddress ?? Self.nothing
  }

  func pointer<Number>(_ section: ProgramSection) -> UnsafePointer<Number> {
    raw(section).assumingMemoryBound(to: Number.self)
  }

  func cells(_ section: ProgramSection) -> UnsafePointer<UInt32> { pointer(section) }
}
