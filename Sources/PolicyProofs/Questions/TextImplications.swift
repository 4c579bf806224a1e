import CommentText
import DecisionModel

// What is true of every text that there is: a text with `refund me` has a `refund*`.
extension TextAtoms {
  /// Tells the circuit how what can be found hangs together: only what is sure, so that nothing is ever proved that is
  /// not so. What else there is shows when a text is written and judged.
  mutating func relate(in circuit: inout Circuit) {
    relateExceptions(in: &circuit)
    for (place, atom) in list.enumerated() {
      guard case .phrase(let phrase, let searching) = atom, searching == TermSearching(disguises: true, except: nil)
      else { continue }
      // Whoever writes it plainly needs no disguise.
      let plain = literal(of: .phrase(phrase, .plain), in: &circuit)
      circuit.require([!plain, literals[place]])
      if DisguisedPhrase(phrase) == nil { circuit.require([plain, !literals[place]]) }
    }
    relateCovers(in: &circuit)
    relateWholes(in: &circuit)
  }

  /// A term that is found in spite of exceptions is found; one that is found where no exception is that could take it
  /// away, is found in spite of them.
  private mutating func relateExceptions(in circuit: inout Circuit) {
    for (place, atom) in list.enumerated() {
      guard case .phrase(let phrase, let searching) = atom, let except = searching.except.map({ exceptions[$0] }) else {
        continue
      }
      let without = TermSearching(disguises: searching.disguises, except: nil)
      let found = literal(of: .phrase(phrase, without), in: &circuit)
      circuit.require([!literals[place], found])
      // What stands for what in a disguise is not asked here: any of them might.
      let takers = searching.disguises ? except : except.filter { $0.mayHold(phrase) }
      let taken = takers.map { literal(of: .phrase($0, without), in: &circuit) }
      withExceptions[place] = [found] + taken
      circuit.require([literals[place], !found] + taken)
      let isTakenAway = takers.contains { $0 == phrase || !searching.disguises && $0.isFound(wherever: phrase) }
      if isTakenAway { circuit.require([!literals[place]]) }
    }
  }

  /// A text with a phrase has every phrase that covers it.
  private mutating func relateCovers(in circuit: inout Circuit) {
    let plain = list.indices.compactMap { place -> (place: Int, phrase: Phrase)? in
      if case .phrase(let phrase, .plain) = list[place] { (place, phrase) } else { nil }
    }
    let cover = PhraseCover(plain.map(\.phrase))
    for (place, phrase) in plain {
      for coverer in cover.coverers(of: phrase) where plain[coverer.index].place != place {
        circuit.require([!literals[place], literals[plain[coverer.index].place]])
      }
    }
  }

  /// A text that is wholly one word is no other, and has in it what that word has.
  private func relateWholes(in circuit: inout Circuit) {
    let wholes = list.indices.compactMap { place -> (place: Int, text: [UInt8])? in
      if case .whole(let text) = list[place] { (place, text) } else { nil }
    }
    guard !wholes.isEmpty else { return }
    let sight = TextSight(of: self)
    for (place, text) in wholes {
      let found = sight.found(in: text)
      for other in list.indices where other != place {
        // What an expression finds depends on how the word is written.
        if case .expression = list[other] { continue }
        circuit.require([!literals[place], found[other] ? literals[other] : !literals[other]])
      }
    }
  }
}

extension Phrase {
  /// Whether it is found in the very place of another phrase, wherever that is.
  fileprivate func isFound(wherever other: Phrase) -> Bool {
    guard case .words(let before, let mine, let after) = form, before.isEmpty, after.isEmpty,
      case .words(let otherBefore, let theirs, let otherAfter) = other.form, otherBefore.isEmpty, otherAfter.isEmpty,
      mine.count == theirs.count
    else { return false }
    return zip(mine, theirs).allSatisfy { $0.meets(whatever: $1) }
  }
}

extension PhraseWord {
  /// Whether it meets every word that another one does.
  fileprivate func meets(whatever other: PhraseWord) -> Bool {
    if isAnyWord { return apostrophesAfter == 0 }
    guard apostrophesAfter == other.apostrophesAfter, !other.isAnyWord else { return false }
    let (mine, theirs) = (letters[...], other.letters[...])
    switch (anyBeginning, anyContinuation) {
    case (false, false): return mine == theirs && !other.hasWildcard
    case (false, true): return !other.anyBeginning && theirs.starts(with: mine)
    case (true, false): return !other.anyContinuation && theirs.suffix(mine.count) == mine
    case (true, true): return theirs.indices.contains { theirs[$0...].starts(with: mine) }
    }
  }
}
