import DecisionModel
import Foundation
import Testing

@testable import AuthorLedger

/// Ledgers that earlier forms of the tables left, one of each: `Saved/README.md` says how they were made.
@Suite struct SavedLedgerTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Saved")

  @Test(arguments: 1..<Schema.version)
  func `a ledger of an earlier form is brought to this one, and goes on`(_ version: Int64) throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "saved-\(UUID().uuidString).sqlite")
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.path + end) } }
    try FileManager.default.copyItem(at: Self.folder.appending(path: "ledger-\(version).sqlite"), to: place)
    let ledger = try Ledger(at: .file(place.path))
    #expect(try ledger.store.read { try $0.meta("version") } == Array(String(Schema.version).utf8))
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    // Bob had two strikes, was warned, and said something that is known again.
    let again = try recorder.record([comment("what an idiot", id: "b2", by: "bob")], at: minute(60))
    #expect(again.map(\.isRepeat) == [true])
    #expect(try recorder.record([comment("idiot", id: "b3", by: "bob")], at: minute(61)).map(\.rung) == ["block"])
    try ledger.keepState([1], ofFeed: [2])
  }

  @Test func `a ledger of a later form is refused in a sentence`() throws {
    let place = try TestLedger(.sqlite)
    try place.open().store.write { try $0.setMeta("version", Array("999".utf8)) }
    #expect { try place.open() } throws: { "\($0)".contains("is a ledger of a later release, of form 999") }
  }
}
