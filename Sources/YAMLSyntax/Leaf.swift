import Diagnostics

/// A scalar or an alias as it stands in the file, with what the checks on its lines must know.
struct Leaf {
  let span: Span
  let style: YAMLScalar.Style
  /// The column of the innermost block collection around it; -1 where there is none.
  let blockColumn: Int
  let isInFlow: Bool

  var isAbsent: Bool { span.isEmpty }
}

/// An outermost flow collection.
struct Flow {
  let start: Int
  /// The column of the innermost block collection around it; -1 where there is none.
  let blockColumn: Int
}
