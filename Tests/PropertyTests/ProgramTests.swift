import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import Testing

/// A program is the whole playbook, for those who decide.
@Suite struct ProgramTests {
  @Test func `a program that was read back decides the same bytes`() throws {
    try everyCase("programs read back", count: 200) { tried, _ in
      let program = try compiled(tried.playbook.yaml())
      let again = try readProgram(program.bytes)
      guard again.program == program.program, again.digest == program.digest else {
        return "another program was read back"
      }
      let (one, other) = (try program.oracle(), try again.oracle())
      for comment in tried.comments where one.decide(comment).json != other.decide(comment).json {
        return "decided otherwise once the program was read back: \(comment.line)"
      }
      return nil
    }
  }

  @Test func `a playbook that is built twice gives the same bytes`() throws {
    try everyCase("built twice", count: 200) { tried, dice in
      let yaml = tried.playbook.yaml(dice.pick(PrintingStyle.all), dice)
      let (one, other) = (try compiled(yaml), try compiled(yaml))
      return one.bytes == other.bytes && one.digest == other.digest ? nil : "two builds differ"
    }
  }

  @Test func `a program of which a byte is changed is refused`() throws {
    try everyCase("damaged programs", count: 60, make: { RandomCase(&$0, comments: 0) }) { tried, dice in
      let program = try compiled(tried.playbook.yaml())
      for _ in 0..<20 {
        var bytes = program.bytes
        let place = dice.number(0...bytes.count - 1)
        bytes[place] ^= UInt8(1 << dice.number(0...7))
        if (try? readProgram(bytes)) != nil { return "was read with another byte at \(place)" }
      }
      return nil
    }
  }
}
