/// A variable of two values, or its opposite.
struct Literal: Hashable, Comparable, Sendable {
  /// Twice the variable, and one more where it is the opposite.
  let code: Int32

  init(_ variable: Int, isOpposite: Bool = false) { code = Int32(variable) * 2 + (isOpposite ? 1 : 0) }
  private init(code: Int32) { self.code = code }

  /// What always holds: variable 0, which every solver keeps for it.
  static let yes = Literal(0)
  /// What never does.
  static let no = !yes

  var variable: Int { Int(code >> 1) }
  var isOpposite: Bool { code & 1 == 1 }

  static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
  static func < (one: Literal, other: Literal) -> Bool { one.code < other.code }
}
