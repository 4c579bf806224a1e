// Categories, plans, ladders and escalations, as a program file holds them. Their clauses stand in a section of their own.

extension ClausePlace: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(anchor)
    writer.write(section)
    writer.write(at)
  }

  package init(from reader: inout CellReader) {
    self.init(anchor: reader.text(), section: reader.text(), at: reader.text())
  }
}

extension CategoryRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(place)
    writer.write(clause)
    writer.write(plan)
    writer.write(must)
    writer.write(may)
    writer.write(ladder)
    writer.write(wordings)
    writer.write(strikes)
    writer.write(noLowerThan)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), title: reader.text(), place: reader.record(), clause: reader.optionalRecord(),
      plan: reader.optionalText(), must: reader.records(), may: reader.records(), ladder: reader.optionalText())
    wordings = reader.records()
    strikes = reader.integer()
    noLowerThan = reader.optionalText()
  }
}

extension PlanRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(owner)
    writer.write(within)
    writer.write(notBefore)
    writer.write(replyPlace) { $0.write(case: $1) }
    writer.write(isOptional)
    writer.write(steps)
    writer.write(followUps)
    writer.write(standards)
    writer.write(answers)
    writer.write(approvals)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), title: reader.text(), owner: reader.optionalText(), within: reader.optionalRecord(),
      notBefore: reader.optionalRecord(), replyPlace: reader.optional { $0.oneOf(.same) }, isOptional: reader.isSo(),
      steps: reader.records())
    followUps = reader.records()
    standards = reader.textList()
    answers = reader.isSo()
    approvals = reader.records()
  }
}

extension StepRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(anchor)
    writer.write(clause)
    writer.write(wordings)
    writer.write(about)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), anchor: reader.text(), clause: reader.optionalRecord(), wordings: reader.records())
    about = reader.optionalText()
  }
}

extension FollowUpRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(clause)
    writer.write(owner)
    writer.write(within)
    writer.write(after)
    writer.write(case: since)
    writer.write(untilResolved)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), clause: reader.optionalRecord(), owner: reader.optionalText(),
      within: reader.optionalRecord(), after: reader.optionalRecord(), since: reader.oneOf(.post),
      untilResolved: reader.isSo())
  }
}

extension LadderRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(forgetAfter)
    writer.write(rungs)
    writer.write(isShadow)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), title: reader.text(), forgetAfter: reader.optionalRecord(), rungs: reader.records())
    isShadow = reader.isSo()
  }
}

extension RungRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(place)
    writer.write(strikes)
    writer.write(needs)
    writer.write(must)
    writer.write(may)
    writer.write(wordings)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), place: reader.record(), strikes: reader.optionalInteger(), needs: reader.optionalText(),
      must: reader.records(), may: reader.records(), wordings: reader.records())
  }
}

extension EscalationRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(place)
    writer.write(clause)
    writer.write(levels)
    writer.write(holdsReply)
    writer.write(plan)
    writer.write(must)
    writer.write(may)
    writer.write(wordings)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), title: reader.text(), place: reader.record(), clause: reader.record(),
      levels: reader.records(), holdsReply: reader.isSo(), plan: reader.optionalText(), must: reader.records(),
      may: reader.records())
    wordings = reader.records()
  }
}

extension LevelRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(team)
    writer.write(within)
  }

  package init(from reader: inout CellReader) { self.init(team: reader.text(), within: reader.optionalRecord()) }
}

extension ShadowRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(place)
    writer.write(clause)
    writer.write(isEscalation)
  }

  package init(from reader: inout CellReader) {
    self.init(place: reader.record(), clause: reader.record(), isEscalation: reader.isSo())
  }
}

extension SignalRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(clause)
  }

  package init(from reader: inout CellReader) { self.init(name: reader.text(), clause: reader.record()) }
}
