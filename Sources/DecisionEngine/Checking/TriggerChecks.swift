import DecisionModel

/// Checks the rows of characters that wake expressions.
func checkTriggers(of image: ProgramImage) throws(EngineProblem) {
  let cells = SoundCells(image, .triggers)
  guard !cells.cells.isEmpty else { return }
  let expressions = try SoundCells(image, .expressions).cell(0)
  let start = try cells.endOfList(at: 0, below: expressions)
  let end = try cells.end(of: try cells.cell(start), from: start + 1)
  let lists = try places(ofLists: cells, from: start + 1, to: end, expressions)
  var place = end
  for _ in 0..<3 { place = try endOfRows(cells, from: place, start + 1, lists) }
}

/// Behind the first cell, lists one after the other, none of them empty; each cell is twice an expression, or one more.
private func places(
  ofLists cells: SoundCells, from start: Int, to end: Int, _ expressions: Int
) throws(EngineProblem) -> Beginnings {
  var places = Beginnings(cells)
  var place = start + 1
  while place < end {
    places.add(place)
    let next = try cells.endOfList(at: place, below: expressions * 2)
    try cells.require(next > place + 1 && next <= end)
    place = next
  }
  return places
}

/// How many rows there are, which lengths occur, bits for what they begin with, then rows of list, characters and length.
private func endOfRows(
  _ cells: SoundCells, from start: Int, _ firstList: Int, _ lists: Beginnings
) throws(EngineProblem) -> Int {
  guard try cells.cell(start) != 0 else { return start + 1 }
  let lengths = try cells.cell(start + 1, below: 32)
  let bits = (lengths & 0xE == 0 ? 0 : 1) + (lengths >> 4)
  let tail = try cells.end(of: bits * 2048, from: start + 2)
  let shift = try cells.cell(tail, below: 32)
  try cells.require(shift >= 8)
  let end = try cells.end(of: (1 << (32 - shift)) * 4, from: tail + 1)
  var hasEmpty = false
  for place in stride(from: tail + 1, to: end, by: 4) {
    let list = try cells.cell(place)
    hasEmpty = hasEmpty || list == 0
    if list != 0 { try cells.require(lists.contains(firstList + list)) }
  }
  try cells.require(hasEmpty)
  return end
}
