// Tests in the words of the language, as decisions and explanations show them.

extension FactTest {
  /// The test in the words of the language.
  package var words: String {
    switch self {
    case .known(let isKnown): isKnown ? "known" : "unknown"
    case .number(let test): test.words
    case .duration(let test): test.description(lengthText)
    case .yesNo(let wanted): wanted ? "yes" : "no"
    case .instant(.before(let bound)): "before \(bound)"
    case .instant(.after(let bound)): "after \(bound)"
    case .instant(.between(let first, let last)): "between \(first) and \(last)"
    case .words(let wanted), .identities(let wanted): wanted.joined(separator: " or ")
    case .says(let phrases): "says \(phrases.joined(separator: " or "))"
    case .matches(let expressions): "matches \(expressions.joined(separator: " or "))"
    case .uses(let lexicons): "uses \(lexicons.joined(separator: " or "))"
    }
  }
}

extension NumberTest {
  package var words: String { description(NumberPrinter.text) }

  /// The test of a count over time: `at least 10 in 5 hours`.
  package func words(in length: Length) -> String { "\(words) in \(length)" }

  /// The test in the words of the language. Shares are percentages.
  package func words(for measure: Measure) -> String {
    measure == .capitals ? description(percentText) : words
  }
}

/// A duration in the largest unit of which it has a whole number: `3 days`, `90 seconds`.
package func lengthText(seconds: Double) -> String {
  for unit in Length.Unit.allCases.reversed() {
    guard let size = unit.seconds, let count = wholeNumber(seconds / Double(size)), count != 0 else { continue }
    if count * Double(size) == seconds, let length = Length(count, unit) { return length.description }
  }
  return "\(NumberPrinter.text(of: seconds)) seconds"
}

/// A share as a percentage where that is a whole one, else as the number that it is.
private func percentText(_ share: Double) -> String {
  guard let percent = truncated(share * 100 + 0.5), percent / 100 == share else { return NumberPrinter.text(of: share) }
  return "\(NumberPrinter.text(of: percent))%"
}

/// The number if it is a whole one of moderate size.
private func wholeNumber(_ number: Double) -> Double? { truncated(number).flatMap { $0 == number ? $0 : nil } }

/// The number without its fraction, if it is of moderate size. (`rounded` needs C's mathematics library.)
private func truncated(_ number: Double) -> Double? {
  number.magnitude < 0x1p53 ? Double(Int64(number)) : nil
}
