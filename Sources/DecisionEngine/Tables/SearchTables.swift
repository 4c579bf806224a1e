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
  let slots: UnsafePointer<UInt32>
  let slotShift: UInt32
  let slotMask: Int
  let words: UnsafePointer<UInt32>
  let letters: UnsafePointer<UInt8>
  let nodes: UnsafePointer<UInt32>
  let nodeTerms: UnsafePointer<UInt32>
  let edges: UnsafePointer<UInt32>
  let edgeShift: UInt32
  let edgeMask: Int
  let specialLists: UnsafePointer<UInt32>
  let specials: UnsafePointer<UInt32>
  let beginnings: LetterTable
  let endings: LetterTable
  let inners: LetterTable
  /// The special phrases whose first word may be any: a place among the lists, or 0.
  let anyWord: Int
  let signs: UnsafePointer<UInt32>
  let disguises: UnsafePointer<UInt32>
  let hosts: UnsafePointer<UInt32>

  init(_ tables: TableReader) {
    let searches = tables.cells(.searches), terms = tables.cells(.terms)
    searchCount = Int(searches[0])
    termCount = Int(terms[0])
    self.searches = searches + 1
    self.terms = terms + 1
    let slots = tables.cells(.wordSlots), edges = tables.cells(.edges)
    slotShift = slots[0]
    slotMask = 1 << (32 - Int(slots[0])) - 1
    self.slots = slots + 1
    words = tables.cells(.words) + 1
    letters = tables.pointer(.wordBytes)
    nodes = tables.cells(.nodes) + 1
    nodeTerms = tables.cells(.nodeTerms)
    edgeShift = edges[0]
    edgeMask = 1 << (32 - Int(edges[0])) - 1
    self.edges = edges + 1
    specialLists = tables.cells(.specialLists)
    specials = tables.cells(.specials)
    beginnings = LetterTable(tables.cells(.beginnings))
    endings = LetterTable(tables.cells(.endings))
    inners = LetterTable(tables.cells(.inners))
    anyWord = Int(tables.cells(.anyWord)[0])
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

  /// The number of a word by its letters and their hash; 0 where no term has it.
  @inline(__always)
  func word(_ hash: UInt32, _ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var place = Int(hash &>> slotShift)
    while true {
      let number = slots[place &* 2]
      if number == 0 { return 0 }
      if slots[place &* 2 &+ 1] == hash, isWord(number, start, length) { return number }
      place = (place &+ 1) & slotMask
    }
  }

  @inline(__always)
  private func isWord(_ number: UInt32, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let row = words + Int(number) &* 4
    return Int(row[1]) == length && areAlike(letters + Int(row[0]), start, length)
  }

  @inline(__always)
  func node(ofWord number: UInt32) -> UInt32 { words[Int(number) &* 4 &+ 2] }
  @inline(__always)
  func specials(ofWord number: UInt32) -> Int { Int(words[Int(number) &* 4 &+ 3]) }

  /// The node behind another one by a word; 0 where there is none.
  @inline(__always)
  func next(from node: UInt32, by word: UInt32) -> UInt32 {
    var place = Int(tableHash(node: node, word: word) &>> edgeShift)
    while true {
      let row = edges + place &* 3
      if row[0] == 0 { return 0 }
      if row[0] == node, row[1] == word { return row[2] }
      place = (place &+ 1) & edgeMask
    }
  }
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
      if row[1] == hash, Int(row[3]) == length, areAlike(letters + Int(row[2]), start, length) { return Int(row[0]) }
      place = (place + 1) & mask
    }
  }
}

/// Whether so many bytes are the same.
@inline(__always)
func areAlike(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ length: Int) -> Bool {
  var place = 0
  while place < length {
    if one[place] != other[place] { return false }
    place &+= 1
  }
  return true
}
