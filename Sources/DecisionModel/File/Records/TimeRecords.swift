// Time, as a program file holds it. What no calendar has is refused.

extension Length: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(count)
    writer.write(case: unit)
  }

  package init(from reader: inout CellReader) {
    let (count, unit) = (reader.number(), reader.oneOf(Unit.seconds))
    if let length = Length(count, unit) {
      self = length
    } else {
      reader.refuse()
      self = .zero
    }
  }
}

extension Allowance: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(length)
    writer.write(isWorkingTime)
  }

  package init(from reader: inout CellReader) {
    self.init(reader.record(), isWorkingTime: reader.isSo())
  }
}

extension Instant: CellRecord {
  package func write(to writer: inout CellWriter) { writer.write(Double(seconds)) }

  package init(from reader: inout CellReader) {
    let seconds = reader.number()
    self.init(seconds: seconds.magnitude < 0x1p53 ? Int64(seconds) : 0)
  }
}

extension CalendarDate: CellRecord {
  package func write(to writer: inout CellWriter) { writer.write(dayNumber) }
  package init(from reader: inout CellReader) { self.init(dayNumber: reader.integer()) }
}

extension TimeOfDay: CellRecord {
  package func write(to writer: inout CellWriter) { writer.write(secondsSinceMidnight) }

  package init(from reader: inout CellReader) {
    if let time = TimeOfDay(secondsSinceMidnight: reader.integer()) {
      self = time
    } else {
      reader.refuse()
      self = .midnight
    }
  }
}

extension WeeklyHours.Stretch: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(days) { $0.write(case: $1) }
    writer.write(opens)
    writer.write(closes)
  }

  package init(from reader: inout CellReader) {
    self.init(days: reader.list { $0.oneOf(.monday) }, opens: reader.record(), closes: reader.record())
  }
}

extension WorkingHours: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(week.stretches)
    writer.write(holidays)
  }

  package init(from reader: inout CellReader) {
    self.init(WeeklyHours(reader.records()), holidays: reader.records())
  }
}

extension DaylightRule.Turn: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(month)
    writer.write(week)
    writer.write(case: weekday)
    writer.write(time)
  }

  package init(from reader: inout CellReader) {
    let turn = DaylightRule.Turn(
      month: reader.integer(), week: reader.integer(), weekday: reader.oneOf(.monday), time: reader.integer())
    if turn == nil { reader.refuse() }
    self = turn ?? .anyTurn
  }
}

extension DaylightRule: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(standardOffset)
    writer.write(daylightOffset)
    writer.write(daylightBegins)
    writer.write(daylightEnds)
  }

  package init(from reader: inout CellReader) {
    let (standard, daylight) = (reader.integer(), reader.integer())
    let (begins, ends): (Turn, Turn) = (reader.record(), reader.record())
    let rule = DaylightRule(
      standardOffset: standard, daylightOffset: daylight, daylightBegins: begins, daylightEnds: ends)
    if rule == nil { reader.refuse() }
    self = rule ?? .anyRule
  }
}

extension ZoneTable: CellRecord {
  package func write(to writer: inout CellWriter) {
    writer.write(name)
    writer.write(firstOffset)
    writer.write(changes) {
      $0.write($1.from)
      $0.write($1.offset)
    }
    writer.write(lastRule)
  }

  package init(from reader: inout CellReader) {
    let (name, firstOffset) = (reader.text(), reader.integer())
    let changes = reader.list { Change(from: $0.record(), offset: $0.integer()) }
    let table = ZoneTable(
      name: name, firstOffset: firstOffset, changes: changes, lastRule: reader.optionalRecord())
    if table == nil { reader.refuse() }
    self = table ?? .utc
  }
}
