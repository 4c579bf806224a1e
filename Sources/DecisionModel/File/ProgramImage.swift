#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a program, checked: mapped from a file, or held in memory. Any number of engines may share it.
public final class ProgramImage: Sendable {
  /// SHA-256 of the program, as decisions name it: `sha256:…`.
  public let digest: String
  /// Who signed it, where it was signed. Nobody has verified it yet.
  public let signature: ProgramSignature?
  /// The number of its format.
  public let format: Int

  private let memory: ProgramMemory
  /// Where each section stands in the bytes, in order of their numbers.
  private let sections: [(section: UInt32, range: Range<Int>)]

  /// Checks the bytes of a program.
  public convenience init(_ bytes: [UInt8]) throws(ProgramProblem) {
    try self.init(ProgramMemory(copying: bytes))
  }

  /// Maps a program into memory, without reading more of it than its checksum needs.
  public convenience init(mapping path: String) throws(ProgramProblem) {
    try self.init(ProgramMemory(mapping: path))
  }

  private init(_ memory: ProgramMemory) throws(ProgramProblem) {
    let (format, program) = try memory.bytes.checkedProgram()
    let rest = UnsafeRawBufferPointer(rebasing: memory.bytes[program.count...])
    self.memory = memory
    self.format = format
    digest = program.digest
    signature = ProgramSignature(rest)
    if signature == nil && !rest.isEmpty { throw .damaged }
    sections = try program.sections()
  }

  /// The bytes of the program, without its signature.
  public func withProgram<Result>(_ read: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try read(UnsafeRawBufferPointer(rebasing: memory.bytes.dropLast(signature == nil ? 0 : ProgramSignature.length)))
  }

  /// How many bytes the program has, without its signature.
  public var length: Int { memory.bytes.count - (signature == nil ? 0 : ProgramSignature.length) }

  /// What stands in the program, in its order: the name of each section and how many bytes it has.
  public var contents: [(name: String, length: Int)] {
    sections.map { number, range in
      (ProgramSection(rawValue: number).map { "\($0)" } ?? "section \(number)", range.count)
    }
  }

  /// The bytes of a section, which live as long as the image; none where the program has no such section.
  package func bytes(of section: ProgramSection) -> UnsafeRawBufferPointer {
    guard let found = sections.first(where: { $0.section == section.rawValue }) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: memory.bytes[found.range])
  }

  /// The numbers of a section, which live as long as the image.
  package func numbers<Number>(of section: ProgramSection, as _: Number.Type = Number.self)
    -> UnsafeBufferPointer<Number>
  {
    bytes(of: section).bindMemory(to: Number.self)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func cell(at place: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// The format and the bytes of a program at the beginning of these bytes. The format is looked at first: what a newer
  /// decorum wrote may be checked in another way.
  fileprivate func checkedProgram() throws(ProgramProblem) -> (format: Int, program: UnsafeRawBufferPointer) {
    guard count >= ProgramHeader.magic.count, prefix(ProgramHeader.magic.count).elementsEqual(ProgramHeader.magic)
    else { throw .noProgram }
    guard count >= ProgramHeader.length else { throw .damaged }
    let length = Int(cell(at: ProgramHeader.lengthPlace))
    let isWhole = length >= ProgramHeader.length && length <= count
    let program = UnsafeRawBufferPointer(rebasing: self[..<(isWhole ? length : 0)])
    let isSound = isWhole && ProgramHeader.checksum(of: program) == cell(at: ProgramHeader.checksumPlace)
    let format = Int(cell(at: ProgramHeader.formatPlace))
    if isSound && format < DecisionProgram.format { throw .older(format: format) }
    if format > DecisionProgram.format && format < 1 << 16 { throw .newer(format: format) }
    guard isSound, format == DecisionProgram.format else { throw .damaged }
    return (format, program)
  }

  fileprivate var digest: String {
    let bytes = self[ProgramHeader.digestPlace..<ProgramHeader.digestPlace + ProgramHeader.digestLength]
    return "sha256:" + hexadecimal(bytes)
  }

  fileprivate func sections() throws(ProgramProblem) -> [(section: UInt32, range: Range<Int>)] {
    let number = Int(cell(at: ProgramHeader.sectionCountPlace))
    guard number <= (count - ProgramHeader.length) / ProgramHeader.lengthOfEntry else { throw .damaged }
    var sections: [(section: UInt32, range: Range<Int>)] = []
    for index in 0..<number {
      let entry = ProgramHeader.length + index * ProgramHeader.lengthOfEntry
      let (start, length) = (Int(cell(at: entry + 4)), Int(cell(at: entry + 8)))
      guard start.isMultiple(of: ProgramHeader.alignment), start + length <= count else { throw .damaged }
      sections.append((cell(at: entry), start..<start + length))
    }
    return sections
  }
}

/// Memory that is never written, and let go with its last reader.
private final class ProgramMemory: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  init(copying content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: content.count, alignment: ProgramHeader.alignment)
    memory.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(memory)
    isMapped = false
  }

  init(mapping path: String) throws(ProgramProblem) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(errno == ENOENT ? "there is no such file" : "it cannot be opened") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is no file") }
    guard status.st_size > 0 else { throw .noProgram }
    guard let start = mmap(nil, Int(status.st_size), PROT_READ, Self.mapping, file, 0), start != MAP_FAILED else {
      throw .unreadable("it cannot be mapped into memory")
    }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    isMapped = true
  }

  /// All of it is read at once for its checksum: then a fault for every few pages would take longer than the reading.
  #if os(Linux)
    private static let mapping = MAP_PRIVATE | MAP_POPULATE
  #else
    private static let mapping = MAP_PRIVATE
  #endif

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
