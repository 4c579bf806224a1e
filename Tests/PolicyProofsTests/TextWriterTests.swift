import DecisionModel
import Testing

@testable import PolicyProofs

/// Texts that are hard to write, as the smallest policies that long runs found.
@Suite struct TextWriterTests {
  private static let tricky: [(name: String, when: Condition, list: LexiconTable)] = [
    (
      "a word that an exception takes away from a list",
      .all([.says(["refund"]), .not(.uses("listed"))]), list(["refund*"], except: ["refund me"])
    ),
    (
      "a word that only one of two exceptions takes away",
      .all([.says(["lawyer"]), .not(.uses("listed"))]), list(["lawyer"], except: ["* lawyer", "my lawyer"])
    ),
    (
      "an ending that a longer word takes away",
      .all([.says(["*fund"]), .not(.uses("listed"))]), list(["*fund"], except: ["refund*", "refund"])
    ),
    (
      "a word that goes on, beside one that is seen in disguise alone",
      .all([
        .says(["refund*"]), .uses("listed"), .not(.says(["refund", "idiot*"])),
      ]), list(["idiot*", "idiot"], disguises: true)
    ),
    (
      "one of several words, of which exceptions take away only what is in one of them",
      .all([.says(["trust fund", "refund me", "refund"]), .not(.uses("listed"))]),
      list(["refund me", "*fund", "refund"], except: ["refund*"])
    ),
  ]

  @Test(arguments: tricky.indices)
  func `a text is written whatever may stand in its way`(_ place: Int) throws {
    let (name, when, list) = Self.tricky[place]
    var program = DecisionProgram(playbook: "tricky", version: nil, zone: .utc)
    program.actions = ActionDefinition.ordered(declared: [])
    program.lexicons = [list]
    program.categories = [
      CategoryRule(named: "sought", Clause(when: when, unless: nil)), CategoryRule(named: "other", nil),
    ]
    var proofs = try PolicyProofs(program)
    let answer = proofs.answer(PolicyQuestion(holding: [.category(0)]))
    guard case .possible = answer else {
      Issue.record("\(name): \(answer)")
      return
    }
  }

  private static func list(_ terms: [String], except: [String] = [], disguises: Bool = false) -> LexiconTable {
    LexiconTable(
      name: "listed", terms: terms.map { WeightedTerm(term: $0, weight: 1) }, except: except, disguises: disguises)
  }
}
