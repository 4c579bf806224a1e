// Conditions as they were written, as a program file holds them: the number of the case, then its values.

extension Clause: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.writeAside {
      $0.write(when)
      $0.write(unless)
    }
  }

  package init(from reader: inout CellReader) {
    self = reader.readAside { Clause(when: $0.record(), unless: $0.optionalRecord()) } ?? Clause(when: .all([]))
  }
}

extension Condition: CellRecord {
  /// Conditions stand no deeper in each other than this in a file: so that reading one never runs out of stack.
  static let greatestDepth = 512

  package func write(to writer: inout CellWriter) {
    switch self {
    case .all(let parts): writer.write(0, parts)
    case .any(let parts): writer.write(1, parts)
    case .none(let parts): writer.write(2, parts)
    case .not(let part): writer.write(3, part)
    case .count(let parts, let test):
      writer.write(4, parts)
      writer.write(test)
    case .signal(let name): writer.write(5, name)
    case .says(let phrases): writer.write(6, phrases)
    case .uses(let lexicon): writer.write(7, lexicon)
    case .matches(let expressions): writer.write(8, expressions)
    case .linksTo(let hosts): writer.write(9, hosts)
    case .termCount(let lexicon, let test): writer.write(10, lexicon, test)
    case .score(let lexicon, let test): writer.write(11, lexicon, test)
    case .measure(let measure, let test):
      writer.write(12)
      writer.write(case: measure)
      writer.write(test)
    case .fact(let name, let test): writer.write(13, name, test)
    case .strikes(let ladder, let test): writer.write(14, ladder, test)
    case .timeOpen(let team): writer.write(15, team)
    case .history(let history, let length, let test):
      writer.write(16)
      writer.write(case: history)
      writer.write(length)
      writer.write(test)
    case .mode(let modes): writer.write(17, modes)
    case .category(let categories): writer.write(18, categories)
    case .escalation(let escalations): writer.write(19, escalations)
    case .withoutEffect(let key): writer.write(20, key)
    }
  }

  package init(from reader: inout CellReader) {
    guard reader.goDeeper(than: Self.greatestDepth) else {
      self = .all([])
      return
    }
    defer { reader.comeBack() }
    switch reader.cell() {
    case 0: self = .all(reader.records())
    case 1: self = .any(reader.records())
    case 2: self = .none(reader.records())
    case 3: self = .not(reader.record())
    case 4: self = .count(reader.records(), reader.record())
    case 5: self = .signal(reader.text())
    case 6: self = .says(reader.textList())
    case 7: self = .uses(reader.text())
    case 8: self = .matches(reader.textList())
    case 9: self = .linksTo(reader.textList())
    case 10: self = .termCount(reader.text(), reader.record())
    case 11: self = .score(reader.text(), reader.record())
    case 12: self = .measure(reader.oneOf(.length), reader.record())
    case 13: self = .fact(reader.text(), reader.record())
    case 14: self = .strikes(reader.text(), reader.record())
    case 15: self = .timeOpen(reader.text())
    case 16: self = .history(reader.oneOf(.comments), in: reader.record(), reader.record())
    case 17: self = .mode(reader.textList())
    case 18: self = .category(reader.textList())
    case 19: self = .escalation(reader.textList())
    case 20: self = .withoutEffect(reader.text())
    default:
      reader.refuse()
      self = .all([])
    }
  }
}

extension CellWriter {
  fileprivate mutating func write(_ kind: Int, _ record: some CellRecord) {
    write(kind)
    write(record)
  }

  fileprivate mutating func write(_ kind: Int, _ records: [some CellRecord]) {
    write(kind)
    write(records)
  }

  fileprivate mutating func write(_ kind: Int, _ text: String) {
    write(kind)
    write(text)
  }

  fileprivate mutating func write(_ kind: Int, _ texts: [String]) {
    write(kind)
    write(texts)
  }

  fileprivate mutating func write(_ kind: Int, _ text: String, _ test: some CellRecord) {
    write(kind)
    write(text)
    write(test)
  }
}

extension NumberTest: CellRecord {
  package func write(to writer: inout CellWriter) {
    let (kind, bounds): (Int, [Double]) =
      switch self {
      case .exactly(let value): (0, [value])
      case .not(let value): (1, [value])
      case .atLeast(let value): (2, [value])
      case .atMost(let value): (3, [value])
      case .moreThan(let value): (4, [value])
      case .lessThan(let value): (5, [value])
      case .between(let least, let most): (6, [least, most])
      case .anyOf: (7, [])
      }
    writer.write(kind)
    for bound in bounds { writer.write(bound) }
    if case .anyOf(let tests) = self { writer.write(tests) }
  }

  package init(from reader: inout CellReader) {
    guard reader.goDeeper(than: Condition.greatestDepth) else {
      self = .anyOf([])
      return
    }
    defer { reader.comeBack() }
    switch reader.cell() {
    case 0: self = .exactly(reader.number())
    case 1: self = .not(reader.number())
    case 2: self = .atLeast(reader.number())
    case 3: self = .atMost(reader.number())
    case 4: self = .moreThan(reader.number())
    case 5: self = .lessThan(reader.number())
    case 6: self = .between(reader.number(), reader.number())
    case 7: self = .anyOf(reader.records())
    default:
      reader.refuse()
      self = .anyOf([])
    }
  }
}

extension FactTest: CellRecord {
  package func write(to writer: inout CellWriter) {
    switch self {
    case .known(let isKnown):
      writer.write(0)
      writer.write(isKnown)
    case .number(let test): writer.write(1, test)
    case .duration(let test): writer.write(2, test)
    case .yesNo(let wanted):
      writer.write(3)
      writer.write(wanted)
    case .instant(let test): writer.write(4, test)
    case .words(let words): writer.write(5, words)
    case .identities(let identities): writer.write(6, identities)
    case .says(let phrases): writer.write(7, phrases)
    case .uses(let lexicons): writer.write(8, lexicons)
    case .matches(let expressions): writer.write(9, expressions)
    }
  }

  package init(from reader: inout CellReader) {
    switch reader.cell() {
    case 0: self = .known(reader.isSo())
    case 1: self = .number(reader.record())
    case 2: self = .duration(reader.record())
    case 3: self = .yesNo(reader.isSo())
    case 4: self = .instant(reader.record())
    case 5: self = .words(reader.textList())
    case 6: self = .identities(reader.textList())
    case 7: self = .says(reader.textList())
    case 8: self = .uses(reader.textList())
    case 9: self = .matches(reader.textList())
    default:
      reader.refuse()
      self = .known(true)
    }
  }
}

extension InstantTest: CellRecord {
  package func write(to writer: inout CellWriter) {
    let (kind, bounds): (Int, [Instant]) =
      switch self {
      case .before(let bound): (0, [bound])
      case .after(let bound): (1, [bound])
      case .between(let first, let last): (2, [first, last])
      }
    writer.write(kind)
    for bound in bounds { writer.write(bound) }
  }

  package init(from reader: inout CellReader) {
    switch reader.cell() {
    case 0: self = .before(reader.record())
    case 1: self = .after(reader.record())
    case 2: self = .between(reader.record(), reader.record())
    default:
      reader.refuse()
      self = .before(.earliest)
    }
  }
}
