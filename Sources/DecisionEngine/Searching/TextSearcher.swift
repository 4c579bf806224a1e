import DecisionModel

/// Where a term stands in a folded text, in bytes.
struct Occurrence: BitwiseCopyable {
  let term: Int32
  let start: Int32
  let end: Int32
  let isDisguised: Bool
}

/// What was found of a search.
struct Finding: BitwiseCopyable {
  /// So many distinct terms.
  var count: Int32 = 0
  /// The text in which it was last looked for: what is of an earlier one counts for nothing.
  var text: UInt32 = 0
}

/// Finds every term of every search in one pass over a text. It keeps its memory from text to text.
struct TextSearcher: ~Copyable {
  let tables: SearchTables
  private let numbers: UnsafePointer<UInt64>
  /// Behind a pointer, so that it is never copied on the way to one of its methods.
  let reader: UnsafeMutablePointer<TextReader>

  /// The number of the text that is searched.
  private(set) var text: UInt32 = 0
  /// By search.
  var findings = Pad<Finding>(capacity: 1)
  /// By term: the text in which it was last found.
  private var foundIn = Pad<UInt32>(capacity: 1)
  /// The searches of which something was found, each once.
  var touched = Pad<Int32>()
  /// The first occurrences of terms that count at once, in the order in which they were found.
  var occurrences = Pad<Occurrence>()
  /// All occurrences of the terms and exceptions of searches that are settled later.
  var unsettled = Pad<Occurrence>()

  var active = Pad<ActivePhrase>(capacity: 32)
  var following = Pad<ActivePhrase>(capacity: 32)
  /// The words of the text that may be of note, by their places.
  var sievedWords = Pad<Int32>(capacity: 256)
  var triedLists = Pad<Int32>(capacity: 16)
  var settled = Pad<SettledOccurrence>(capacity: 32)
  /// By search: how far the exceptions reach that were met, as the bits of `count`.
  var furthest = Pad<Finding>(capacity: 1)
  var expressions: ExpressionSearcher
  var hosts: LinkHost
  /// The text of which the scalars were read alone.
  var scalarsOf: UInt32 = 0
  let shapes: ShapeTables
  let phraseTree: PhraseTree
  var disguises: DisguisePads
  /// How many views of the text there are in `disguises`.
  var viewCount = 0
  /// How many places were found before disguises were looked for.
  var plainCount = 0

  init(_ image: TableReader, _ reader: consuming TextReader, _ phraseTree: PhraseTree) {
    tables = SearchTables(image)
    self.reader = .allocate(capacity: 1)
    self.reader.initialize(to: reader)
    let tables = tables
    let characters = self.reader.pointee.tables
    numbers = image.pointer(.numbers)
    shapes = ShapeTables(image)
    self.phraseTree = phraseTree
    disguises = DisguisePads(phraseTree, tables.disguises)
    expressions = ExpressionSearcher(image)
    hosts = LinkHost(characters)
  }

  deinit {
    reader.deinitialize(count: 1)
    reader.deallocate()
    findings.free()
    foundIn.free()
    touched.free()
    occurrences.free()
    unsettled.free()
    active.free()
    following.free()
    sievedWords.free()
    triedLists.free()
    settled.free()
    furthest.free()
    expressions.free()
    hosts.free()
    disguises.free()
  }

  /// Reads a text and finds in it what there is to find.
  mutating func search(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    read(bytes, count)
    findAll()
  }

  /// Begins with a text: tells its bytes apart, and wakes the expressions that they may hold.
  mutating func read(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    beginText(count)
    reader.pointee.begin(bytes, count)
    reader.pointee.readMasks()
    wakeExpressions()
  }

  /// Finds what there is to find in the text that was read.
  mutating func findAll() {
    if !readQuickly() {
      reader.pointee.readWhole()
      findWords()
      findSigns()
    }
    if !unsettled.isEmpty || tables.disguises[0] != 0 { settle() }
  }

  private mutating func beginText(_ length: Int) {
    text &+= 1
    if text <= 1 { forget() }
    touched.removeAll()
    occurrences.removeAll()
    unsettled.removeAll()
    expressions.begin(length)
  }

  /// Before the first text, and after four thousand million, when their numbers begin anew.
  private mutating func forget() {
    text = 1
    findings.fill(tables.searchCount, with: Finding())
    furthest.fill(tables.searchCount, with: Finding())
    foundIn.fill(tables.termCount, with: 0)
  }

  /// How many distinct terms of a search were found.
  @inline(__always)
  mutating func count(of search: Int) -> Int {
    let finding = findings[search]
    return finding.text == text ? Int(finding.count) : 0
  }

  /// Takes note of a place at which a term stands.
  @inline(__always)
  mutating func found(_ term: UInt32, _ start: Int32, _ end: Int32) {
    let search = tables.search(ofTerm: Int(term))
    let occurrence = Occurrence(term: Int32(term), start: start, end: end, isDisguised: false)
    if tables.search(search).isSettledLater {
      unsettled.append(occurrence)
    } else if foundIn[Int(term)] != text {
      count(occurrence, of: search)
    }
  }

  /// Counts the first occurrence of a term.
  mutating func count(_ occurrence: Occurrence, of search: Int) {
    foundIn[Int(occurrence.term)] = text
    if findings[search].text != text {
      findings[search] = Finding(count: 0, text: text)
      touched.append(Int32(search))
    }
    findings.base[search].count += 1
    occurrences.append(occurrence)
  }

  mutating func wasFound(_ term: Int32) -> Bool { foundIn[Int(term)] == text }

  private mutating func weight(ofTerm term: Int) -> Double {
    Double(bitPattern: UInt64(littleEndian: numbers[tables.weight(ofTerm: term)]))
  }

  /// The weights of the distinct terms found of a search, added up: whole numbers, whose order means nothing.
  mutating func score(of search: Int) -> Double {
    var score = 0.0
    for occurrence in occurrences.elements where tables.search(ofTerm: Int(occurrence.term)) == search {
      score += weight(ofTerm: Int(occurrence.term))
    }
    return score
  }
}

/// Where something stands, in bytes of the folded text.
struct Span: BitwiseCopyable {
  let start: Int32
  let end: Int32
}
