import DecisionModel
import PlaybookModel

/// The clauses in which a condition on a fact is said.
extension PlainEnglish {
  func fact(_ name: String, _ test: FactTest, holds: Bool) -> Prose {
    let phrase = phrase(of: name)
    let subject = phrase.subject
    return switch test {
    case .known(let isKnown): "\(subject) \(phrase.verb) \(isKnown == holds ? "known" : "not known")"
    case .number(let test): number(phrase, test, holds: holds)
    case .duration(let test):
      clause(test, holds: holds) { "\(subject) is \($0.comparison { NumbersInWords.duration(seconds: $0) })" }
    case .yesNo(let wanted): yesNo(phrase, wanted == holds)
    case .instant(let test): "\(subject) is \(holds ? "" : "not ")\(instant(test))"
    case .words(let words): self.words(words.map { word($0, of: phrase) }, phrase, holds: holds)
    case .identities(let identities): words(identities.map { .quoted(Prose($0)) }, phrase, holds: holds)
    case .says(let phrases): says(phrases, holds: holds, of: subject)
    case .matches(let expressions): matches(expressions, holds: holds, in: subject)
    case .uses(let lexicons): uses(lexicons, holds: holds, in: subject)
    }
  }

  func phrase(of fact: String) -> FactPhrase {
    FactPhrase.builtIn(fact) ?? FactPhrase.declared(fact, in: titles)
  }

  private func number(_ phrase: FactPhrase, _ test: NumberTest, holds: Bool) -> Prose {
    clause(test, holds: holds) { test in
      if case .amount(let owner, let noun) = phrase.form { return "\(owner) has \(test.amount(of: noun))" }
      return "\(phrase.subject) is \(test.comparison())"
    }
  }

  private func yesNo(_ phrase: FactPhrase, _ wanted: Bool) -> Prose {
    if case .yesNo(let yes, let no) = phrase.form { return Prose(wanted ? yes : no) }
    return "\(phrase.subject) (\(wanted ? "yes" : "no"))"
  }

  private func instant(_ test: InstantTest) -> String {
    let written = { NumbersInWords.instant($0, in: zone) }
    return switch test {
    case .before(let bound): "before \(written(bound))"
    case .after(let bound): "after \(written(bound))"
    case .between(let first, let last): "between \(written(first)) and \(written(last))"
    }
  }

  private func words(_ words: [Prose], _ phrase: FactPhrase, holds: Bool) -> Prose {
    if case .plural = phrase.form {
      let choice = choice(of: words, "include", orNot: "do not include", orNone: "include neither", holds: holds)
      return "\(phrase.subject) \(choice)"
    }
    return "\(phrase.subject) \(choice(of: words, "is", orNot: "is not", orNone: "is neither", holds: holds))"
  }

  /// A word of a fact, or the title of what it names.
  private func word(_ word: String, of phrase: FactPhrase) -> Prose {
    guard let kind = phrase.named, titles.definition(kind, word) != nil else { return .quoted(Prose(word)) }
    return titles.mention(kind, word)
  }
}

extension FactPhrase {
  fileprivate var verb: String {
    if case .plural = form { "are" } else { "is" }
  }
}
