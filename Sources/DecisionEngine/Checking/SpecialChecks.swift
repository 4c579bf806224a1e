import DecisionModel

/// Checks phrases with a `*` or with signs, then all others, and the tables that lead to them.
func checkSpecials(of image: ProgramImage, _ counts: ProgramCounts) throws(EngineProblem) {
  let specials = try placesOfSpecials(SoundCells(image, .specials), counts)
  let lists = try placesOfLists(SoundCells(image, .specialLists), specials)
  for section in [ProgramSection.beginnings, .endings, .inners] {
    try checkLetters(SoundCells(image, section), lists, counts)
  }
  let any = SoundCells(image, .anyWord)
  let list = try any.cell(0)
  try any.require(list == 0 || lists.contains(list))
  try checkSigns(SoundCells(image, .signs), counts)
  try checkPhrases(of: image, lists, counts)
}

/// Which cells something begins at.
struct Beginnings {
  private var isOne: [Bool]

  init(_ cells: SoundCells) { isOne = Array(repeating: false, count: cells.cells.count) }

  mutating func add(_ place: Int) { isOne[place] = true }
  func contains(_ place: Int) -> Bool { place < isOne.count && isOne[place] }
}

/// Term, signs before, words (flags, place and length of letters, apostrophes), signs after.
private func placesOfSpecials(_ cells: SoundCells, _ counts: ProgramCounts) throws(EngineProblem) -> Beginnings {
  var places = Beginnings(cells)
  var place = 0
  while place < cells.cells.count {
    places.add(place)
    try cells.cell(place, below: counts.terms)
    place = try cells.end(of: try cells.cell(place + 1), from: place + 2)
    let words = try cells.cell(place)
    try cells.require(words > 0)
    place += 1
    for _ in 0..<words {
      let length = try cells.cell(place + 2, below: counts.letters + 1)
      try cells.cell(place + 1, below: counts.letters - length + 1)
      place = try cells.end(of: 4, from: place)
    }
    place = try cells.end(of: try cells.cell(place), from: place + 1)
  }
  return places
}

/// Behind the first cell, lists one after the other, none of them empty.
private func placesOfLists(_ cells: SoundCells, _ specials: Beginnings) throws(EngineProblem) -> Beginnings {
  var places = Beginnings(cells)
  var place = 1
  while place < cells.cells.count {
    places.add(place)
    let end = try cells.end(of: try cells.cell(place), from: place + 1)
    try cells.require(end > place + 1)
    for item in place + 1..<end { try cells.require(specials.contains(try cells.cell(item))) }
    place = end
  }
  return places
}

/// Lengths, then rows found by their hashes: list, hash, place and length of letters. One row at the least is empty, at
/// which a search comes to its end.
private func checkLetters(_ cells: SoundCells, _ lists: Beginnings, _ counts: ProgramCounts) throws(EngineProblem) {
  let lengths = try cells.cell(0)
  guard lengths > 0 else { return }
  let start = try cells.end(of: lengths, from: 1)
  let shift = try cells.cell(start, below: 32)
  try cells.require(shift >= 8)
  let rows = 1 << (32 - shift)
  _ = try cells.end(of: rows * 4, from: start + 1)
  var hasEmpty = false
  for place in stride(from: start + 1, to: start + 1 + rows * 4, by: 4) {
    let list = try cells.cell(place)
    hasEmpty = hasEmpty || list == 0
    guard list != 0 else { continue }
    try cells.require(lists.contains(list))
    let length = try cells.cell(place + 3, below: counts.letters + 1)
    try cells.cell(place + 2, below: counts.letters - length + 1)
  }
  try cells.require(hasEmpty)
}

private func checkSigns(_ cells: SoundCells, _ counts: ProgramCounts) throws(EngineProblem) {
  var place = 1
  for _ in 0..<(try cells.cell(0)) {
    try cells.cell(place, below: counts.terms)
    place = try cells.end(of: try cells.cell(place + 1), from: place + 2)
  }
}
