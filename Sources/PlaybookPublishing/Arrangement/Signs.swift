import DecisionModel
import PlaybookModel

extension Arrangement {
  /// Conditions with a name, then word lists; they are numbered through.
  var signs: [Block] {
    let shown = playbook.shownSignals
    let signals = shown.enumerated().flatMap { index, signal in
      [heading(signal.definition, .signal, in: .signs, at: index)] + blocks(of: signal)
    }
    let lexicons = playbook.shownLexicons.enumerated().flatMap { index, lexicon in
      [heading(lexicon.definition, .lexicon, in: .signs, at: shown.count + index)] + blocks(of: lexicon)
    }
    return (lexicons.isEmpty ? [] : [explanation]) + signals + lexicons
  }

  /// How a term is to be read.
  private var explanation: Block {
    .paragraph(
      "Signs are conditions with a name; word lists are what a text is searched for. In a term \(.code("*")) at the end "
        + "or the beginning of a word is any continuation, and alone it is any one word.")
  }

  private func blocks(of signal: Signal) -> [Block] {
    about(signal.definition) + english.blocks(signal.clause) + examples(signal.examples)
  }

  private func blocks(of lexicon: Lexicon) -> [Block] {
    let count = NumbersInWords.count(lexicon.terms.count, Noun("term"))
    let terms = terms(of: lexicon)
    let disclosure: [Block] = terms.isEmpty ? [] : [.disclosure(summary: count, terms)]
    let note = "The terms are also found when they are disguised: 1d10t, i.d.i.o.t, idiiiot."
    return about(lexicon.definition) + (lexicon.disguises ? [.paragraph(Prose(note))] : []) + disclosure
      + examples(lexicon.examples)
  }

  /// The terms, the heaviest first where they have weights, and what is excepted.
  private func terms(of lexicon: Lexicon) -> [Block] {
    let byWeight = Dictionary(grouping: lexicon.terms, by: \.weight).sorted { $0.key > $1.key }
    let hasWeights = byWeight.contains { $0.key != 1 }
    let terms = byWeight.map { weight, terms -> Block in
      let list = terms.map { Prose.code($0.term) }.joined(separator: ", ")
      return .paragraph(hasWeights ? "\(.strong("Weight \(weight):")) \(list)" : list)
    }
    if lexicon.except.isEmpty { return terms }
    let except = lexicon.except.map { Prose.code($0) }.joined(separator: ", ")
    return terms + [.paragraph("\(.strong("But not within:")) \(except)")]
  }
}
