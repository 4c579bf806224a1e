import Diagnostics
import PlaybookSyntax
import StandardLibrary
import YAMLSyntax

/// The files of a playbook, read: the playbook's own first, then what it imports, in the order of import.
struct LoadedPlaybook {
  struct Part {
    let file: SourceFile
    let syntax: FileSyntax
    /// Whether the file is the playbook's own, and no library that it imports.
    let isOwn: Bool
  }

  var files = SourceFiles()
  var parts: [Part] = []
  /// The terms of the word lists that lexicons name, by the span of the path that names them.
  var wordLists: [Span: WordList] = [:]
  var findings = Findings()
  /// Whether something is missing that other files might have defined.
  var isIncomplete = false
}

/// A file of terms, one a line.
struct WordList {
  struct Line {
    let term: String
    let span: Span
  }
  let lines: [Line]
}

/// Reads a playbook and everything that it imports.
struct PlaybookLoader {
  let reader: FileReader
  /// The folder of the playbook: what lies in it is the playbook's own.
  let home: String
  var loaded = LoadedPlaybook()
  /// The paths on the way from the playbook to the file that is read now.
  private var way: [String] = []
  private var seen: Set<[UInt8]> = []

  /// Reads a playbook; a playbook itself that cannot be read is the caller's trouble.
  static func load(_ path: String, with reader: FileReader) throws(FileReader.Trouble) -> LoadedPlaybook {
    var loader = PlaybookLoader(reader: reader, home: Path.folder(of: path))
    let bytes = try reader.read(path)
    loader.seen.insert(Array(path.utf8))
    loader.add(path, bytes, as: .playbook, isOwn: true)
    return loader.loaded
  }

  private init(reader: FileReader, home: String) {
    self.reader = reader
    self.home = home
  }

  private mutating func add(_ path: String, _ bytes: [UInt8], as form: Form, isOwn: Bool) {
    let file = loaded.files.add(name: path, bytes: bytes)
    var hasSyntaxErrors = false
    let root = parseYAML(file) { diagnostic in
      loaded.findings.report(diagnostic)
      hasSyntaxErrors = hasSyntaxErrors || diagnostic.severity == .error
    }
    if hasSyntaxErrors { loaded.isIncomplete = true }
    guard case .mapping(let mapping) = root else {
      if !hasSyntaxErrors { loaded.findings.report(.noPlaybook(file, root)) }
      loaded.isIncomplete = true
      return
    }
    let syntax = readSyntax(of: mapping, as: form)
    // What a library uses that has no effect yet is not its importer's doing.
    for finding in syntax.findings where isOwn || finding.severity != .note { loaded.findings.report(finding) }
    loaded.parts.append(.init(file: file, syntax: syntax, isOwn: isOwn))
    if mapping["extends"] != nil { loaded.isIncomplete = true }
    readWordLists(of: mapping, in: path)
    way.append(path)
    for scalar in mapping.scalars("imports") { importFile(scalar, from: path) }
    way.removeLast()
  }

  // MARK: Imports

  private mutating func importFile(_ scalar: YAMLScalar, from path: String) {
    if scalar.text.hasPrefix("std/") { return importStandard(scalar) }
    let target = Path.joined(Path.folder(of: path), scalar.text)
    let candidates = target.hasSuffix(".yaml") || target.hasSuffix(".yml") ? [target] : [target + ".yaml", target]
    for candidate in candidates where way.contains(where: { $0.utf8.elementsEqual(candidate.utf8) }) {
      return loaded.findings.report(.importCycle(scalar))
    }
    do throws(FileReader.Trouble) {
      let (found, bytes) = try read(candidates)
      guard seen.insert(Array(found.utf8)).inserted else { return }
      add(found, bytes, as: .part, isOwn: found.hasPrefix(home.isEmpty ? "" : home + "/"))
    } catch {
      loaded.isIncomplete = true
      loaded.findings.report(.unreadable(scalar, error))
    }
  }

