import CommentText

/// The terms of a list in every disguise, each in a sentence, ready to be looked for by the list and by what becomes of it.
struct EvasionTrial {
  struct Case {
    let term: Int
    let way: Int
    let written: [UInt8]
    let text: WrittenText
    let stretch: Range<Int>
  }

  private static let before = Array("oh ".unicodeScalars.map(\.value))
  private static let after = Array(" then".unicodeScalars.map(\.value))

  let list: AuditedList
  let search: ListSearch
  let termsTried: [Int]
  let notFound: [String]
  let cases: [Case]

  /// - Parameters:
  ///   - mostTerms: Of more terms so many are tried, taken evenly.
  ///   - isHonest: Whether a word means something else: no list should find `live` for `evil`.
  init(_ list: AuditedList, mostTerms: Int, isHonest: ([UInt8]) -> Bool) {
    let search = list.search
    let spelled = search.phrases.enumerated().compactMap { place, phrase in SpelledTerm(phrase).map { (place, $0) } }
    let isFound = spelled.map { Self.sentence($0.1.plain, list.matching) }.map {
      search.touches($0.stretch, of: $0.text)
    }
    notFound = zip(spelled, isFound).filter { !$1 }.map { search.terms[$0.0.0] }
    let found = zip(spelled, isFound).filter(\.1).map(\.0)
    let tried = found.takenEvenly(mostTerms)
    termsTried = tried.map(\.0)
    cases = tried.flatMap { place, term in
      Disguise.catalogue.indices.compactMap { way in
        Self.made(term, at: place, way, list.matching, isHonest)
      }
    }
    self.list = list
    self.search = search
  }

  private static func made(
    _ term: SpelledTerm, at place: Int, _ way: Int, _ matching: TextMatching, _ isHonest: ([UInt8]) -> Bool
  ) -> Case? {
    guard let written = Disguise.catalogue[way].write(term), written != term.plain else { return nil }
    let bytes = UTF8Text.bytes(of: written)
    if Disguise.catalogue[way].remedy != .wildcard, isHonest(bytes) { return nil }
    let sentence = sentence(written, matching)
    return Case(term: place, way: way, written: bytes, text: sentence.text, stretch: sentence.stretch)
  }

  private static func sentence(
    _ written: [UInt32], _ matching: TextMatching
  ) -> (stretch: Range<Int>, text: WrittenText) {
    let text = WrittenText(utf8: UTF8Text.bytes(of: before + written + after), matching)
    return (before.count..<before.count + written.count, text)
  }

  /// The cases that a list does not find.
  func escaped(_ list: AuditedList) -> [Case] {
    let search = list.search
    return cases.filter { !search.touches($0.stretch, of: $0.text) }
  }

  func result(_ escaped: [Case]) -> ListEvasion {
    let byWay = Dictionary(grouping: escaped, by: \.way)
    let tried = Dictionary(grouping: cases, by: \.way).mapValues(\.count)
    let ways = Disguise.catalogue.indices.compactMap { way in
      tried[way].map { count in
        ListEvasion.Way(
          disguise: Disguise.catalogue[way], tried: count,
          escaped: (byWay[way] ?? []).map { .init(term: search.terms[$0.term], written: $0.written) })
      }
    }
    return ListEvasion(list: list, termsTried: termsTried.count, notFound: notFound, ways: ways)
  }
}

extension Array {
  /// At most so many elements, at equal steps.
  func takenEvenly(_ most: Int) -> [Element] {
    guard count > most else { return self }
    return (0..<most).map { self[$0 * count / most] }
  }
}
