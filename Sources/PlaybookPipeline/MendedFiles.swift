import PlaybookAnalysis

/// Applies the certain fixes of the playbook at a path, and writes the files that they change, each as a whole or not
/// at all.
///
/// - Throws: `FileReader.Trouble` where the playbook cannot be read, `WritingProblem` where a file cannot be written.
public func mendPlaybook(at path: PlaybookPath) throws -> Mending {
  let reader = FileReader.disk(within: path.root)
  let mending = try mendPlaybook(path.file, with: reader)
  for file in mending.files where file.after != file.before { try write(file, reader) }
  return mending
}

private func write(_ file: Mending.File, _ reader: FileReader) throws(WritingProblem) {
  guard let now = try? reader.read(file.path), now == file.before else {
    throw WritingProblem(description: "\(file.path) was changed in the meantime, and is left as it is")
  }
  try writeWhole(file.after, to: file.path)
}
