import Foundation
import TestSupport

/// A line of one of the files of comments in `../shared/data`.
struct SharedComment: Decodable {
  let text: String
  let kind: String?
  let term: String?
  let clean: String?
  let perturbed: String?

  static func all(_ path: String) throws -> [SharedComment] {
    let lines = (SharedData.bytes(of: path) ?? []).split(separator: UInt8(ascii: "\n"))
    return try lines.map { try JSONDecoder().decode(SharedComment.self, from: Data($0)) }
  }
}

/// A few seeds that stay and one that is new each time; a property names its seed when it fails.
let seeds: [UInt64] = [1, 2, 3, 42, propertySeed("random texts")]
