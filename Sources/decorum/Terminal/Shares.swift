import DecisionModel
import PlaybookSyntax

/// A share as options give it: a percentage, or a number from 0 to 1. Nil where it is none.
func readShare(_ text: String) -> Double? {
  guard let share = readNumber(text), (0...1).contains(share) else { return nil }
  return share
}

/// A share in percent; of less than one, the first two digits that are not 0: `12.3 %`, `0.0042 %`.
func shareText(_ share: Double) -> String {
  let percent = share * 100
  if percent == 0 || percent.isNaN { return "0 %" }
  var (digits, scale) = (1, 10.0)
  while digits < 6, percent < 1, percent * scale < 10 { (digits, scale) = (digits + 1, scale * 10) }
  let scaled = (percent * scale).rounded()
  return "\(NumberPrinter.text(of: scaled / scale)) %"
}

/// A share in whole percent, cut off, so that only all is 100 %.
func shortShareText(_ share: Double) -> String { "\(Int(share * 100 + 1e-9)) %" }
