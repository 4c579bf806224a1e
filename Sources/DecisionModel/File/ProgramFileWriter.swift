/// Puts the sections of a program file together. The same sections always give the same bytes.
package struct ProgramFileWriter {
  private var sections: [(section: ProgramSection, bytes: [UInt8])] = []

  package init() {}

  package mutating func add(_ section: ProgramSection, bytes: [UInt8]) { sections.append((section, bytes)) }

  package mutating func add<Number: FixedWidthInteger>(_ section: ProgramSection, _ numbers: [Number]) {
    add(section, bytes: numbers.map(\.littleEndian).withUnsafeBytes { Array($0) })
  }

  /// Adds the texts and the numbers that other sections name, and the conditions that were written aside.
  package mutating func add(_ tables: CellTables) {
    let ends = tables.texts.reduce(into: [UInt32(0)]) { $0.append($0[$0.count - 1] + UInt32($1.count)) }
    add(.texts, [UInt32(tables.texts.count)] + ends)
    add(.textBytes, bytes: Array(tables.texts.joined()))
    add(.numbers, tables.numbers.map(\.bitPattern))
    add(.clauses, tables.conditions)
  }

  /// The bytes of the file.
  ///
  /// - Parameter digest: SHA-256 of bytes; it names the program.
  package func bytes(digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
    let sections = self.sections.sorted { $0.section.rawValue < $1.section.rawValue }
    var bytes = ProgramHeader.magic + Array(repeating: 0, count: ProgramHeader.length - ProgramHeader.magic.count)
    var offset = Self.aligned(ProgramHeader.length + sections.count * ProgramHeader.lengthOfEntry)
    for (section, content) in sections {
      for cell in [section.rawValue, UInt32(offset), UInt32(content.count), 0] { bytes.append(littleEndian: cell) }
      offset = Self.aligned(offset + content.count)
    }
    for (_, content) in sections {
      bytes.align()
      bytes += content
    }
    bytes.align()
    bytes.set(UInt32(DecisionProgram.format), at: ProgramHeader.formatPlace)
    bytes.set(UInt32(sections.count), at: ProgramHeader.sectionCountPlace)
    bytes.set(UInt32(bytes.count), at: ProgramHeader.lengthPlace)
    let name = digest(bytes)
    bytes.replaceSubrange(
      ProgramHeader.digestPlace..<ProgramHeader.digestPlace + ProgramHeader.digestLength, with: name)
    bytes.set(bytes.withUnsafeBytes { ProgramHeader.checksum(of: $0) }, at: ProgramHeader.checksumPlace)
    return bytes
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + ProgramHeader.alignment - 1) / ProgramHeader.alignment * ProgramHeader.alignment
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian cell: UInt32) {
    Swift.withUnsafeBytes(of: cell.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func align() {
    while !count.isMultiple(of: ProgramHeader.alignment) { append(0) }
  }

  fileprivate mutating func set(_ cell: UInt32, at place: Int) {
    Swift.withUnsafeBytes(of: cell.littleEndian) { replaceSubrange(place..<place + 4, with: $0) }
  }
}
