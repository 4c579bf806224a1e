import Diagnostics

/// Where the scalars and the flow collections of a text stand: what libyaml says of them, for the checks that it does
/// not make itself.
struct Layout {
  /// A scalar or an alias, in the order of the text.
  struct Leaf {
    let span: Span
    let style: YAMLScalar.Style
    /// The column of the innermost block collection around it; -1 where there is none.
    let blockColumn: Int
    let isInFlow: Bool

    var isAbsent: Bool { span.start == span.end }
  }

  /// An outermost flow collection.
  struct Flow {
    let start: Int
    let blockColumn: Int
  }

  var leaves: [Leaf] = []
  var flows: [Flow] = []
}
