import ArgumentParser
import DecisionModel
import Diagnostics
import Foundation

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Say what is inside a program that `decorum build` made.")

  @Argument(help: "The program.", completion: .file(extensions: ["decorum"]))
  var program: String

  func run() throws {
    let image: ProgramImage
    do {
      image = try ProgramImage(mapping: program)
    } catch {
      throw Failure("\(program): \(error)")
    }
    let rules: DecisionProgram
    do {
      rules = try DecisionProgram(image)
    } catch {
      throw Failure("\(program): \(error)")
    }
    print(lines(image, rules).joined(separator: "\n"))
  }

  private func lines(_ image: ProgramImage, _ rules: DecisionProgram) -> [String] {
    let version = rules.version.map { ", version \(visible($0))" } ?? ""
    let signature = image.signature.map { "by the key \(hexadecimal($0.key))" } ?? "none"
    return [
      "playbook    \(visible(rules.playbook))\(version)",
      "format      \(image.format)",
      "digest      \(image.digest)",
      "signature   \(signature)",
      "length      \(image.length) bytes", "",
      "rules", table(counts(rules)), "",
      "sections, in bytes", table(image.contents.map { ($0.name, $0.length) }),
    ]
  }

  private func counts(_ rules: DecisionProgram) -> [(String, Int)] {
    [
      ("categories", rules.categories.count), ("escalations", rules.escalations.count),
      ("on trial", rules.shadows.count), ("plans", rules.plans.count), ("ladders", rules.ladders.count),
      ("signals", rules.signals.count), ("lexicons", rules.lexicons.count),
      ("terms", rules.lexicons.reduce(0) { $0 + $1.terms.count }), ("facts", rules.facts.count),
      ("teams", rules.teams.count), ("channels", rules.channels.count), ("actions", rules.actions.count),
      ("standards", rules.standards.count),
    ]
  }

  private func table(_ rows: [(String, Int)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    let digits = rows.map { String($0.1).count }.max() ?? 0
    return rows.map { name, number in
      "  " + name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
        + String(repeating: " ", count: digits - String(number).count) + String(number)
    }.joined(separator: "\n")
  }
}
