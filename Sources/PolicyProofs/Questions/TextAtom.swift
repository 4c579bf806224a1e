import CommentText
import DecisionModel

/// What can be found in a text or not, and on which conditions depend.
enum TextAtom: Hashable {
  /// A phrase is somewhere in the text.
  case phrase(Phrase, TermSearching)
  case expression([UInt8])
  case host([UInt8])
  /// The text, in its normal form, is this one and nothing more.
  case whole([UInt8])
}

/// How the terms of a list are looked for.
struct TermSearching: Hashable {
  let disguises: Bool
  /// Which list of exceptions takes occurrences away, as `TextAtoms` counts them; nil where there are none.
  let except: Int?

  static let plain = TermSearching(disguises: false, except: nil)
}

/// What conditions ask of one text: of the comment's, or of a fact's.
struct TextAtoms {
  let matching: TextMatching
  private(set) var list: [TextAtom] = []
  private(set) var literals: [Literal] = []
  private(set) var exceptions: [[Phrase]] = []
  /// By the place of a term that is looked for in spite of exceptions: the same where nothing takes it away, and the
  /// exceptions that might.
  var withExceptions: [Int: [Literal]] = [:]
  private var places: [TextAtom: Int] = [:]
  private var exceptionPlaces: [[Phrase]: Int] = [:]

  init(_ matching: TextMatching) { self.matching = matching }

  subscript(atom: TextAtom) -> Literal? { places[atom].map { literals[$0] } }

  var variables: [Int] { literals.map(\.variable) }

  mutating func literal(of atom: TextAtom, in circuit: inout Circuit) -> Literal {
    if let place = places[atom] { return literals[place] }
    places[atom] = list.count
    list.append(atom)
    literals.append(circuit.variable())
    return literals[list.count - 1]
  }

  /// The literals of the distinct terms of a list, and where a term stands in it first.
  mutating func terms(
    of lexicon: LexiconTable, in circuit: inout Circuit
  ) -> [(place: Int, literal: Literal)] {
    let except = lexicon.except.compactMap { try? Phrase($0, matching) }
    let searching = TermSearching(disguises: lexicon.disguises, except: except.isEmpty ? nil : place(of: except))
    var seen: Set<Phrase> = []
    return lexicon.terms.enumerated().compactMap { place, term in
      guard let phrase = try? Phrase(term.term, matching), seen.insert(phrase).inserted else { return nil }
      return (place, literal(of: .phrase(phrase, searching), in: &circuit))
    }
  }

  func exceptions(of asked: Set<Int>) -> [Int] {
    withExceptions.filter { asked.contains(literals[$0.key].variable) }.flatMap(\.value).map(\.variable)
  }

  private mutating func place(of except: [Phrase]) -> Int {
    if let place = exceptionPlaces[except] { return place }
    exceptionPlaces[except] = exceptions.count
    exceptions.append(except)
    return exceptions.count - 1
  }
}
