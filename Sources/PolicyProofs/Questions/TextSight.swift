import CommentText
import DecisionModel

/// Tells which of the things that conditions look for are in a text: by the search that decisions go by.
struct TextSight {
  private let atoms: TextAtoms
  private var terms: [(set: TermSet, places: [Int])] = []
  private var expressions: (set: ExpressionSet, places: [Int])
  private var hosts: (set: HostSet, places: [Int])
  private var wholes: [(text: [UInt8], place: Int)] = []

  init(of atoms: TextAtoms) {
    self.atoms = atoms
    var phrases: [TermSearching: [(Phrase, Int)]] = [:]
    var patterns: [(RegularExpression, Int)] = []
    var names: [(Host, Int)] = []
    for (place, atom) in atoms.list.enumerated() {
      switch atom {
      case .phrase(let phrase, let searching): phrases[searching, default: []].append((phrase, place))
      case .expression(let written):
        if let pattern = try? RegularExpression(String(decoding: written, as: UTF8.self)) {
          patterns.append((pattern, place))
        }
      case .host(let written):
        if let host = try? Host(String(decoding: written, as: UTF8.self)) { names.append((host, place)) }
      case .whole(let text): wholes.append((text, place))
      }
    }
    for (searching, phrases) in phrases {
      let except = searching.except.map { atoms.exceptions[$0] } ?? []
      let set = TermSet(terms: phrases.map(\.0), except: except, disguises: searching.disguises)
      terms.append((set, phrases.map(\.1)))
    }
    expressions = (ExpressionSet(patterns.map(\.0)), patterns.map(\.1))
    hosts = (HostSet(names.map(\.0)), names.map(\.1))
  }

  /// By atom: whether it is in a text.
  func found(in utf8: [UInt8]) -> [Bool] { found(in: WrittenText(utf8: utf8, atoms.matching), utf8) }

  func found(in text: WrittenText, _ utf8: [UInt8]) -> [Bool] {
    var found = Array(repeating: false, count: atoms.list.count)
    for (set, places) in terms {
      for occurrence in set.firstOccurrences(in: text) { found[places[occurrence.term]] = true }
    }
    for occurrence in expressions.set.firstOccurrences(in: text) { found[expressions.places[occurrence.term]] = true }
    for occurrence in hosts.set.firstOccurrences(in: text) { found[hosts.places[occurrence.term]] = true }
    guard !wholes.isEmpty else { return found }
    let normal = normalised(utf8, atoms.matching)
    for (text, place) in wholes where normalised(text, atoms.matching) == normal { found[place] = true }
    return found
  }
}
