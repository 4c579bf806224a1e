import Foundation

/// A feed of ours in `Feeds`, as bytes.
func feedFile(_ name: String) throws -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Feeds")
  return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
}

/// A feed with so many entries of Atom.
func atomFeed(_ entries: [String], head: String = "") -> [UInt8] {
  Array("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title>\(head)\(entries.joined())</feed>".utf8)
}

func atomEntry(_ id: String, _ title: String) -> String {
  "<entry><id>\(id)</id><title>\(title)</title></entry>"
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
