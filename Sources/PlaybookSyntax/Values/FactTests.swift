public import CommentText
public import DecisionModel
public import Diagnostics
public import YAMLSyntax

/// A test of a fact, and what it says about how it is written.
public struct WrittenFactTest: Sendable {
  public let test: FactTest
  public let signs: [Diagnostic.Fix]

  init(_ test: FactTest, signs: [Diagnostic.Fix] = []) {
    self.test = test
    self.signs = signs
  }
}

extension YAMLNode {
  /// The test that the node asks of a fact of a type; instants without an offset are in the zone.
  public func factTest(of type: FactType, in zone: ZoneTable) throws(ValueTrouble) -> WrittenFactTest {
    if case .scalar(let scalar) = self, scalar.text.isOne(of: ["known", "unknown"]) {
      return WrittenFactTest(.known(scalar.text.isExactly("known")))
    }
    switch type {
    case .number:
      let written = try numberTest(of: .number)
      return WrittenFactTest(.number(written.test), signs: written.signs)
    case .duration:
      let written = try numberTest(of: .duration)
      return WrittenFactTest(.duration(written.test), signs: written.signs)
    case .yesNo: return WrittenFactTest(.yesNo(try oneScalar(for: "`yes` or `no`").yesNo()))
    case .instant: return WrittenFactTest(.instant(try oneScalar(for: "`before 2026-12-01`").instantTest(in: zone)))
    case .word, .words: return WrittenFactTest(.words(try scalars(for: "a word").map { normalWord($0.text) }))
    case .identity: return WrittenFactTest(.identities(try scalars(for: "an identity").map(\.text)))
    case .text: return WrittenFactTest(.words(try scalars(for: "a text").map { normalWord($0.text) }))
    }
  }

  func oneScalar(for expected: String) throws(ValueTrouble) -> YAMLScalar {
    guard case .scalar(let scalar) = self, !isEmpty else {
      let found = isEmpty ? "nothing" : sort
      throw ValueTrouble(
        "invalid-test", "one value is expected here, and \(found) stands here", at: firstLine, help: "write \(expected)"
      )
    }
    return scalar
  }

  /// One scalar, or a list of them.
  private func scalars(for expected: String) throws(ValueTrouble) -> [YAMLScalar] {
    guard case .sequence(let sequence) = self else { return [try oneScalar(for: expected)] }
    var scalars: [YAMLScalar] = []
    for item in sequence.items { scalars.append(try item.oneScalar(for: expected)) }
    return scalars
  }
}

extension YAMLScalar {
  fileprivate func instantTest(in zone: ZoneTable) throws(ValueTrouble) -> InstantTest {
    func instant(_ text: String) -> Instant? { WrittenTime(text)?.instant(in: zone) }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 2, let joint = words[1].utf8Range(of: " and "), words[0] == "between" {
      let bytes = Array(words[1].utf8)
      let ends = [bytes[..<joint.lowerBound], bytes[joint.upperBound...]].map { String(decoding: $0, as: UTF8.self) }
      if let first = instant(ends[0]), let last = instant(ends[1]), first <= last { return .between(first, last) }
    }
    if words.count == 2, let bound = instant(words[1]) {
      if words[0] == "before" { return .before(bound) }
      if words[0] == "after" { return .after(bound) }
    }
    throw ValueTrouble(
      "invalid-test", "`\(shown)` is no test of a time", at: span,
      help: "write `before 2026-12-01`, `after 2026-12-01` or `between 2026-12-01 and 2026-12-24`")
  }

  /// The term that the scalar is.
  public func phrase() throws(ValueTrouble) -> Phrase {
    do {
      return try Phrase(utf8: Array(text.utf8))
    } catch {
      throw ValueTrouble("invalid-term", error.message(shown), at: span, help: error.help)
    }
  }
}

/// The form in which words are compared.
private func normalWord(_ text: String) -> String {
  String(decoding: normalised(Array(text.utf8)), as: UTF8.self)
}
