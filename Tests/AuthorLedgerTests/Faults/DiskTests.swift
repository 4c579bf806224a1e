import Foundation
import Testing

@testable import AuthorLedger

/// Disks that fail, are full, or cannot be written.
@Suite(.serialized) struct DiskTests {
  /// Every step of input and output of a recording fails in its turn.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/cc"), "there is no compiler of C"),
    arguments: ["", "FAIL_ON=1", "FAIL_ON=1 FAIL_FULL=1"])
  func `each of the first 200 steps fails, and nothing is acknowledged wrongly`(_ manner: String) throws {
    let shim = try shim()
    let load = StrikeLoad(60)
    var failures = 0
    for step in 1...200 {
      let test = try TestLedger(.sqlite)
      let program = try sampleProgram(in: test.folder)
      let environment = ["LD_PRELOAD=\(shim.path)", "FAIL_AT=\(step)"] + manner.split(separator: " ").map(String.init)
      let writer = try Writer(
        program: program, ledger: "\(test.address)", at: "2026-12-01T10:00:00Z", prefix: ["/usr/bin/env"] + environment)
      writer.feed(load.lines, Array(repeating: 1, count: 60))
      let (lines, status) = writer.finish()
      failures += status == 2 ? 1 : 0
      let ledger = try test.open()
      try load.check(ledger, acknowledged: Set(lines.compactMap(StrikeLoad.id)), isWhole: status == 0)
      // Once the disk is well again, all is.
      let recorder = try Recorder(in: ledger, by: Sample.engine())
      _ = try recorder.record(load.lines.map(Submission.init), at: minute(60))
      try load.check(ledger, acknowledged: [], isWhole: true)
    }
    #expect(failures > 100, "the steps are those of the recording")
  }

  /// A file system of one megabyte, which only an administrator can make.
  @Test(.enabled(if: getuid() == 0, "only root mounts file systems"))
  func `a disk that is full is named, and once there is room all goes on without a new start`() throws {
    let disk = try SmallDisk()
    let ledger = try Ledger(at: .file(disk.file("ledger.sqlite")), isNew: true)
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    _ = try recorder.record([comment("idiot, at first", by: "author0")], at: minute(60))

    let filling = try disk.fill()
    let full = try #require(throws: LedgerProblem.self) {
      for place in 0..<400 { _ = try recorder.record([comment("idiot \(place)", by: "author0")], at: minute(60)) }
    }
    #expect(full.kind == .disk && full.description.contains("full"), "\(full)")

    try FileManager.default.removeItem(atPath: filling)
    try disk.run("mount", ["-o", "remount,size=64m", disk.folder])
    _ = try recorder.record([comment("idiot, with room", by: "author0")], at: minute(60))
    #expect(try ledger.verify().isSound)
  }

  /// Linux makes a file system read-only only while no file of it is open for writing, so each record opens the ledger.
  @Test(.enabled(if: getuid() == 0, "only root mounts file systems"))
  func `a disk that is read-only is named, and once it is not all goes on`() throws {
    let disk = try SmallDisk()
    let address = LedgerAddress.file(disk.file("ledger.sqlite"))
    func record(_ text: String, isNew: Bool = false) throws -> Bool {
      let ledger = try Ledger(at: address, isNew: isNew)
      _ = try Recorder(in: ledger, by: Sample.engine()).record([comment(text, by: "author0")], at: minute(60))
      return try ledger.verify().isSound
    }
    try disk.run("mount", ["-o", "remount,size=64m", disk.folder])
    #expect(try record("idiot, at first", isNew: true))

    try disk.run("mount", ["-o", "remount,ro", disk.folder])
    let readOnly = try #require(throws: LedgerProblem.self) { try record("idiot, read-only") }
    #expect(readOnly.kind == .disk, "\(readOnly)")

    try disk.run("mount", ["-o", "remount,rw", disk.folder])
    #expect(try record("idiot, at last"))
  }

  private func shim() throws -> URL {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Shim/fail-io.c").standardized
    let library = FileManager.default.temporaryDirectory.appending(path: "fail-io-\(UUID().uuidString).so")
    let process = try Process.run(
      URL(filePath: "/usr/bin/cc"), arguments: ["-shared", "-fPIC", "-O", "-o", library.path, source.path, "-ldl"])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return library
  }
}

/// A file system in memory of one megabyte.
private final class SmallDisk {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try run("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder])
  }

  deinit {
    try? run("umount", ["-l", folder])
    try? FileManager.default.removeItem(atPath: folder)
  }

  func file(_ name: String) -> String { "\(folder)/\(name)" }

  /// Takes up what room there is.
  func fill() throws -> String {
    let path = file("filling")
    try Data().write(to: URL(filePath: path))
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    for size in [65_536, 4096] {
      while (try? handle.write(contentsOf: Data(count: size))) != nil {}
    }
    return path
  }

  func run(_ tool: String, _ arguments: [String]) throws {
    let process = try Process.run(URL(filePath: "/usr/bin/env"), arguments: [tool] + arguments)
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw ServerProblem(what: "\(tool) failed") }
  }
}
