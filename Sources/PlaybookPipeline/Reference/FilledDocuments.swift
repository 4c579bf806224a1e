import PlaybookSyntax

/// A document of the language reference: prose, with places for tables.
///
/// A table stands between a line `<!-- table: NAME -->` and a line `<!-- end -->`.
public struct ReferenceDocument: Sendable {
  /// Its file name, without a folder: links between documents go by it.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The names of the tables that it has places for.
  public var tableNames: [String] { text.split(separator: "\n").compactMap(tableName) }
}

/// Why tables cannot be written into documents.
public enum ReferenceProblem: Error, Hashable, CustomStringConvertible, Sendable {
  case unknownTable(String, document: String)
  case unclosed(String, document: String)

  public var description: String {
    switch self {
    case .unknownTable(let name, let document): "\(document): there is no table `\(name)`"
    case .unclosed(let name, let document): "\(document): `<!-- end -->` is missing after the table `\(name)`"
    }
  }
}

/// Writes the tables into their places; a link to a table of another document leads there.
public func filled(_ documents: [ReferenceDocument]) throws(ReferenceProblem) -> [ReferenceDocument] {
  var homes: [String: String] = [:]
  for document in documents { for table in document.tableNames { homes[table] = document.name } }
  var result: [ReferenceDocument] = []
  for document in documents {
    result.append(ReferenceDocument(name: document.name, text: try document.filledText(homes: homes)))
  }
  return result
}

extension ReferenceDocument {
  fileprivate func filledText(homes: [String: String]) throws(ReferenceProblem) -> String {
    var lines: [String] = []
    var open: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let table = tableName(line) {
        if let open { throw .unclosed(open, document: name) }
        open = table
        lines += [String(line), "", try content(of: table, homes: homes), ""]
      } else if line == "<!-- end -->" {
        open = nil
      }
      if open == nil { lines.append(String(line)) }
    }
    if let open { throw .unclosed(open, document: name) }
    return lines.joined(separator: "\n")
  }

  private func content(of name: String, homes: [String: String]) throws(ReferenceProblem) -> String {
    guard let table = LanguageTable.all.first(where: { $0.name == name }) else {
      throw .unknownTable(name, document: self.name)
    }
    let linked = LanguageTable.all.reduce(table.markdown) { text, other in
      guard let home = homes[other.name], home != self.name else { return text }
      return text.replacing("(#\(other.anchor))", with: "(\(home)#\(other.anchor))")
    }
    return "<a id=\"\(table.anchor)\"></a>\n\n\(linked)"
  }
}

private func tableName(_ line: Substring) -> String? {
  guard line.hasPrefix("<!-- table: "), line.hasSuffix(" -->") else { return nil }
  return String(line.dropFirst("<!-- table: ".count).dropLast(" -->".count))
}
