import DecisionModel

/// Checks what is searched for, and the terms.
func checkSearches(of image: ProgramImage, _ counts: ProgramCounts) throws(EngineProblem) {
  let searches = SoundCells(image, .searches), terms = SoundCells(image, .terms)
  try searches.require(counts.searches <= searches.cells.count / 8)
  try terms.require(counts.terms <= terms.cells.count / 4)
  let expressions = try SoundCells(image, .expressions).cell(0), hosts = try SoundCells(image, .hosts).cell(0)
  for place in stride(from: 1, to: 1 + counts.searches * 8, by: 8) {
    let kind = try searches.cell(place, below: 4)
    try searches.cell(place + 1, below: counts.texts)
    let count = try searches.cell(place + 3)
    try searches.require(count <= counts.terms)
    try searches.cell(place + 2, below: counts.terms - count + 1)
    guard kind == 1 || kind == 2 else { continue }
    try searches.require(count <= (kind == 1 ? expressions : hosts))
    try searches.cell(place + 6, below: (kind == 1 ? expressions : hosts) - count + 1)
  }
  for place in stride(from: 1, to: 1 + counts.terms * 4, by: 4) {
    try terms.cell(place, below: counts.searches)
    try terms.cell(place + 1, below: counts.texts)
    try terms.cell(place + 2, below: counts.numbers)
  }
  try checkHosts(SoundCells(image, .hosts))
}

/// Each is a term and its names, rows of characters.
private func checkHosts(_ cells: SoundCells) throws(EngineProblem) {
  var place = 1
  for _ in 0..<(try cells.cell(0)) {
    let names = try cells.cell(place + 1)
    place += 2
    for _ in 0..<names { place = try cells.end(of: try cells.cell(place), from: place + 1) }
  }
}
