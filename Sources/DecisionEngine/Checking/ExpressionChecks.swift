import DecisionModel

/// Checks the machines of regular expressions.
func checkExpressions(of image: ProgramImage, _ counts: ProgramCounts) throws(EngineProblem) {
  let cells = SoundCells(image, .expressions)
  let count = try cells.cell(0)
  _ = try cells.end(of: count * 2, from: 1)
  for expression in 0..<count {
    try cells.cell(1 + expression * 2, below: counts.terms)
    try MachineCheck(cells: cells).check(at: try cells.cell(2 + expression * 2))
  }
}

/// A machine: the symbols that it tells apart, then its two directions.
private struct MachineCheck {
  let cells: SoundCells

  func check(at place: Int) throws(EngineProblem) {
    let (stretches, symbols) = (try cells.cell(place), try cells.cell(place + 1))
    try cells.require(stretches > 0 && symbols > 0)
    let starts = try cells.end(of: 64, from: place + 2)
    for cell in place + 2..<starts {
      let two = try cells.cell(cell)
      try cells.require(two & 0xFFFF < symbols && two >> 16 < symbols)
    }
    let numbers = try cells.end(of: stretches, from: starts)
    let neighbours = try cells.end(of: stretches, from: numbers)
    for cell in numbers..<neighbours { try cells.cell(cell, below: symbols) }
    let backwards = try cells.end(of: symbols + 1, from: neighbours)
    for cell in neighbours..<backwards { try cells.cell(cell, below: 4) }
    let forwards = try checkDirection(at: backwards, symbols)
    _ = try checkDirection(at: forwards, symbols)
  }

  private func checkDirection(at place: Int, _ symbols: Int) throws(EngineProblem) -> Int {
    try cells.cell(place) == 0 ? checkSteps(at: place, symbols) : checkTable(at: place, symbols)
  }

  /// States, width, four first states, cells of ways, two ways in each: the next state, and a bit.
  private func checkTable(at place: Int, _ symbols: Int) throws(EngineProblem) -> Int {
    let (states, width, count) = (try cells.cell(place + 1), try cells.cell(place + 2), try cells.cell(place + 7))
    try cells.require(width == symbols + 1 && states > 0 && states <= count * 2 / width)
    for start in place + 3..<place + 7 { try cells.cell(start, below: states) }
    let end = try cells.end(of: count, from: place + 8)
    for cell in place + 8..<end {
      let two = try cells.cell(cell)
      try cells.require(two >> 17 < states && (two & 0xFFFF) >> 1 < states)
    }
    return end
  }

  /// Steps, the first, cells of a set, sets; then the steps (kind and two values) and the sets.
  private func checkSteps(at place: Int, _ symbols: Int) throws(EngineProblem) -> Int {
    let (count, width, sets) = (try cells.cell(place + 1), try cells.cell(place + 3), try cells.cell(place + 4))
    try cells.cell(place + 2, below: count)
    try cells.require(width == symbols / 32 + 1)
    let rows = try cells.end(of: count * 3, from: place + 5)
    for step in stride(from: place + 5, to: rows, by: 3) {
      switch try cells.cell(step) {
      case 0:
        try cells.cell(step + 1, below: sets)
        try cells.cell(step + 2, below: count)
      case 1: try cells.cell(step + 2, below: count)
      case 2:
        try cells.cell(step + 1, below: count)
        try cells.cell(step + 2, below: count)
      default: break
      }
    }
    return try cells.end(of: sets * width, from: rows)
  }
}
