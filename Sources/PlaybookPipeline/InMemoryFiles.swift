public import PlaybookAnalysis

/// A file that lies in memory: its path as playbooks write it, and its bytes.
public struct InMemoryFile: Sendable {
  public let path: String
  public let bytes: [UInt8]

  public init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
}

extension FileReader {
  /// Reads from files in memory, and none beside them. Of two files with one path the first is read.
  public static func memory(_ files: [InMemoryFile]) -> FileReader {
    FileReader { path throws(Trouble) in
      guard let file = files.first(where: { $0.path.utf8.elementsEqual(path.utf8) }) else { throw .missing }
      guard file.bytes.count <= largest else { throw .tooLarge(limit: largest) }
      return file.bytes
    }
  }
}

/// Reads and checks the playbook at a path among files in memory.
///
/// - Parameter judging: whether the engine judges the examples too, which finds no errors.
/// - Throws: why the playbook itself could not be read. What is wrong *in* it is a finding.
public func checkPlaybook(
  _ path: String, in files: [InMemoryFile], judging: Bool = true
) throws(FileReader.Trouble) -> Analysis {
  try analyse(path, with: .memory(files), judging: judging)
}
