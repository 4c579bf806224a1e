import Diagnostics

/// A closing bracket or quote whose opening one was forgotten: to YAML it is the last letter of a plain text.
extension Diagnostic {
  static func straySign(_ leaf: Leaf, in text: ReadableText) -> Diagnostic? {
    let content = text.slice(leaf.span.start, leaf.span.end)
    guard let last = content.last else { return nil }
    let sign = leaf.span.part(from: content.count - 1, length: 1)
    switch last {
    case UInt8(ascii: "]"):
      guard content.contains(UInt8(ascii: ",")), !content.contains(UInt8(ascii: "[")) else { return nil }
      return strayBracket(sign, help: "write `[` before the first of the list, or quote the text", .warning)
    case UInt8(ascii: "\""):
      let isMeasure = content.dropLast().last.map { (0x30...0x39).contains($0) } ?? true  // 12" is twelve inches
      guard content.count(where: { $0 == last }) == 1, !isMeasure else { return nil }
      return Diagnostic(
        "stray-quote", .warning, "this quote closes nothing", at: sign, help: "write `\"` before the text too")
    default: return nil
    }
  }

  static func strayBracket(_ span: Span, help: String, _ severity: Severity = .error) -> Diagnostic {
    Diagnostic("stray-bracket", severity, "this bracket closes nothing", at: span, help: help)
  }
}
