package import DecisionModel

extension FactValue {
  /// The value as a sentence shows it.
  package var text: String {
    switch self {
    case .number(let number): NumberPrinter.text(of: number)
    case .yesNo(let isSo): isSo ? "yes" : "no"
    case .words(let words): words.map { String(decoding: $0.written, as: UTF8.self) }.joined(separator: ", ")
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .duration(let seconds): lengthText(seconds: seconds)
    case .instant(let instant): instant.description
    }
  }

  /// The value as a decision gives it. Words are a list where the fact may have several.
  package func json(of type: FactType) -> JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .yesNo(let isSo): .bool(isSo)
    case .words(let words) where type == .words: .array(words.map { .string($0.written) })
    case .words, .duration, .instant: .text(text)
    case .bytes(let bytes): .string(bytes)
    }
  }
}
