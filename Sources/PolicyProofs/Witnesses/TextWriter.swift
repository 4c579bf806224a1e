import CommentText
import DecisionModel
import DecisionOracle

/// Writes texts in which some things are found and others are not, and which measure what is wanted.
struct TextWriter {
  private let atoms: TextAtoms
  private let sight: TextSight
  /// Words in which nothing is found that conditions look for.
  private let filler: [UInt8]

  /// What a text is to be: what is not named may be as it will.
  struct Wish {
    /// By atom: whether it is found.
    var found: [Int: Bool] = [:]
    /// By measure: the number from which it has enough, and whether a number is right.
    var measures: [(measure: Measure, least: Double, isRight: (Double) -> Bool)] = []
  }

  /// A text, and where it is not what was wished for.
  struct Attempt {
    let text: [UInt8]
    let wish: Wish
    fileprivate let wrongAtoms: Int
    fileprivate let wrongMeasures: Int

    /// Whether everything is found that is to be found, and nothing else.
    var isAsWished: Bool { wrongAtoms == 0 }
    fileprivate var isRight: Bool { faults == 0 }
    fileprivate var faults: Int { wrongAtoms + wrongMeasures }
  }

  private static let separators = [". ", "! ", "? ", "\n", " / ", " "].map { Array($0.utf8) }
  private static let fillers = ["so", "well", "hm", "now", "oh", "zq", "qzx", "yyqz"].map { Array($0.utf8) }

  init(_ atoms: TextAtoms) {
    self.atoms = atoms
    sight = TextSight(of: atoms)
    let sight = sight
    filler = Self.fillers.first { !sight.found(in: $0).contains(true) } ?? Self.fillers[0]
  }

  func found(in text: [UInt8]) -> [Bool] { sight.found(in: text) }

  /// Texts that may be what is wished for: the right ones first where there are any, else the one that is least wrong.
  func attempts(at wish: Wish) -> [Attempt] {
    var right: [Attempt] = []
    var best: Attempt?
    for style in WritingStyle.allCases {
      for separator in Self.separators {
        let samples = samples(of: wish) { atoms.list[$0].sample(style) }
        let attempt = judged(padded(joined(samples, separator), wish), wish)
        if attempt.isRight { right.append(attempt) }
        if attempt.faults < best?.faults ?? .max { best = attempt }
        // The text is the same whatever would have stood between its parts.
        if wish.found.values.count(where: { $0 }) < 2 { break }
      }
      if right.count > 2 { break }
    }
    if right.isEmpty { right = mixedAttempts(at: wish) }
    return right.isEmpty ? [best].compactMap { $0 } : right
  }

  /// Each part in the first style in which it brings nothing with it that is not wanted.
  private func mixedAttempts(at wish: Wish) -> [Attempt] {
    let unwanted = wish.found.filter { !$0.value }.map(\.key)
    let samples = samples(of: wish) { atom in
      let ways = ways(of: atom)
      return (ways.first { way in way.found[atom] && !unwanted.contains { way.found[$0] } } ?? ways[0]).sample
    }
    let attempts = Self.separators.map { judged(padded(joined(samples, $0), wish), wish) }
    return attempts.first(where: \.isRight).map { [$0] } ?? []
  }

  /// A part in each style, and what is found in it.
  private func ways(of atom: Int) -> [(sample: [UInt8], found: [Bool])] {
    WritingStyle.allCases.map { style in
      let sample = atoms.list[atom].sample(style)
      return (sample, sight.found(in: sample))
    }
  }

  /// What is to be found, by atom as it is written.
  private func samples(of wish: Wish, _ sample: (Int) -> [UInt8]) -> [(atom: Int, sample: [UInt8])] {
    wish.found.filter(\.value).keys.sorted().map { (atom: $0, sample: sample($0)) }
  }

  private func judged(_ text: [UInt8], _ wish: Wish) -> Attempt {
    let written = WrittenText(utf8: text, atoms.matching)
    let found = sight.found(in: written, text)
    return Attempt(
      text: text, wish: wish, wrongAtoms: wish.found.count { found[$0.key] != $0.value },
      wrongMeasures: wish.measures.count { !$0.isRight(written.measures.value(of: $0.measure)) })
  }

