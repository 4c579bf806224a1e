// What surrounds the rules, as a program file holds it: facts, teams, channels, brakes, and what reviews and feeds go by.

extension FactDefinition: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(case: type)
    writer.write(isRequired)
    writer.write(question)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), type: reader.oneOf(.number), isRequired: reader.isSo(), question: reader.optionalText())
  }
}

extension TeamEntry: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(hours)
    writer.write(cover)
  }

  package init(from reader: inout CellReader) {
    self.init(name: reader.text(), title: reader.text(), hours: reader.record(), cover: reader.optionalText())
  }
}

extension ChannelRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(can) { $0.write($1) }
    writer.write(fallback)
    writer.write(postsWait)
    writer.write(longestReply)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), title: reader.text(), can: reader.optional { $0.textList() },
      fallback: reader.optionalText(), postsWait: reader.isSo())
    longestReply = reader.optionalInteger()
  }
}

extension BrakeRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(action)
    writer.write(atMost)
    writer.write(window)
    writer.write(team)
  }

  package init(from reader: inout CellReader) {
    self.init(action: reader.text(), atMost: reader.integer(), window: reader.record(), team: reader.text())
  }
}

extension RetentionRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(texts)
    writer.write(events)
  }

  package init(from reader: inout CellReader) {
    self.init(texts: reader.optionalRecord(), events: reader.optionalRecord())
  }
}

extension StandardRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(place)
    writer.write(avoid.map { Clause(when: $0) })
    writer.write(question)
    writer.write(instead)
    writer.write(case: severity)
    writer.write(holdsForEveryPlan)
  }

  package init(from reader: inout CellReader) {
    let (name, title, place): (String, String, ClausePlace) = (reader.text(), reader.text(), reader.record())
    let avoid: Clause? = reader.optionalRecord()
    self.init(
      name: name, title: title, place: place, avoid: avoid?.when, question: reader.optionalText(),
      instead: reader.optionalText(), severity: reader.oneOf(.error), holdsForEveryPlan: reader.isSo())
  }
}

extension StepMarker: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(step)
    writer.write(title)
    writer.write(lexicon)
  }

  package init(from reader: inout CellReader) {
    self.init(step: reader.text(), title: reader.text(), lexicon: reader.optionalText())
  }
}

extension WatchRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(title)
    writer.write(terms)
    writer.write(feeds)
    writer.write(every)
    writer.write(owner)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), title: reader.text(), terms: reader.textList(), feeds: reader.textList(),
      every: reader.optionalRecord(), owner: reader.optionalText())
  }
}

extension LexiconTable: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(terms) {
      $0.write($1.term)
      $0.write(Double($1.weight))
    }
    writer.write(except)
    writer.write(disguises)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), terms: reader.list { WeightedTerm(term: $0.text(), weight: Int(exactly: $0.number()) ?? 0) },
      except: reader.textList(), disguises: reader.isSo())
  }
}
