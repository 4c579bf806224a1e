public import DecisionModel
public import PlaybookModel

/// The mutants of a playbook, in the order of the document. What comes with the standard library stays as it is.
public func mutants(of playbook: Playbook, compiledTo program: DecisionProgram) -> [Mutant] {
  var maker = MutantMaker(playbook: playbook, program: program)
  maker.addOrders()
  maker.addClauses()
  maker.addTerms()
  maker.addRungs()
  return maker.mutants
}

private struct MutantMaker {
  let playbook: Playbook
  let program: DecisionProgram
  var mutants: [Mutant] = []

  private mutating func add(
    _ kind: Mutant.Kind, _ place: String, _ words: String, _ hint: Mutant.Hint,
    _ change: @escaping @Sendable (inout DecisionProgram) -> Void
  ) {
    mutants.append(Mutant(kind: kind, place: place, words: words, hint: hint, change: change))
  }

  /// The names of what the playbook's own authors define.
  private func own(_ definitions: [Definition]) -> Set<String> {
    Set(definitions.filter { !playbook.takesFromLibrary($0) }.map(\.name))
  }

  /// Neighbours in the order of the categories, except for the last, which holds where none above does.
  mutating func addOrders() {
    for (place, next) in zip(program.categories.indices, program.categories.indices.dropFirst())
    where program.categories[next].clause != nil {
      let (one, other) = (program.categories[place].name, program.categories[next].name)
      add(.order, "category.\(one)", "after \(other), not before it", .categories(one, other)) {
        $0.categories.swapAt(place, next)
      }
    }
  }

  mutating func addTerms() {
    let own = own(playbook.lexicons.map(\.definition))
    for (place, lexicon) in program.lexicons.enumerated() where own.contains(lexicon.name) {
      for (index, term) in lexicon.terms.enumerated() {
        add(
          .term, "lexicon.\(lexicon.name)", "without the term “\(term.term)”",
          .term(term.term, lexicon: lexicon.name)
        ) { program in
          var terms = lexicon.terms
          terms.remove(at: index)
          program.lexicons[place] = LexiconTable(
            name: lexicon.name, terms: terms, except: lexicon.except, disguises: lexicon.disguises)
        }
      }
    }
  }

  mutating func addRungs() {
    let own = own(playbook.ladders.map(\.definition))
    for (place, ladder) in program.ladders.enumerated() where own.contains(ladder.name) {
      let needed = ladder.rungs.compactMap(\.needs) + program.categories.compactMap(\.noLowerThan)
      for (index, rung) in ladder.rungs.enumerated() {
        let anchor = "ladder.\(ladder.name).\(rung.name)"
        if !needed.contains(rung.name), ladder.rungs.count > 1 {
          add(.rung, anchor, "without the rung", .ladder(ladder.name)) { $0.ladders[place].removeRung(at: index) }
        }
        for strikes in [1, -1].compactMap({ step in rung.strikes.map { $0 + step } }) where strikes > 0 {
          add(.threshold, anchor, "at \(strikes) strikes", .ladder(ladder.name)) {
            $0.ladders[place].setStrikes(strikes, at: index)
          }
        }
      }
    }
  }
}

// Clauses.
extension MutantMaker {
  mutating func addClauses() {
    let (categories, signals) = (own(playbook.categories.map(\.definition)), own(playbook.signals.map(\.definition)))
    for (place, rule) in program.categories.enumerated() where categories.contains(rule.name) {
      guard let clause = rule.clause else { continue }
      addConditions(of: clause, "category.\(rule.name)") { $0.categories[place].setClause($1) }
    }
    let escalations = own(playbook.escalations.map(\.definition))
    for (place, rule) in program.escalations.enumerated() where escalations.contains(rule.name) {
      addConditions(of: rule.clause, "escalation.\(rule.name)") { $0.escalations[place].setClause($1) }
    }
    for (place, rule) in program.signals.enumerated() where signals.contains(rule.name) {
      addConditions(of: rule.clause, "signal.\(rule.name)") {
        $0.signals[place] = SignalRule(name: $0.signals[place].name, clause: $1)
      }
    }
  }

  private mutating func addConditions(
    of clause: Clause, _ anchor: String, _ set: @escaping @Sendable (inout DecisionProgram, Clause) -> Void
  ) {
    for site in clause.sites {
      let changed = { (condition: Condition) in clause.replacing(site, with: condition) }
      if site.condition.parts.isEmpty {
        let negated = changed(.not(site.condition))
        add(
          .negation, anchor, "`not` before \(site.condition.words)", .condition(site.condition, moved: nil)
        ) { set(&$0, negated) }
      }
      for moved in site.condition.moved {
        let clause = changed(moved)
        add(
          .threshold, anchor, "\(moved.words), not \(site.condition.words)", .condition(site.condition, moved: moved)
        ) { set(&$0, clause) }
      }
      for (phrase, rest) in site.condition.withoutPhrase {
        let clause = changed(rest)
        add(.term, anchor, "without the phrase “\(phrase)”", .term(phrase, lexicon: nil)) { set(&$0, clause) }
      }
    }
  }
}

extension LadderRule {
  fileprivate mutating func removeRung(at index: Int) {
    var rungs = rungs
    rungs.remove(at: index)
    replace(rungs)
  }

  fileprivate mutating func setStrikes(_ strikes: Int, at index: Int) {
    var rungs = rungs
    let rung = rungs[index]
    rungs[index] = RungRule(
      name: rung.name, place: rung.place, strikes: strikes, needs: rung.needs, must: rung.must, may: rung.may,
      wordings: rung.wordings)
    replace(rungs)
  }

  private mutating func replace(_ rungs: [RungRule]) {
    var ladder = LadderRule(name: name, title: title, forgetAfter: forgetAfter, rungs: rungs)
    ladder.isShadow = isShadow
    self = ladder
  }
}
