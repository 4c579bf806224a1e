import Diagnostics
import PlaybookSyntax
import StandardLibrary
import YAMLSyntax

/// Reads a playbook with everything that it imports, and the playbook that it extends.
struct PlaybookLoader {
  /// How far imports may lead from one file to the next.
  static let longestWay = 64

  let reader: FileReader
  /// The folder of the playbook: what lies in it is the playbook's own.
  let home: String
  var loaded = LoadedPlaybook()
  /// The paths on the way from the playbook to the file that is read now.
  private var way: [String] = []
  private var seen: Set<[UInt8]> = []
  /// How many playbooks were read that extend one another.
  private var layer = 0
  private var lists: [[UInt8]: WordList] = [:]

  /// Reads a playbook; a playbook itself that cannot be read is the caller's trouble.
  static func load(_ path: String, with reader: FileReader) throws(FileReader.Trouble) -> LoadedPlaybook {
    var loader = PlaybookLoader(reader: reader, home: Path.folder(of: path))
    let bytes = try reader.read(path)
    loader.seen.insert(Array(path.utf8))
    loader.add(path, bytes, as: .playbook, isOwn: true)
    loader.addExtended(from: path)
    loader.loaded.replaceInherited()
    return loader.loaded
  }

  private init(reader: FileReader, home: String) {
    self.reader = reader
    self.home = home
  }

  private mutating func add(_ path: String, _ bytes: [UInt8], as form: Form, isOwn: Bool) {
    let file = loaded.files.add(name: path, bytes: bytes)
    var faults: [Span] = []
    let root = parseYAML(file) { diagnostic in
      loaded.findings.report(diagnostic)
      if diagnostic.severity == .error { faults.append(diagnostic.span) }
    }
    guard case .mapping(let mapping) = root else {
      if faults.isEmpty { loaded.findings.report(.noPlaybook(file, root, isImported: !way.isEmpty)) }
      loaded.lacksFiles = true
      return
    }
    if let version = mapping.scalar("decorum"), version.isNewerLanguage {
      loaded.lacksFiles = true
      return loaded.findings.report(.newerLanguage(version))
    }
    let extends = form.title == Form.playbook.title && mapping["extends"] != nil
    let syntax = readSyntax(of: mapping, as: extends ? .extendingPlaybook : form, faults: faults)
    // What a library uses that has no effect yet is not its importer's doing.
    for finding in syntax.findings where isOwn || finding.severity != .note { loaded.findings.report(finding) }
    loaded.parts.append(
      .init(
        file: file, syntax: syntax, isPlaybook: way.isEmpty, layer: layer, isOwn: isOwn,
        hasSyntaxErrors: !faults.isEmpty))
    readWordLists(of: mapping, in: path)
    way.append(path)
    for scalar in mapping.scalars("imports") where !scalar.isUnreadable { importFile(scalar, from: path) }
    way.removeLast()
  }

  // MARK: Imports

  private mutating func importFile(_ scalar: YAMLScalar, from path: String) {
    // What is no path has its finding.
    guard (try? scalar.path()) != nil, !scalar.text.isEmpty else { return loaded.lacksFiles = true }
    if scalar.text.hasPrefix("std/") { return importStandard(scalar) }
    let target = Path.joined(Path.folder(of: path), scalar.text)
    let candidates = target.hasSuffix(".yaml") || target.hasSuffix(".yml") ? [target] : [target + ".yaml", target]
    for candidate in candidates where way.contains(where: { $0.isExactly(candidate) }) {
      return loaded.findings.report(.importCycle(scalar))
    }
    guard way.count < PlaybookLoader.longestWay else {
      loaded.lacksFiles = true
      return loaded.findings.report(.importedTooDeep(scalar, deepest: PlaybookLoader.longestWay))
    }
    do throws(FileReader.Trouble) {
      let (found, bytes) = try read(candidates)
      guard seen.insert(Array(found.utf8)).inserted else { return }
      add(found, bytes, as: .part, isOwn: layer == 0 && found.hasPrefix(home.isEmpty ? "" : home + "/"))
    } catch {
      loaded.lacksFiles = true
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
      loaded.lacksFiles = true
      return loaded.findings.report(.unknownLibrary(scalar, name))
    }
    guard seen.insert(Array("std/\(name)".utf8)).inserted else { return }
    add("std/\(name).yaml", bytes, as: .part, isOwn: false)
  }

  // MARK: Playbooks that are extended

  /// Reads the playbook that one extends, and the one that this extends, and so on.
  private mutating func addExtended(from path: String) {
    var chain = [path]
    while let scalar = loaded.parts.last(where: { $0.layer == layer && $0.isPlaybook })?.asWritten.scalar("extends"),
      let (found, bytes) = extended(scalar, chain)
    {
      chain.append(found)
      seen.insert(Array(found.utf8))
      layer += 1
      add(found, bytes, as: .playbook, isOwn: false)
    }
  }

  /// The playbook that another extends; nil where none can be read, which is told.
  private mutating func extended(_ scalar: YAMLScalar, _ chain: [String]) -> (String, [UInt8])? {
    guard !scalar.isUnreadable, (try? scalar.path()) != nil, let last = chain.last else { return nothingExtended() }
    if scalar.text.hasPrefix("std/") { return nothingExtended(.extendedLibrary(scalar)) }
    guard chain.count < PlaybookLoader.longestWay else {
      return nothingExtended(.extendedTooDeep(scalar, deepest: PlaybookLoader.longestWay))
    }
    let target = Path.joined(Path.folder(of: last), scalar.text)
    let isFile = target.hasSuffix(".yaml") || target.hasSuffix(".yml")
    do throws(FileReader.Trouble) {
      let found = try read(isFile ? [target] : [Path.joined(target, "playbook.yaml"), target + ".yaml", target])
      if chain.contains(where: { $0.isExactly(found.0) }) { return nothingExtended(.extendsCycle(scalar)) }
      return found
    } catch {
      return nothingExtended(.unreadable(scalar, error))
    }
  }

  private mutating func nothingExtended(_ finding: Diagnostic? = nil) -> (String, [UInt8])? {
    loaded.lacksFiles = true
    if let finding { loaded.findings.report(finding) }
    return nil
  }

  // MARK: Word lists

  private mutating func readWordLists(of mapping: YAMLMapping, in path: String) {
    for entry in mapping.entries("lexicons") {
      guard let scalar = entry.value.mapping?.scalar("file"), !scalar.isUnreadable, (try? scalar.path()) != nil else {
        continue
      }
      do throws(FileReader.Trouble) {
        loaded.wordLists[scalar.span] = try wordList(at: Path.joined(Path.folder(of: path), scalar.text))
      } catch {
        loaded.findings.report(.unreadable(scalar, error))
      }
    }
  }

  private mutating func wordList(at path: String) throws(FileReader.Trouble) -> WordList {
    if let list = lists[Array(path.utf8)] { return list }
    let file = loaded.files.add(name: path, bytes: try reader.read(path))
    let list = WordList(of: file)
    lists[Array(path.utf8)] = list
    loaded.findings.report(contentsOf: list.findings)
    return list
  }
}
