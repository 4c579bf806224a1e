public import Diagnostics
public import PlaybookTesting

// LCOV's tracefile, which most viewers of coverage read: geninfo(1), section FILES.

/// What tests have shown of some playbooks, as lines and branches.
///
/// A condition, a category, an escalation, a rung and a standard have two branches on the line where they are defined, the
/// conditions of a clause on the line of the clause: true and false. A term has one. A line counts what was shown of it
/// most often.
public func lcovText(of playbooks: [(coverage: TestCoverage, files: SourceFiles)]) -> String {
  playbooks.map { playbook in
    var texts: [String] = []
    for file in playbook.files.files {
      let items = playbook.coverage.items.filter { $0.span.file == file.id }
      if !items.isEmpty { texts.append(record(of: file, items)) }
    }
    return texts.joined()
  }.joined()
}

private func record(of file: SourceFile, _ items: [TestCoverage.Item]) -> String {
  let byLine = Dictionary(grouping: items) { file.lineIndex(of: $0.span.start) + 1 }
  let lines = byLine.keys.sorted()
  var text = "TN:\nSF:\(oneLine(file.name))\n"
  var (branches, taken) = (0, 0)
  for line in lines {
    for (block, item) in (byLine[line] ?? []).enumerated() {
      for (branch, count) in item.counts.enumerated() {
        text += "BRDA:\(line),\(block),\(branch),\(count)\n"
        branches += 1
        taken += count > 0 ? 1 : 0
      }
    }
  }
  text += "BRF:\(branches)\nBRH:\(taken)\n"
  let hits = lines.map { line in (byLine[line] ?? []).flatMap(\.counts).max() ?? 0 }
  for (line, count) in zip(lines, hits) { text += "DA:\(line),\(count)\n" }
  return text + "LF:\(lines.count)\nLH:\(hits.count { $0 > 0 })\nend_of_record\n"
}

extension TestCoverage.Item {
  fileprivate var counts: [Int] { kind == .term ? [whereTrue] : [whereTrue, whereFalse] }
}

/// A path cannot add lines of its own.
private func oneLine(_ path: String) -> String {
  String(decoding: path.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
}
