import DecisionModel

/// The cells of a section, each looked at only where it is. The engine reads tables without looking; so whatever one of
/// them says of itself or of another is checked once, when a program is opened.
struct SoundCells {
  let section: ProgramSection
  let cells: UnsafeBufferPointer<UInt32>

  init(_ image: ProgramImage, _ section: ProgramSection) {
    self.section = section
    cells = image.numbers(of: section)
  }

  /// A section that the program does not have reads as zeros.
  func cell(_ place: Int) throws(EngineProblem) -> Int {
    if cells.isEmpty { return 0 }
    try require(place >= 0 && place < cells.count)
    return Int(cells[place])
  }

  /// A cell that counts or names something of which there are so many.
  @discardableResult
  func cell(_ place: Int, below count: Int) throws(EngineProblem) -> Int {
    let value = try cell(place)
    try require(value < count)
    return value
  }

  /// Where a list of so many cells ends that begins at a place.
  func end(of count: Int, from place: Int) throws(EngineProblem) -> Int {
    try require(cells.isEmpty || count <= cells.count - place)
    return place + count
  }

  /// Where a list ends that begins with its count; each of its cells names something of which there are so many.
  func endOfList(at place: Int, below count: Int) throws(EngineProblem) -> Int {
    let end = try end(of: try cell(place), from: place + 1)
    for item in place + 1..<end { try cell(item, below: count) }
    return end
  }

  func require(_ isSound: Bool) throws(EngineProblem) {
    guard isSound else {
      throw EngineProblem(
        "The program contradicts itself: its part `\(section)` leads beyond its end, or to what is not there.")
    }
  }
}

/// How many there are of what tables name.
struct ProgramCounts {
  let texts: Int
  let numbers: Int
  let terms: Int
  let searches: Int
  let letters: Int

  init(_ image: ProgramImage) throws(EngineProblem) {
    texts = try SoundCells(image, .texts).cell(0)
    numbers = image.numbers(of: .numbers, as: UInt64.self).count
    terms = try SoundCells(image, .terms).cell(0)
    searches = try SoundCells(image, .searches).cell(0)
    letters = image.bytes(of: .wordBytes).count
  }
}

/// Refuses a program of which a table leads beyond its end. Its rules and texts were read before.
func checkTables(of image: ProgramImage, _ program: DecisionProgram) throws(EngineProblem) {
  let counts = try ProgramCounts(image)
  try checkCharacters(of: image)
  try checkSearches(of: image, counts)
  try checkSpecials(of: image, counts)
  try checkExpressions(of: image, counts)
  try checkTriggers(of: image)
  try checkDisguises(of: image, counts)
  try checkConditions(of: image, program, counts)
}