  private func read(_ candidates: [String]) throws(FileReader.Trouble) -> (String, [UInt8]) {
    for candidate in candidates.dropLast() {
      do { return (candidate, try reader.read(candidate)) } catch {
        if case .missing = error { continue }
        throw error
      }
    }
    guard let last = candidates.last else { throw .missing }
    return (last, try reader.read(last))
  }

  private mutating func importStandard(_ scalar: YAMLScalar) {
    var name = String(scalar.text.dropFirst("std/".count))
    if name.hasSuffix(".yaml") { name = String(name.dropLast(".yaml".count)) }
    guard let bytes = StandardLibrary.file(named: name) else {
      loaded.isIncomplete = true
      return loaded.findings.report(.unknownLibrary(scalar, name))
    }
    guard seen.insert(Array("std/\(name)".utf8)).inserted else { return }
    add("std/\(name).yaml", bytes, as: .part, isOwn: false)
  }

  // MARK: Word lists

  private mutating func readWordLists(of mapping: YAMLMapping, in path: String) {
    for entry in mapping.entries("lexicons") {
      guard let scalar = entry.value.mapping?.scalar("file") else { continue }
      let target = Path.joined(Path.folder(of: path), scalar.text)
      do throws(FileReader.Trouble) {
        let file = loaded.files.add(name: target, bytes: try reader.read(target))
        loaded.wordLists[scalar.span] = WordList(lines: file.terms)
      } catch {
        loaded.findings.report(.unreadable(scalar, error))
      }
    }
  }
}

extension SourceFile {
  /// One term a line; `#` begins a comment where a line or a space stands before it.
  fileprivate var terms: [WordList.Line] {
    lineStarts.indices.compactMap { index in
      let line = line(at: index)
      var end = line.start
      var previous: UInt8 = 0x20
      while end < line.end, !(bytes[end] == UInt8(ascii: "#") && previous == 0x20) {
        previous = bytes[end] == 0x09 ? 0x20 : bytes[end]
        end += 1
      }
      let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
      let first = bytes[line.start..<end].firstIndex { !isSpace($0) }
      guard let first, let last = bytes[line.start..<end].lastIndex(where: { !isSpace($0) }) else { return nil }
      let span = Span(file: id, start: first, end: last + 1)
      return .init(term: text(of: span), span: span)
    }
  }
}

extension Diagnostic {
  fileprivate static func noPlaybook(_ file: SourceFile, _ root: YAMLNode?) -> Diagnostic {
    Diagnostic(
      "no-playbook", .error, "this file holds no playbook", at: root?.span.beginning ?? file.span.beginning,
      help: "begin it with `decorum: 1`")
  }

  fileprivate static func importCycle(_ scalar: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "import-cycle", .error, "this import leads back to a file that imports this one", at: scalar.span,
      help: "move what both need into a file of its own")
  }

  fileprivate static func unknownLibrary(_ scalar: YAMLScalar, _ name: String) -> Diagnostic {
    Diagnostic(
      "unknown-library", .error, "the standard library has no `\(scalar.shown)`", at: scalar.span,
      help: nearest(to: name, among: StandardLibrary.names).map { "write `std/\($0)`" }
        ?? "write one of \(StandardLibrary.names.map { "`std/\($0)`" }.joined(separator: ", "))")
  }

  fileprivate static func unreadable(_ scalar: YAMLScalar, _ trouble: FileReader.Trouble) -> Diagnostic {
    let name = scalar.shown
    return switch trouble {
    case .missing:
      Diagnostic("missing-file", .error, "there is no file `\(name)`", at: scalar.span, help: "write its path relative to this file")
    case .outside:
      Diagnostic(
        "outside-path", .error, "`\(name)` leads out of the playbook's folder", at: scalar.span,
        help: "move the file into the folder, or give a wider `--root`")
    case .tooLarge(let limit):
      Diagnostic("file-too-large", .error, "`\(name)` is larger than \(limit) bytes", at: scalar.span, help: "split the file")
    case .unreadable(let reason):
      Diagnostic("unreadable-file", .error, "`\(name)` cannot be read: \(reason)", at: scalar.span, help: "check the file and its permissions")
    }
  }
}
