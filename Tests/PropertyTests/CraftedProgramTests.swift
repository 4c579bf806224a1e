import DecisionEngine
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

@testable import DecisionModel

/// Programs that somebody changed on purpose, and whose checksum is right.
@Suite struct CraftedProgramTests {
  /// The tables that are checked when a program is opened, but for those in which the cell that is changed names nothing.
  private static let checked: [ProgramSection] = [
    .kinds, .folds, .foldSequences, .simpleFolds, .combiningClasses, .compositions, .ownFolds, .ownFoldBytes, .searches,
    .terms, .wordSieve, .specials, .beginnings, .signs, .expressions, .hosts, .disguises, .conditions, .wakes, .shapes,
  ]

  @Test func `a table that leads to what is not there is refused by a sentence`() throws {
    let program = CraftedProgram(try Self.harbourCoffee())
    _ = try program.engine()
    var tried = 0
    for section in Self.checked {
      guard let place = program.place(of: section) else { continue }
      tried += 1
      var changed = program
      changed.set(place, to: .max)
      let problem = #expect(throws: EngineProblem.self, "\(section)") { try changed.engine() }
      #expect(problem?.sentence.hasPrefix("The program contradicts itself: its part `") == true, "\(section)")
    }
    #expect(tried > 12)
  }

  @Test func `a changed program is refused, or decides`() throws {
    try everyCase("crafted programs", count: 40) { tried, dice in
      let program = CraftedProgram(try compiled(tried.playbook.yaml()).bytes)
      for _ in 0..<25 {
        var changed = program
        changed.change(&dice)
        guard let decider = (try? changed.engine()).map(Decider.init) else { continue }
        for comment in tried.comments where decider.decide(json: comment.json, now: noon).summary.isEmpty {
          return "no summary: \(comment.line)"
        }
      }
      return nil
    }
  }

  private static func harbourCoffee() throws -> [UInt8] {
    let path = Shipped.root.appending(path: "playbooks/harbour-coffee").path
    return try compilePlaybook(checkPlaybook(at: PlaybookPath(path), judging: false)).bytes
  }
}

/// The bytes of a program, to be changed.
private struct CraftedProgram {
  private var bytes: [UInt8]
  /// Where each table stands, and how long it is.
  private let sections: [(section: ProgramSection, start: Int, length: Int)]

  /// Texts and rules are read with their bounds anyway, and letters are only compared.
  private static let leftOut: Set<ProgramSection> = [
    .texts, .textBytes, .numbers, .rules, .clauses, .lexicons, .wordBytes,
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sections = (0..<Int(Self.cell(bytes, at: ProgramHeader.sectionCountPlace))).compactMap { number in
      let entry = ProgramHeader.length + number * ProgramHeader.lengthOfEntry
      guard let section = ProgramSection(rawValue: Self.cell(bytes, at: entry)), !Self.leftOut.contains(section) else {
        return nil
      }
      return (section, Int(Self.cell(bytes, at: entry + 4)), Int(Self.cell(bytes, at: entry + 8)))
    }
  }

  func place(of section: ProgramSection) -> Int? {
    sections.first { $0.section == section && $0.length >= 4 }?.start
  }

  /// Changes one or two cells of one table, more often at its beginning.
  mutating func change(_ dice: inout Dice) {
    let (_, start, length) = dice.pick(sections.filter { $0.length >= 4 })
    for _ in 0..<dice.number(1...2) {
      let last = length / 4 - 1
      let place = start + dice.number(0...(dice.chance(50) ? min(last, 64) : last)) * 4
      let old = Self.cell(bytes, at: place)
      set(place, to: dice.pick([0, 1, old &+ 1, old &- 1, old &* 2, old ^ 1 << 16, 0xFFFF, 0x7FFF_FFFF, .max]))
    }
  }

  mutating func set(_ place: Int, to cell: UInt32) {
    write(cell, at: place)
    write(bytes.withUnsafeBytes { ProgramHeader.checksum(of: $0) }, at: ProgramHeader.checksumPlace)
  }

  func engine() throws -> Engine { try Engine(ProgramImage(bytes)) }

  private mutating func write(_ cell: UInt32, at place: Int) {
    withUnsafeBytes(of: cell.littleEndian) { bytes.replaceSubrange(place..<place + 4, with: $0) }
  }

  private static func cell(_ bytes: [UInt8], at place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
  }
}
