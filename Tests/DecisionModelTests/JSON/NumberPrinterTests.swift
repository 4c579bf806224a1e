import DecisionModel
import TestSupport
import Testing

struct NumberPrinterTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (10, "10"), (100, "100"), (1200, "1200"), (0.1, "0.1"),
      (-0.5, "-0.5"),
      (0.6, "0.6"), (2.5, "2.5"), (10.25, "10.25"), (0.05, "0.05"), (0.001, "0.001"), (0.000_001, "0.000001"),
      (1.0 / 3, "0.3333333333333333"), (2.0 / 3, "0.6666666666666666"), (0.1 + 0.2, "0.30000000000000004"),
      (123_456_789, "123456789"), (9_007_199_254_740_991, "9007199254740991"),
      (9_007_199_254_740_992, "9007199254740992"),
      (1e15, "1000000000000000"), (1e16, "10000000000000000"),
      (1e21, "1000000000000000000000"), (1e23, "100000000000000000000000"), (1.5e22, "15000000000000000000000"),
      (9_223_372_036_854_775_808, "9223372036854776000"), (1e-7, "0.0000001"), (1.25e-10, "0.000000000125"),
      (.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"),
      (.greatestFiniteMagnitude, "17976931348623157" + String(repeating: "0", count: 292)),
      (.leastNormalMagnitude, "0." + String(repeating: "0", count: 307) + "22250738585072014"),
      (-1e100, "-1" + String(repeating: "0", count: 100)), (4.35, "4.35"), (1e22, "10000000000000000000000"),
      (0.99, "0.99"), (99.99, "99.99"), (1_000_000.5, "1000000.5"), (2_251_799_813_685_248.5, "2251799813685248.5"),
      (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func `a number has one text`(number: Double, text: String) {
    #expect(NumberPrinter.text(of: number) == text)
  }

  @Test func `any number reads back from the fewest digits and has no exponent`() throws {
    var random = SeededGenerator(seed: propertySeed("numbers read back"))
    for round in 0..<20_000 {
      let number = round.isMultiple(of: 2) ? Double(bitPattern: random.next()) : Double.everyday(using: &random)
      guard number.isFinite else { continue }
      let text = NumberPrinter.text(of: number)
      #expect(Double(text) == number)
      #expect(text.utf8.allSatisfy { "-.0123456789".utf8.contains($0) })
      #expect(!text.contains(".") || !text.hasSuffix("0"), "\(text) has zeros at its end")
      #expect(number.needsEveryDigit(of: text), "\(text) has a digit too many")
    }
  }
}

extension Double {
  /// A number as people write them: a few digits on either side of the point.
  fileprivate static func everyday(using random: inout SeededGenerator) -> Double {
    let digits = Double(Int.random(in: -10_000_000...10_000_000, using: &random))
    return digits / ([1, 10, 100, 1000, 7, 60, 1e9].randomElement(using: &random) ?? 1)
  }

  /// Whether neither of the decimals with one digit less that lie around a text reads back as this number.
  fileprivate func needsEveryDigit(of text: String) -> Bool {
    let parts = text.split(separator: ".").map { $0.filter(\.isNumber) }
    let fraction = parts.count > 1 ? parts[1] : ""
    let digits = "\(parts[0])\(fraction)".drop { $0 == "0" }
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    guard let significant = UInt64(digits.dropLast(zeros)), significant > 9 else { return true }
    let exponent = zeros - fraction.count + 1
    return [significant / 10, significant / 10 + 1].allSatisfy { Double("\($0)e\(exponent)") != magnitude }
  }
}
