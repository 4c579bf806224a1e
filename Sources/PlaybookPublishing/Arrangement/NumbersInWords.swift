import DecisionModel

/// A thing that can be counted.
struct Noun {
  let one: String
  let many: String

  init(_ one: String, _ many: String? = nil) {
    self.one = one
    self.many = many ?? one + "s"
  }
}

/// Numbers, shares, lengths and dates as they stand in a sentence.
enum NumbersInWords {
  /// `10,000`, `0.95`.
  static func number(_ value: Double) -> String {
    let text = NumberPrinter.text(of: value)
    let sign = text.hasPrefix("-") ? "-" : ""
    let whole = text.dropFirst(sign.count).prefix { $0 != "." }
    return sign + grouped(whole) + text.dropFirst(sign.count + whole.count)
  }

  private static func grouped(_ digits: Substring) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }

  /// `60%` for 0.6: the decimal point is moved in the text, so that no digit is made up.
  static func share(_ value: Double) -> String {
    let text = NumberPrinter.text(of: abs(value))
    let whole = text.prefix { $0 != "." }
    let fraction = text.dropFirst(whole.count + 1)
    let hundredths = fraction.prefix(2) + String(repeating: "0", count: max(0, 2 - fraction.count))
    let digits = (whole + hundredths).drop { $0 == "0" }
    let rest = fraction.dropFirst(2)
    return (value < 0 ? "-" : "") + grouped(digits.isEmpty ? "0" : digits) + (rest.isEmpty ? "" : ".\(rest)") + "%"
  }

  /// A length in the largest unit of which it is a whole number: `90 minutes`, `1 week`.
  static func duration(seconds: Double) -> String {
    let units: [Length.Unit] = [.weeks, .days, .hours, .minutes, .seconds]
    let length = units.lazy.compactMap { unit -> Length? in
      guard let size = unit.seconds.map(Double.init), seconds >= size, seconds.remainder(dividingBy: size) == 0 else {
        return nil
      }
      return Length(seconds / size, unit)
    }.first
    return length.map(Self.length) ?? "\(number(seconds)) seconds"
  }

  /// `1 day`, `1.5 hours`, `10,000 minutes`.
  static func length(_ length: Length) -> String {
    "\(number(length.count)) \(length.count == 1 ? length.unit.singular : length.unit.rawValue)"
  }

  /// `60 minutes`, `2 working days`.
  static func allowance(_ allowance: Allowance) -> String {
    let length = allowance.length
    let unit = length.count == 1 ? length.unit.singular : length.unit.rawValue
    return "\(number(length.count)) \(allowance.isWorkingTime ? "working " : "")\(unit)"
  }

  /// `25 December 2026; 1 January 2027`, in the order of the calendar.
  static func dates(_ dates: [CalendarDate]) -> String { dates.sorted().map(date).joined(separator: "; ") }

  /// `1 December 2026`.
  static func date(_ date: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let (year, month, day) = date.components
    return months.indices.contains(month - 1) ? "\(day) \(months[month - 1]) \(year)" : date.description
  }

  /// `1 December 2026`, and with the time of day where that is not midnight.
  static func instant(_ instant: Instant, in zone: ZoneTable) -> String {
    let local = zone.localTime(at: instant)
    return local.time == .midnight ? date(local.date) : "\(date(local.date)), \(local.time)"
  }

  /// `3 strikes`, `1 strike`.
  static func count(_ count: Int, _ noun: Noun) -> String {
    "\(number(Double(count))) \(count == 1 ? noun.one : noun.many)"
  }
}

extension NumberTest {
  /// What is asked of a number, as it stands behind "is": `at least 3`, `2`, `1, 2 or 3`.
  func comparison(_ printed: (Double) -> String = NumbersInWords.number) -> String {
    switch self {
    case .exactly(let value): printed(value)
    case .anyOf(let tests): tests.map { Prose($0.comparison(printed)) }.joined(with: "or").plainText
    default: description(printed)
    }
  }

  /// What is asked of how many there are, as it stands behind "has": `at least 3 links`, `no links`.
  func amount(of noun: Noun) -> String {
    switch self {
    case .exactly(0): "no \(noun.many)"
    case .not(0): "at least 1 \(noun.one)"
    case .exactly(let count): "exactly \(counted(count, noun))"
    case .not(let count): "any number of \(noun.many) but \(NumbersInWords.number(count))"
    case .atLeast(let count): "at least \(counted(count, noun))"
    case .atMost(let count): "at most \(counted(count, noun))"
    case .moreThan(let count): "more than \(counted(count, noun))"
    case .lessThan(let count): "fewer than \(counted(count, noun))"
    case .between(let least, let most): "between \(NumbersInWords.number(least)) and \(counted(most, noun))"
    case .anyOf(let tests): tests.map { Prose($0.amount(of: noun)) }.joined(with: "or").plainText
    }
  }

  private func counted(_ count: Double, _ noun: Noun) -> String {
    "\(NumbersInWords.number(count)) \(count == 1 ? noun.one : noun.many)"
  }

  /// The test that a number passes exactly where it does not pass this one, where the language has such a test.
  var opposite: NumberTest? {
    switch self {
    case .exactly(let value): .not(value)
    case .not(let value): .exactly(value)
    case .atLeast(let value): .lessThan(value)
    case .atMost(let value): .moreThan(value)
    case .moreThan(let value): .atMost(value)
    case .lessThan(let value): .atLeast(value)
    case .between, .anyOf: nil
    }
  }
}
