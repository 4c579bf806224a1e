import DecisionModel

/// Checks the words of phrases, the nodes that they lead to, and the ways between them.
func checkPhrases(of image: ProgramImage, _ lists: Beginnings, _ counts: ProgramCounts) throws(EngineProblem) {
  let nodes = SoundCells(image, .nodes)
  try checkNodes(nodes, SoundCells(image, .nodeTerms), lists, counts)
  let nodeCount = nodes.cells.count / 4
  try checkWords(SoundCells(image, .words), SoundCells(image, .wordBuckets), nodes, counts)
  try checkWays(SoundCells(image, .ways), nodeCount)
  try checkSieve(SoundCells(image, .wordSieve))
}

/// By node: where its terms start and end, its special phrases, the letters of its word.
private func checkNodes(
  _ nodes: SoundCells, _ terms: SoundCells, _ lists: Beginnings, _ counts: ProgramCounts
) throws(EngineProblem) {
  try nodes.require(nodes.cells.count.isMultiple(of: 4))
  for place in stride(from: 0, to: nodes.cells.count, by: 4) {
    let end = try nodes.cell(place + 1, below: terms.cells.count + 1)
    try nodes.cell(place, below: end + 1)
    let list = try nodes.cell(place + 2)
    try nodes.require(list == 0 || lists.contains(list))
    try nodes.cell(place + 3, below: counts.letters + 1)
  }
  for place in terms.cells.indices { try terms.cell(place, below: counts.terms) }
}

/// A word's bucket displaces its place among rows, as many as a power of two; so a displacement that is less than all rows
/// leads to one of them.
private func checkWords(
  _ words: SoundCells, _ buckets: SoundCells, _ nodes: SoundCells, _ counts: ProgramCounts
) throws(EngineProblem) {
  try words.require(words.cells.isEmpty == buckets.cells.isEmpty)
  guard !words.cells.isEmpty else { return }
  let rows = try count(ofRowsBy: words.cell(0), words)
  try words.require(words.cells.count >= WordRow.headerWidth + rows * WordRow.width)
  for place in stride(from: WordRow.headerWidth, to: WordRow.headerWidth + rows * WordRow.width, by: WordRow.width) {
    let length = Int(words.cells[place + 4] & WordRow.lengthMask)
    let node = try words.cell(place + 5, below: max(1, nodes.cells.count / 4))
    guard length > 16 else { continue }
    try nodes.require(Int(nodes.cells[node * 4 + 3]) + length <= counts.letters)
  }
  let bucketCount = try count(ofRowsBy: buckets.cell(0), buckets)
  _ = try buckets.end(of: bucketCount, from: 1)
  for place in 1...bucketCount { try buckets.cell(place, below: rows) }
}

/// Rows found by their hashes: node, word, the node behind it. One row at the least is empty, at which a search comes to its
/// end.
private func checkWays(_ ways: SoundCells, _ nodeCount: Int) throws(EngineProblem) {
  guard !ways.cells.isEmpty else { return }
  let rows = try count(ofRowsBy: ways.cell(0), ways)
  let start = WayRow.headerWidth
  try ways.require(ways.cells.count >= start + rows * WayRow.width)
  var hasEmpty = false
  for place in stride(from: start, to: start + rows * WayRow.width, by: WayRow.width) {
    hasEmpty = hasEmpty || ways.cells[place] == 0
    if ways.cells[place] != 0 { try ways.cell(place + 2, below: nodeCount) }
  }
  try ways.require(hasEmpty)
}

/// Cells for one word, for two and for three, as many as their shifts say.
private func checkSieve(_ sieve: SoundCells) throws(EngineProblem) {
  guard !sieve.cells.isEmpty else { return }
  var end = WordSieve.headerWidth
  for place in 0..<WordSieve.headerWidth {
    let shift = try sieve.cell(place)
    try sieve.require(WordSieve.shifts.contains(shift))
    end += 1 << (32 - shift)
  }
  try sieve.require(sieve.cells.count >= end)
}

/// How many rows there are of which places are what remains of 32 bits that are shifted so far.
private func count(ofRowsBy shift: Int, _ cells: SoundCells) throws(EngineProblem) -> Int {
  try cells.require(shift >= 8 && shift <= 28)
  return 1 << (32 - shift)
}
