// What clauses order, as a program file holds it.

extension ActionDuration: CellRecord {
  package func write(to writer: inout CellWriter) {
    switch self {
    case .exactly(let length):
      writer.write(0)
      writer.write(length)
    case .oneOf(let lengths):
      writer.write(1)
      writer.write(lengths)
    case .between(let first, let last):
      writer.write(2)
      writer.write(first)
      writer.write(last)
    case .untilResolved: writer.write(3)
    }
  }

  package init(from reader: inout CellReader) {
    switch reader.cell() {
    case 0: self = .exactly(reader.record())
    case 1: self = .oneOf(reader.records())
    case 2: self = .between(reader.record(), reader.record())
    case 3: self = .untilResolved
    default:
      reader.refuse()
      self = .untilResolved
    }
  }
}

extension ActionWait: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(length)
    writer.write(unlessEdited)
  }

  package init(from reader: inout CellReader) { self.init(length: reader.record(), unlessEdited: reader.isSo()) }
}

extension Approval: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(teams)
    writer.write(count)
  }

  package init(from reader: inout CellReader) { self.init(teams: reader.textList(), count: reader.integer()) }
}

extension Lift: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(onRequest)
    writer.write(by)
  }

  package init(from reader: inout CellReader) { self.init(onRequest: reader.isSo(), by: reader.optionalText()) }
}

extension ActionTerms: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(duration)
    writer.write(wait)
    writer.write(within)
    writer.write(alsoLast)
    writer.write(approvals)
    writer.write(lift)
  }

  package init(from reader: inout CellReader) {
    self.init()
    duration = reader.optionalRecord()
    wait = reader.optionalRecord()
    within = reader.optionalRecord()
    alsoLast = reader.optionalRecord()
    approvals = reader.records()
    lift = reader.optionalRecord()
  }
}

extension ActionOrder: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(action)
    writer.write(team)
    writer.write(terms)
  }

  package init(from reader: inout CellReader) {
    self.init(action: reader.text(), team: reader.optionalText(), terms: reader.record())
  }
}

extension Wording: CellRecord {
  package func write(to writer: inout CellWriter) { writer.write(pieces) }
  package init(from reader: inout CellReader) { self.init(pieces: reader.records()) }
}

extension Wording.Piece: CellRecord {
  package func write(to writer: inout CellWriter) {
    let (kind, text) =
      switch self {
      case .text(let text): (0, text)
      case .fact(let name): (1, name)
      case .blank(let name): (2, name)
      }
    writer.write(kind)
    writer.write(text)
  }

  package init(from reader: inout CellReader) {
    let (kind, text) = (reader.cell(), reader.text())
    switch kind {
    case 1: self = .fact(text)
    case 2: self = .blank(text)
    default: self = .text(text)
    }
  }
}

extension ActionDefinition: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(case: kind)
    writer.write(title)
    writer.write(isBuiltIn)
  }

  package init(from reader: inout CellReader) {
    self.init(
      name: reader.text(), kind: reader.oneOf(.record), title: reader.text(), isBuiltIn: reader.isSo())
  }
}
