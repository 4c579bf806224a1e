import Foundation

/// The data beside the repository, which may not be shipped: tests that need it are skipped where it is absent.
enum SharedData {
  /// `Tests/CommentTextTests/Support/` stands four folders below the one that holds the repository.
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .appending(path: "../../../../../shared/data").standardized

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// A line of one of the files of comments.
  struct Comment: Decodable {
    let text: String
    let kind: String?
    let term: String?
    let clean: String?
    let perturbed: String?
  }

  static func comments(_ path: String) throws -> [Comment] {
    let data = try Data(contentsOf: folder.appending(path: path))
    return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Comment.self, from: $0) }
  }
}