  /// The longest parts first: what is found in them need not be written again.
  private func joined(_ samples: [(atom: Int, sample: [UInt8])], _ separator: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for (atom, sample) in samples.sorted(by: { ($1.sample.count, $0.atom) < ($0.sample.count, $1.atom) }) {
      if !text.isEmpty, sight.found(in: text)[atom] { continue }
      text += (text.isEmpty ? [] : separator) + sample
    }
    return text
  }
}

// Why a wish cannot be fulfilled.
extension TextWriter {
  /// What cannot be written, however that is done, without something that is not to be found: it, and what comes with it.
  /// Nil where there is no such thing, and the parts stand in each other's way, if anything does.
  func obstacle(to wish: Wish) -> (atom: Int, company: [Int])? {
    let (wanted, unwanted) = (wish.found.filter(\.value).keys.sorted(), wish.found.filter { !$0.value }.keys.sorted())
    let sights = wanted.flatMap { ways(of: $0).map(\.found) }
    let clean = sights.filter { sight in !unwanted.contains { sight[$0] } }
    guard let atom = wanted.first(where: { atom in !clean.contains { $0[atom] } }) else { return nil }
    return (atom, unwanted.filter { other in sights.contains { $0[atom] && $0[other] } })
  }
}

// Making a text measure what it should.
extension TextWriter {
  private func padded(_ text: [UInt8], _ wish: Wish) -> [UInt8] {
    var text = text
    let order: [Measure] = [
      .links, .mentions, .hashtags, .emoji, .words, .exclamations, .questions, .longestRun, .capitals, .length,
    ]
    for measure in order {
      guard let wanted = wish.measures.first(where: { $0.measure == measure }) else { continue }
      if measure == .capitals { text = capitalised(text, wanted.isRight) ?? text }
      text = padded(text, measure, to: wanted.least, mayAddWords: !wish.measures.contains { $0.measure == .words })
    }
    return text
  }

  private func padded(_ text: [UInt8], _ measure: Measure, to least: Double, mayAddWords: Bool) -> [UInt8] {
    let lacking = least - WrittenText(utf8: text, atoms.matching).measures.value(of: measure)
    guard lacking > 0, lacking <= Double(WrittenText.longest) else { return text }
    let space = text.isEmpty ? [] : Array(" ".utf8)
    let count = Int(lacking.rounded(.up))
    switch measure {
    case .links: return text + space + repeated("https://so.example/", count)
    case .mentions: return text + space + repeated("@" + String(decoding: filler, as: UTF8.self), count)
    case .hashtags: return text + space + repeated("#" + String(decoding: filler, as: UTF8.self), count)
    case .emoji: return text + space + repeated("🌿", count)
    case .words: return text + space + repeated(String(decoding: filler, as: UTF8.self), count)
    case .exclamations: return text + repeated("!", count)
    case .questions: return text + repeated("?", count)
    case .longestRun: return text + space + Array(repeating: UInt8(ascii: "~"), count: Int(least.rounded(.up)))
    case .capitals: return text
    case .length:
      var longer = text
      if mayAddWords {
        let word = space + filler
        for _ in 0..<count / max(word.count, 1) { longer += word }
      }
      let open = Int(least.rounded(.up)) - WrittenText(utf8: longer, atoms.matching).measures.length
      return longer + Array(repeating: UInt8(ascii: " "), count: max(0, open))
    }
  }

  private func repeated(_ part: String, _ count: Int) -> [UInt8] {
    Array(repeatElement(part, count: count).joined(separator: " ").utf8)
  }

  /// The text with as many of its first letters in upper case as are wanted; more words, if it has too few letters.
  private func capitalised(_ text: [UInt8], _ isRight: (Double) -> Bool) -> [UInt8]? {
    var longer = text
    for _ in 0..<12 {
      let letters = longer.indices.filter { isLetter(longer[$0]) }
      for count in 0...letters.count {
        var tried = longer
        for (place, letter) in letters.enumerated() {
          tried[letter] = place < count ? longer[letter] & ~0x20 : longer[letter] | 0x20
        }
        if isRight(WrittenText(utf8: tried, atoms.matching).measures.capitals) { return tried }
      }
      longer += (longer.isEmpty ? [] : Array(" ".utf8)) + filler
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & ~0x20) }
}
