/// Deadlines on the faces of a clock, the first hour's and that of the first twelve, and all of them along a line.
struct ClockDrawing {
  private var canvas: Canvas

  private struct Face {
    let title: String
    /// How long the hand takes for one turn, in seconds.
    let turn: Int64
    /// From which time on deadlines stand on this face.
    let begin: Int64
    /// What the numbers count, in seconds.
    let unit: Int64
  }

  private static let faces = [
    Face(title: "The first hour", turn: 3600, begin: 0, unit: 60),
    Face(title: "The first 12 hours", turn: 43_200, begin: 3600, unit: 3600),
  ]
  private static let radius = 62

  init(_ clock: Document.Clock, width: Int) {
    canvas = Canvas(width: width)
    let shown = Self.faces.compactMap { face -> (Face, [Int64])? in
      let times = clock.stops.compactMap(\.seconds).filter { $0 > face.begin && $0 <= face.turn }
      return times.isEmpty ? nil : (face, times)
    }
    for (index, (face, times)) in shown.enumerated() { draw(face, times, at: center(of: index, among: shown.count)) }
    let stands = canvas.isNarrow || shown.isEmpty
    draw(clock.stops, left: stands ? 2 : 208, top: canvas.isNarrow && !shown.isEmpty ? canvas.height + 22 : 4)
  }

  var written: Markup { canvas.written }

  /// Beside each other on a phone, else one below the other, left of the line.
  private func center(of index: Int, among count: Int) -> (x: Int, y: Int) {
    // The dots stand out over the edge.
    let y = Self.radius + 8
    if canvas.isNarrow { return (count == 1 ? 160 : 79 + 162 * index, y) }
    return (80, y + index * 190)
  }

  private mutating func draw(_ face: Face, _ times: [Int64], at center: (x: Int, y: Int)) {
    var parts: Markup = "<circle class=\"face\" r=\"\(Self.radius)\"/>"
    for time in Set(times).sorted() { parts += wedge(turns: Double(time) / Double(face.turn)) }
    parts += (0..<12).map(tick).joined()
    // Before the first number stands the last, of the turn before.
    var label = Angle(turns: Double(times.max() ?? 0) / Double(face.turn) - 1)
    for time in Set(times).sorted() {
      let angle = Angle(turns: Double(time) / Double(face.turn))
      parts += mark(
        angle, number: angle.steps - label.steps < 18 ? nil : NumbersInWords.number(Double(time) / Double(face.unit)))
      if angle.steps - label.steps >= 18 { label = angle }
    }
    let shape: Markup = """
      <g transform="translate(\(center.x) \(center.y))">\(parts)</g>\
      \(caption(face.title, x: center.x, y: center.y + Self.radius + 26))

      """
    canvas.draw(shape, downTo: center.y + Self.radius + 34)
  }

  private func wedge(turns: Double) -> Markup {
    if turns >= 1 { return "<circle class=\"wedge\" r=\"\(Self.radius)\"/>" }
    let (end, radius) = (Angle(turns: turns), Self.radius)
    return
      "<path class=\"wedge\" d=\"M0 0V-\(radius)A\(radius) \(radius) 0 \(turns > 0.5 ? 1 : 0) 1 \(end.point(radius))Z\"/>"
  }

  private func tick(_ hour: Int) -> Markup {
    let angle = Angle(turns: Double(hour) / 12)
    let length = hour.isMultiple(of: 3) ? 8 : 4
    return "<path class=\"tick\" d=\"M\(angle.point(Self.radius))L\(angle.point(Self.radius - length))\"/>"
  }

  private func mark(_ angle: Angle, number: String?) -> Markup {
    let place = angle.place(Self.radius - 20)
    let text: Markup? = number.map {
      "<text class=\"number\" x=\"\(decimal(place.x))\" y=\"\(decimal(place.y + 6))\">\($0)</text>"
    }
    let dot = angle.place(Self.radius)
    return "<circle class=\"dot\" cx=\"\(decimal(dot.x))\" cy=\"\(decimal(dot.y))\" r=\"5\"/>\(text)"
  }

  private mutating func draw(_ stops: [Document.Clock.Stop], left: Int, top: Int) {
    var y = top
    for (index, stop) in stops.enumerated() {
      let start = y
      y = draw(stop, left: left, top: y)
      if index + 1 < stops.count {
        canvas.draw("<path class=\"line\" d=\"M\(left + 8) \(start + 19)V\(y + 3)\"/>\n", downTo: y)
      }
    }
  }

  /// Draws a stop with what is due then, and says where the next begins.
  private mutating func draw(_ stop: Document.Clock.Stop, left: Int, top: Int) -> Int {
    let textLeft = left + 28
    let label = TextBlock(stop.label, isStrong: true, within: canvas.width - textLeft - 2)
    let dot: Markup =
      "<circle class=\"dot\(stop.seconds == nil ? " open" as Markup : "")\" cx=\"\(left + 8)\" cy=\"\(top + 11)\" r=\"6\"/>"
    canvas.draw("\(dot)\(label.written(x: textLeft, y: top))\n", downTo: top + label.height)
    var y = top + label.height + 4
    for deed in stop.deeds {
      y = draw(TextBlock(deed.title, within: canvas.width - textLeft - 2), nil, left: textLeft, top: y)
      for subject in deed.subjects {
        y = draw(
          TextBlock(subject, isStrong: false, within: canvas.width - textLeft - 18), subject.anchor,
          left: textLeft + 16, top: y)
      }
    }
    return y + 12
  }

  /// Draws a text and says where the next one begins. What leads somewhere has a dot before it.
  private mutating func draw(_ text: TextBlock, _ anchor: Anchor?, left: Int, top: Int) -> Int {
    let dot: Markup? = anchor.map { _ in "<circle class=\"bullet\" cx=\"\(left - 10)\" cy=\"\(top + 11)\" r=\"2.5\"/>" }
    canvas.draw(linked("\(dot)\(text.written(x: left, y: top))", to: anchor), downTo: top + text.height)
    return top + text.height + 3
  }
}

/// A direction on the face of a clock, in 240 steps from the top on.
///
/// The sine is found by turning step after step, so that no library of mathematics is needed and all machines agree.
private struct Angle {
  let steps: Int
  private let x: Double
  private let y: Double

  init(turns: Double) {
    let steps = Int((turns * 240).rounded())
    // The cosine and the sine of 1.5 degrees.
    let (cosine, sine) = (0.999_657_324_975_557_3, 0.026_176_948_307_873_15)
    var (x, y) = (0.0, -1.0)
    for _ in 0..<max(0, min(steps, 240)) { (x, y) = (x * cosine - y * sine, x * sine + y * cosine) }
    (self.steps, self.x, self.y) = (steps, x, y)
  }

  func place(_ radius: Int) -> (x: Double, y: Double) { (x * Double(radius), y * Double(radius)) }

  func point(_ radius: Int) -> Markup {
    let place = place(radius)
    return "\(decimal(place.x)) \(decimal(place.y))"
  }
}

/// A number with one digit behind its point.
private func decimal(_ value: Double) -> Markup {
  let tenths = Int((value * 10).rounded())
  let sign: Markup = tenths < 0 ? "-" : ""
  return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
