public import Diagnostics
public import PlaybookAnalysis

/// What became of a playbook whose certain fixes were applied.
public struct Mending: Sendable {
  /// A file that is to be written anew.
  public struct File: Sendable {
    public let path: String
    public let before: [UInt8]
    public let after: [UInt8]
  }

  /// Something that was mended: where, under which finding, what stood there and what stands there now.
  public struct Change: Sendable {
    public let finding: Diagnostic.Name
    /// `file:line:column`, as the file was when it was mended.
    public let place: String
    public let before: String
    public let after: String
  }

  /// What is found in the mended files.
  public fileprivate(set) var analysis: Analysis
  public fileprivate(set) var files: [File] = []
  public fileprivate(set) var changes: [Change] = []
}

/// Applies the certain fixes of a playbook, as long as there are any; nothing is written.
///
/// What the reader does not have as it was analysed, such as the standard library, is left as it is. A fix after which
/// its finding is still there, or another error in its place, is taken back: nothing gets worse.
public func mendPlaybook(_ path: String, with reader: FileReader) throws(FileReader.Trouble) -> Mending {
  var mender = Mender(path: path, reader: reader, mending: Mending(analysis: try analyse(path, with: reader)))
  for _ in 0..<Mender.mostRounds where try mender.mendOnce() {}
  return mender.mending
}

private struct Mender {
  /// Fixes may bring other fixes to light: in text that could not be read before them.
  static let mostRounds = 40

  let path: String
  let reader: FileReader
  var mending: Mending
  /// Fixes that do not mend the text as it is now.
  private var refused: Set<Diagnostic> = []

  init(path: String, reader: FileReader, mending: Mending) {
    self.path = path
    self.reader = reader
    self.mending = mending
  }

  /// Applies the fixes of the findings. Whether there is more to try.
  mutating func mendOnce() throws(FileReader.Trouble) -> Bool {
    let before = mending.analysis
    let candidates = before.findings.filter { !refused.contains($0) }
    var files = mending.files
    var applied: [SourceFile.AppliedFix] = []
    for file in before.files.files {
      let (bytes, fixes) = file.mended(by: candidates)
      guard !fixes.isEmpty, replace(file, by: bytes, in: &files) else { continue }
      applied += fixes
    }
    guard !applied.isEmpty else { return false }
    let after = try analyse(path, with: reader.overlaid(files))
    let failed = applied.filter { !mends($0, before, after) }
    refused.formUnion(failed.map(\.finding))
    if failed.isEmpty {
      mending.analysis = after
      mending.files = files
      mending.changes += applied.map { Mending.Change($0, in: before.files) }
      refused = []
    }
    return true
  }

  /// Puts new bytes for a file among the files to write; false for what is none of the reader's.
  private func replace(_ file: SourceFile, by bytes: [UInt8], in files: inout [Mending.File]) -> Bool {
    if let index = files.firstIndex(where: { $0.path.utf8.elementsEqual(file.name.utf8) }) {
      files[index] = Mending.File(path: file.name, before: files[index].before, after: bytes)
      return true
    }
    guard let read = try? reader.read(file.name), read == file.bytes else { return false }
    files.append(Mending.File(path: file.name, before: read, after: bytes))
    return true
  }

  private func mends(_ applied: SourceFile.AppliedFix, _ before: Analysis, _ after: Analysis) -> Bool {
    let name = before.files[applied.fix.span.file].name
    let there = after.findings.filter { finding in
      let span = finding.span
      return after.files[span.file].name.utf8.elementsEqual(name.utf8)
        && span.start < applied.stretch.upperBound && applied.stretch.lowerBound < span.end
    }
    let known = before.findings.filter { $0.span.file == applied.fix.span.file }.map(\.name)
    return !there.contains {
      $0.name == applied.finding.name || ($0.severity == .error && !known.contains($0.name))
    }
  }
}

extension Mending.Change {
  fileprivate init(_ applied: SourceFile.AppliedFix, in files: SourceFiles) {
    finding = applied.finding.name
    place = files.location(of: applied.fix.span)
    before = files[applied.fix.span.file].text(of: applied.fix.span)
    after = applied.fix.replacement
  }
}

extension FileReader {
  /// The same files, some of them with other bytes.
  fileprivate func overlaid(_ files: [Mending.File]) -> FileReader {
    FileReader { path throws(Trouble) in
      if let file = files.first(where: { $0.path.utf8.elementsEqual(path.utf8) }) { return file.after }
      return try read(path)
    }
  }
}
