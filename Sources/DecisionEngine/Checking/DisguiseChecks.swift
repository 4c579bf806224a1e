import DecisionModel

/// Checks the phrases that are sought in disguise.
func checkDisguises(of image: ProgramImage, _ counts: ProgramCounts) throws(EngineProblem) {
  let cells = SoundCells(image, .disguises)
  var place = 1
  for _ in 0..<(try cells.cell(0)) {
    try cells.cell(place, below: counts.terms)
    let steps = try cells.cell(place + 3)
    let loops = try cells.end(of: steps * 5, from: place + 4)
    try cells.require(!hasRun(ofNothing: cells, from: place + 4, to: loops))
    place = try cells.end(of: (steps + 1) * 2, from: loops)
    for loop in stride(from: loops, to: place, by: 2) {
      if try cells.cell(loop) == Int(DisguisedPhrase.letterLoop) { try cells.cell(loop + 1, below: steps) }
    }
  }
}

/// Whether many steps stand one after the other that take nothing: a walk goes over them at once.
private func hasRun(ofNothing cells: SoundCells, from start: Int, to end: Int) -> Bool {
  var run = 0
  for place in stride(from: start, to: min(end, cells.cells.count), by: 5) {
    run = cells.cells[place] == DisguisedPhrase.Step.nothing ? run + 1 : 0
    if run > 64 { return true }
  }
  return false
}
