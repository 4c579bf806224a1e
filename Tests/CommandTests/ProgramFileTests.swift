import DecisionModel
import Foundation
import TestSupport
import Testing

/// Programs as files: built, inspected, signed, and refused where they are damaged.
@Suite struct ProgramFileTests {
  /// The bytes of a small program.
  private func program() throws -> (folder: URL, path: String, bytes: [UInt8]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "decorum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try CommandTests.small.write(to: folder.appending(path: "playbook.yaml"), atomically: true, encoding: .utf8)
    let built = try Command.run(["build", folder.path, "--output", folder.path])
    try #require(built.status == 0, "\(built.errors)")
    let path = folder.appending(path: "small.decorum").path
    return (folder, path, Array(try Data(contentsOf: URL(filePath: path))))
  }

  @Test func `every byte that is another, and every end that is missing, is refused`() throws {
    let (_, _, bytes) = try program()
    // Two thirds of a small program are tables of characters; a long run tries each of their bytes, too.
    let step = isLong ? 1 : 97
    for place in Array(0..<2000) + Array(stride(from: 2000, to: bytes.count, by: step)) {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      #expect(throws: ProgramProblem.self, "byte \(place)") { try ProgramImage(damaged) }
    }
    for length in stride(from: 0, to: bytes.count, by: 61) {
      #expect(throws: ProgramProblem.self, "\(length) bytes") { try ProgramImage(Array(bytes[..<length])) }
    }
    #expect(throws: ProgramProblem.self) { try ProgramImage(bytes + [0]) }
  }

  @Test func `a program of a newer format is refused by a sentence`() throws {
    let (folder, path, bytes) = try program()
    var newer = bytes
    newer[8] = UInt8(DecisionProgram.format + 1)
    try Data(newer).write(to: URL(filePath: path))
    let refused = try Command.run(["decide", path, "hello"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("use a newer decorum"), "\(refused.errors)")
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `inspect says what is inside`() throws {
    let (_, path, bytes) = try program()
    let inspected = try Command.run(["inspect", path])
    #expect(inspected.status == 0)
    for line in [
      "playbook    small", "format      \(DecisionProgram.format)", "signature   none",
      "length      \(bytes.count) bytes",
    ] {
      #expect(inspected.output.contains(line), "\(inspected.output)")
    }
    #expect(inspected.output.contains("conditions"))
  }

  @Test func `a signed program is accepted with its key, and refused with another, or unsigned`() throws {
    let (folder, path, _) = try program()
    let keys = try Self.keys.enumerated().map { number, pair in
      let (secret, known) = (folder.appending(path: "\(number).pem"), folder.appending(path: "\(number).pub.pem"))
      try pem("PRIVATE", pair.secret).write(to: secret, atomically: true, encoding: .utf8)
      try pem("PUBLIC", pair.known).write(to: known, atomically: true, encoding: .utf8)
      return (secret.path, known.path)
    }
    let unsigned = try Command.run(["decide", path, "refund", "--require-signature", keys[0].1])
    #expect(unsigned.status == 2 && unsigned.errors.contains("is not signed"), "\(unsigned.errors)")
    #expect(try Command.run(["build", folder.path, "--output", folder.path, "--sign", keys[0].0]).status == 0)
    #expect(try Command.run(["decide", path, "refund", "--require-signature", keys[0].1]).status == 0)
    let other = try Command.run(["decide", path, "refund", "--require-signature", keys[1].1])
    #expect(other.status == 2 && other.errors.contains("another key"), "\(other.errors)")
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    bytes[bytes.count - 10] ^= 1
    #expect(throws: ProgramProblem.self) { try ProgramImage(bytes) }
  }

  /// Two pairs as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` made them for this test.
  private static let keys = [
    (
      secret: "MC4CAQAwBQYDK2VwBCIEICWeAn3BWs7S2Ni0Zzm+p56CfFbmiknZnpTn2gXDe/R3",
      known: "MCowBQYDK2VwAyEAeE5mOdzTKxF9PzyykIApQdAx9aP/C+azPV+nfhss6ko="
    ),
    (
      secret: "MC4CAQAwBQYDK2VwBCIEINTdOFvOJeOcoJ6JjUnpXtWmGDdmMOhpbC6clX5WO+bc",
      known: "MCowBQYDK2VwAyEAXLEavlyxEf8tXwla2/muZbC5k7z2P0X0tnfG5oOjAmY="
    ),
  ]

  private func pem(_ kind: String, _ key: String) -> String {
    "-----BEGIN \(kind) KEY-----\n\(key)\n-----END \(kind) KEY-----\n"
  }
}
