import CommentText
import DecisionModel

/// The words of terms, and how phrases are made of them: every phrase of a program in tables that are walked once.
struct WordTables {
  private let texts: CellTables
  private var letters = WordLetters()
  /// By the number of a word: the node behind it from the start, and the special phrases that begin with it.
  private var starts: [UInt32] = [0]
  private var specialsOf: [[UInt32]] = [[]]
  /// By node: the ways on, and the terms that are complete.
  private var ways: [[UInt32: UInt32]] = [[:]]
  private var complete: [[UInt32]] = [[]]
  private var specials: [UInt32] = []
  private var beginnings = LetterLists()
  private var endings = LetterLists()
  private var inners = LetterLists()
  private var beginningWithAnyWord: [UInt32] = []
  private var signs: [UInt32] = []
  private var signCount = 0

  init(_ texts: CellTables) { self.texts = texts }

  mutating func add(_ phrase: Phrase, term: UInt32) {
    switch phrase.form {
    case .signs(let scalars):
      signs += [term, UInt32(scalars.count)] + scalars
      signCount += 1
    case .words(let before, let words, let after):
      let isPlain =
        before.isEmpty && after.isEmpty && words.allSatisfy { !$0.hasWildcard && $0.apostrophesAfter == 0 }
      if isPlain { addPlain(words, term) } else { addSpecial(before, words, after, term) }
    }
  }

  private mutating func addPlain(_ words: [PhraseWord], _ term: UInt32) {
    let numbers = words.map { number(of: $0.letters) }
    guard let first = numbers.first else { return }
    if starts[Int(first)] == 0 { starts[Int(first)] = newNode() }
    var node = starts[Int(first)]
    for number in numbers.dropFirst() {
      if let next = ways[Int(node)][number] {
        node = next
      } else {
        let next = newNode()
        ways[Int(node)][number] = next
        node = next
      }
    }
    complete[Int(node)].append(term)
  }

  private mutating func newNode() -> UInt32 {
    ways.append([:])
    complete.append([])
    return UInt32(ways.count - 1)
  }

  private mutating func number(of word: [UInt32]) -> UInt32 {
    let number = letters.number(of: word.utf8)
    while starts.count <= Int(number) {
      starts.append(0)
      specialsOf.append([])
    }
    return number
  }

  private mutating func addSpecial(_ before: [UInt32], _ words: [PhraseWord], _ after: [UInt32], _ term: UInt32) {
    guard let first = words.first else { return }
    let place = UInt32(specials.count)
    specials += [term, UInt32(before.count)] + before + [UInt32(words.count)]
    for word in words {
      let (offset, length) = letters.place(of: word.letters.utf8)
      let flags: UInt32 = (word.anyBeginning ? 1 : 0) | (word.anyContinuation ? 2 : 0)
      specials += [flags, offset, length, UInt32(word.apostrophesAfter)]
    }
    specials += [UInt32(after.count)] + after
    let utf8 = first.letters.utf8
    switch (first.isAnyWord, first.anyBeginning, first.anyContinuation) {
    case (true, _, _): beginningWithAnyWord.append(place)
    case (_, false, false): specialsOf[Int(number(of: first.letters))].append(place)
    case (_, false, true): beginnings.add(place, utf8, letters.place(of: utf8).offset)
    case (_, true, false): endings.add(place, utf8, letters.place(of: utf8).offset)
    case (_, true, true): inners.add(place, utf8, letters.place(of: utf8).offset)
    }
  }
}

extension WordTables {
  func write(to file: inout ProgramFileWriter) {
    var lists: [UInt32] = [0]
    let words = (0..<starts.count).flatMap { number -> [UInt32] in
      let (offset, length) = letters.place(number)
      return [offset, length, starts[number], lists.place(of: specialsOf[number])]
    }
    file.add(.wordSlots, letters.slots(words.count / 4))
    file.add(.words, [UInt32(starts.count - 1)] + words)
    file.add(.wordBytes, bytes: letters.bytes + Array(repeating: 0, count: 8))
    writeNodes(to: &file)
    file.add(.specials, specials)
    file.add(.beginnings, beginnings.cells(&lists))
    file.add(.endings, endings.cells(&lists))
    file.add(.inners, inners.cells(&lists))
    file.add(.anyWord, [lists.place(of: beginningWithAnyWord)])
    file.add(.specialLists, lists)
    file.add(.signs, [UInt32(signCount)] + signs)
  }

