import Diagnostics

/// Checks what stands between the scalars of a text: blanks, comments, and the signs of YAML itself.
///
/// libyaml lets pass there what YAML does not have (a `#` without a blank before it, lines of a flow collection that are
/// not indented), and takes part in what playbooks do without (tabs, directives, `?` keys, several documents).
struct BetweenScalars {
  private let text: ReadableText
  private var offset: Int
  private var flowDepth = 0
  /// The outermost flow collection that is open, or about to be.
  private var flow: Flow?
  /// No line of the flow collection was reported yet: all of them together are one mistake.
  private var isIndented = true
  /// Nothing but blanks stood on the line so far.
  private var isLineStart = true
  private var lineStart: Int
  private var hasContent = false
  private var lastScalar: Leaf?
  private(set) var findings = SyntaxFindings()

  init(_ text: ReadableText) {
    self.text = text
    offset = text.base
    lineStart = text.base
  }

  /// Takes note of an outermost flow collection, whose bracket comes next.
  mutating func expect(_ flow: Flow) {
    check(upTo: flow.start)
    (self.flow, isIndented) = (flow, true)
  }

  /// Checks what stands before a scalar, and passes over it.
  mutating func pass(_ leaf: Leaf) {
    check(upTo: leaf.span.start)
    checkIndentation()
    offset = max(offset, leaf.span.end)
    lastScalar = leaf
    if !leaf.isAbsent { (isLineStart, hasContent) = (false, true) }
  }

  mutating func check(upTo end: Int) {
    while offset < end, let byte = text.byte(at: offset) { offset += step(byte) }
  }

  /// Looks at one sign and returns how many bytes it takes.
  private mutating func step(_ byte: UInt8) -> Int {
    switch byte {
    case 0x0A: beginLine()
    case 0x20, 0x0D: break
    case 0x09: return tabs()
    case UInt8(ascii: "#"): return comment()
    case UInt8(ascii: "%") where offset == lineStart: return directive()
    case UInt8(ascii: "-"), UInt8(ascii: "."): return marker() ?? (byte == UInt8(ascii: "-") ? sign(byte) : stop())
    case UInt8(ascii: "&"), UInt8(ascii: "!"): return property()
    case UInt8(ascii: "?"):
      findings.report(.explicitKey(text.span(offset, offset + 1)))
      return sign(byte)
    case UInt8(ascii: ":"), UInt8(ascii: ","): return sign(byte)
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return sign(byte)
    default: return stop()
    }
    return 1
  }

  /// Before the place of a complaint there may be scalars that libyaml did not come to tell about.
  private func stop() -> Int { text.end - offset }

  private mutating func beginLine() {
    (isLineStart, lineStart, lastScalar) = (true, offset + 1, nil)
  }

  @discardableResult
  private mutating func sign(_ byte: UInt8) -> Int {
    checkIndentation()
    (isLineStart, hasContent) = (false, true)
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
    default: break
    }
    lastScalar = nil
    return 1
  }

  /// Lines within a flow collection stand deeper than the block collection around it (YAML 1.2, `s-flow-line-prefix`).
  private mutating func checkIndentation() {
    guard isLineStart, flowDepth > 0, isIndented, let flow, offset - lineStart <= flow.blockColumn else { return }
    isIndented = false
    let bracket = text.span(flow.start, flow.start + 1)
    findings.report(.notIndentedInBrackets(text.span(offset, offset + 1), bracket: bracket))
  }

  private mutating func tabs() -> Int {
    var end = offset
    while text.byte(at: end) == 0x09 { end += 1 }
    findings.report(.tab(text.span(offset, end), isIndentation: isLineStart && !text.isLineEnd(at: end)))
    return end - offset
  }

  private mutating func comment() -> Int {
    let end = text.endOfLine(from: offset)
    let span = text.span(offset, end)
    if flowDepth > 0, text.isWord(at: offset + 1) {
      findings.report(.hashtagComment(span, in: text))
    } else if offset > text.base, !text.isBlank(at: offset - 1), !isLineStart {
      findings.report(.commentWithoutSpace(span.part(from: 0, length: 1)))
    } else if text.isWord(at: offset + 1), let scalar = lastScalar, scalar.style == .plain, !scalar.isAbsent {
      findings.report(.commentEndsText(span, scalar.span, in: text))
    }
    return end - offset
  }

  private mutating func directive() -> Int {
    let end = text.endOfLine(from: offset)
    findings.report(.directive(text.span(offset, end)))
    return end - offset
  }

  /// `---` and `...` at the beginning of a line. A `---` on its own before everything else says nothing and may stay.
  private mutating func marker() -> Int? {
    guard offset == lineStart, let byte = text.byte(at: offset), text.byte(at: offset + 1) == byte,
      text.byte(at: offset + 2) == byte, text.isBlank(at: offset + 3) || text.isLineEnd(at: offset + 3)
    else { return nil }
    if byte == UInt8(ascii: ".") || hasContent || !text.restOfLine(from: offset + 3).isEmpty {
      findings.report(.documentMarker(text.span(offset, offset + 3)))
    }
    (isLineStart, hasContent) = (false, true)
    return 3
  }

  /// An anchor or a tag, up to a blank or, within brackets, to a sign of theirs.
  private mutating func property() -> Int {
    let isAnchor = text.byte(at: offset) == UInt8(ascii: "&")
    var end = offset + 1
    while let byte = text.byte(at: end), !text.isBlank(at: end), !text.isLineEnd(at: end) {
      if flowDepth > 0 && ",[]{}".utf8.contains(byte) { break }
      end += 1
    }
    let span = text.span(offset, end)
    findings.report(isAnchor ? .anchor(span, in: text) : .tag(span, in: text))
    sign(UInt8(ascii: "!"))
    return end - offset
  }
}
