import DecisionModel

/// What a program looks for in texts: searches, their terms, and the tables that find them.
struct SearchTables {
  enum Kind: UInt32 {
    case phrases, expressions, hosts, lexicon
  }

  struct Search {
    let cells: UnsafePointer<UInt32>

    var kind: Kind { Kind(rawValue: cells[0]) ?? .phrases }
    var name: Int { Int(cells[1]) }
    var firstTerm: Int { Int(cells[2]) }
    var termCount: Int { Int(cells[3]) }
    var hasExceptions: Bool { cells[4] != 0 }
    var seesDisguises: Bool { cells[5] != 0 }
    var firstOfKind: Int { Int(cells[6]) }
    /// Whether all its occurrences must be known before it is known which count.
    var isSettledLater: Bool { cells[4] | cells[5] != 0 }
  }

  let searchCount: Int
  let termCount: Int
  private let searches: UnsafePointer<UInt32>
  private let terms: UnsafePointer<UInt32>
  let words: WordTable
  let letters: UnsafePointer<UInt8>
  /// By node: where its terms stand, its special phrases and the letters of its word.
  let nodes: UnsafePointer<UInt32>
  let nodeTerms: UnsafePointer<UInt32>
  let ways: WayTable
  let sieve: SieveTable
  let specialLists: UnsafePointer<UInt32>
  let specials: UnsafePointer<UInt32>
  let beginnings: LetterTable
  let endings: LetterTable
  let inners: LetterTable
  /// The special phrases whose first word may be any: a place among the lists, or 0.
  let anyWord: Int
  /// Whether a word that stands in no phrase may begin one.
  let looksAtEveryWord: Bool
  let signs: UnsafePointer<UInt32>
  let disguises: UnsafePointer<UInt32>
  let hosts: UnsafePointer<UInt32>

  init(_ tables: TableReader) {
    let searches = tables.cells(.searches), terms = tables.cells(.terms)
    searchCount = Int(searches[0])
    termCount = Int(terms[0])
    self.searches = searches + 1
    self.terms = terms + 1
    letters = tables.pointer(.wordBytes)
    nodes = tables.cells(.nodes)
    words = WordTable(tables, letters: letters, nodes: nodes)
    nodeTerms = tables.cells(.nodeTerms)
    ways = WayTable(tables)
    sieve = SieveTable(tables)
    specialLists = tables.cells(.specialLists)
    specials = tables.cells(.specials)
    beginnings = LetterTable(tables.cells(.beginnings))
    endings = LetterTable(tables.cells(.endings))
    inners = LetterTable(tables.cells(.inners))
    anyWord = Int(tables.cells(.anyWord)[0])
    looksAtEveryWord =
      beginnings.lengthCount | endings.lengthCount | inners.lengthCount != 0 || anyWord != 0
    signs = tables.cells(.signs)
    disguises = tables.cells(.disguises)
    hosts = tables.cells(.hosts)
  }

  @inline(__always)
  func search(_ number: Int) -> Search { Search(cells: searches + number &* 8) }

  @inline(__always)
  func search(ofTerm term: Int) -> Int { Int(terms[term &* 4]) }
  func text(ofTerm term: Int) -> Int { Int(terms[term * 4 + 1]) }
  func weight(ofTerm term: Int) -> Int { Int(terms[term * 4 + 2]) }
  @inline(__always)
  func isException(_ term: Int) -> Bool { terms[term &* 4 &+ 3] != 0 }
}

/// Special phrases by the letters of a first word before or behind which more may stand.
struct LetterTable {
  let lengthCount: Int
  let lengths: UnsafePointer<UInt32>
  private let shift: UInt32
  private let mask: Int
  private let rows: UnsafePointer<UInt32>

  init(_ cells: UnsafePointer<UInt32>) {
    lengthCount = Int(cells[0])
    lengths = cells + 1
    shift = lengthCount == 0 ? 28 : cells[1 + lengthCount]
    mask = 1 << (32 - Int(shift)) - 1
    rows = cells + 2 + lengthCount
  }

  /// The list of the phrases with such letters, or 0.
  func list(_ start: UnsafePointer<UInt8>, _ length: Int, _ letters: UnsafePointer<UInt8>) -> Int {
    let hash = tableHash(UnsafeBufferPointer(start: start, count: length))
    var place = Int(hash &>> shift)
    while true {
      let row = rows + place * 4
      if row[0] == 0 { return 0 }
      if row[1] == hash, Int(row[3]) == length, ByteHash.areAlike(letters + Int(row[2]), start, length) {
        return Int(row[0])
      }
      place = (place + 1) & mask
    }
  }
}