  private func writeNodes(to file: inout ProgramFileWriter) {
    var nodes: [UInt32] = [UInt32(complete.count)]
    var terms: [UInt32] = []
    for (list, ways) in zip(complete, ways) {
      nodes.append(UInt32(terms.count))
      terms += list
      nodes += [UInt32(terms.count), ways.isEmpty ? 0 : 1]
    }
    let all = ways.enumerated().flatMap { node, ways in ways.map { (UInt32(node), $0.key, $0.value) } }
    var edges = HashedRows(count: all.count, width: 3)
    for (node, word, next) in all.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      edges.insert([node, word, next], hash: tableHash(node: node, word: word))
    }
    file.add(.nodes, nodes)
    file.add(.nodeTerms, terms)
    file.add(.edges, [UInt32(edges.shift)] + edges.cells)
  }
}

/// The letters of words in UTF-8, each word once and padded to four bytes.
private struct WordLetters {
  private(set) var bytes: [UInt8] = []
  private var places: [(offset: UInt32, length: UInt32)] = [(0, 0)]
  private var known: [[UInt8]: Int] = [:]
  /// The numbers of words that stand for themselves.
  private var numbers: [[UInt8]: UInt32] = [:]
  private var words: [[UInt8]] = [[]]

  mutating func number(of word: [UInt8]) -> UInt32 {
    if let known = numbers[word] { return known }
    let number = UInt32(words.count)
    numbers[word] = number
    words.append(word)
    places.append(place(of: word))
    return number
  }

  /// Where letters stand.
  mutating func place(of word: [UInt8]) -> (offset: UInt32, length: UInt32) {
    if let offset = known[word] { return (UInt32(offset), UInt32(word.count)) }
    let offset = bytes.count
    known[word] = offset
    bytes += word
    while !bytes.count.isMultiple(of: 4) { bytes.append(0) }
    return (UInt32(offset), UInt32(word.count))
  }

  func place(_ number: Int) -> (offset: UInt32, length: UInt32) { places[number] }

  func slots(_ count: Int) -> [UInt32] {
    var rows = HashedRows(count: count, width: 2)
    for number in 1..<max(1, words.count) {
      let hash = tableHash(words[number])
      rows.insert([UInt32(number), hash], hash: hash)
    }
    return [UInt32(rows.shift)] + rows.cells
  }
}

/// Special phrases by the letters of their first word, of which more may stand before or behind.
private struct LetterLists {
  private var lists: [[UInt8]: (offset: UInt32, places: [UInt32])] = [:]

  mutating func add(_ special: UInt32, _ letters: [UInt8], _ offset: UInt32) {
    lists[letters, default: (offset, [])].places.append(special)
  }

  /// The lengths that occur, then rows of list, hash, offset and length of the letters.
  func cells(_ all: inout [UInt32]) -> [UInt32] {
    var rows = HashedRows(count: lists.count, width: 4)
    for (letters, entry) in lists.sorted(by: { $0.value.offset < $1.value.offset }) {
      let hash = tableHash(letters)
      rows.insert([all.place(of: entry.places), hash, entry.offset, UInt32(letters.count)], hash: hash)
    }
    let lengths = Set(lists.keys.map { UInt32($0.count) }).sorted()
    return [UInt32(lengths.count)] + lengths + [UInt32(rows.shift)] + rows.cells
  }
}

extension [UInt32] {
  /// The scalars in UTF-8.
  fileprivate var utf8: [UInt8] {
    UTF8Text.bytes(of: self)
  }

  /// Adds a list with its length before it; the place of an empty one is zero.
  fileprivate mutating func place(of list: [UInt32]) -> UInt32 {
    guard !list.isEmpty else { return 0 }
    append(UInt32(list.count))
    append(contentsOf: list)
    return UInt32(count - list.count - 1)
  }
}
