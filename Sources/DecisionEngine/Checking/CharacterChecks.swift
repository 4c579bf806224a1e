import DecisionModel

/// Checks the tables over all characters.
func checkCharacters(of image: ProgramImage) throws(EngineProblem) {
  try TwoStages<UInt16>(image, .kinds).check()
  try TwoStages<Int32>(image, .simpleFolds).check()
  try TwoStages<UInt8>(image, .combiningClasses).check()
  let sequences = try countOfSequences(SoundCells(image, .foldSequences), width: 4, image)
  try TwoStages<UInt16>(image, .folds).check { $0 < sequences }
  let owns = try countOfSequences(SoundCells(image, .ownFoldBytes), width: 1, image)
  try TwoStages<UInt16>(image, .ownFolds).check { $0 < owns }
  let entries = image.bytes(of: .shapeEntries).count / 8
  try TwoStages<UInt16>(image, .shapes).check { $0 < entries }
  let compositions = SoundCells(image, .compositions)
  try compositions.require(try compositions.cell(0) <= max(0, compositions.cells.count - 1) / 3)
}

/// A table of two stages: the number of each block of 128 characters, then the blocks.
private struct TwoStages<Number: FixedWidthInteger & Sendable> {
  private let cells: SoundCells
  private let bytes: UnsafeRawBufferPointer
  private static var blocks: Int { 0x11_0000 / 128 }

  init(_ image: ProgramImage, _ section: ProgramSection) {
    cells = SoundCells(image, section)
    bytes = image.bytes(of: section)
  }

  /// - Parameter isSound: What the number of a character has to be.
  func check(_ isSound: (Int) -> Bool = { _ in true }) throws(EngineProblem) {
    if bytes.isEmpty { return }
    let size = 128 * MemoryLayout<Number>.size
    try cells.require(bytes.count >= Self.blocks * 2 + size)
    let count = (bytes.count - Self.blocks * 2) / size
    let blocks = UnsafeRawBufferPointer(rebasing: bytes[..<(Self.blocks * 2)]).bindMemory(to: UInt16.self)
    try cells.require(blocks.allSatisfy { $0 < count })
    let end = Self.blocks * 2 + count * size
    let numbers = UnsafeRawBufferPointer(rebasing: bytes[Self.blocks * 2..<end]).bindMemory(to: Number.self)
    try cells.require(numbers.allSatisfy { isSound(Int($0)) })
  }
}

/// How many sequences there are: a count, the place at which each begins, and where the last ends; then what is in them.
private func countOfSequences(
  _ cells: SoundCells, width: Int, _ image: ProgramImage
) throws(EngineProblem) -> Int {
  let count = try cells.cell(0)
  if cells.cells.isEmpty { return 1 }
  try cells.require(count > 0 && count <= cells.cells.count - 2)
  let content = (image.bytes(of: cells.section).count - (count + 2) * 4) / width
  var last = 0
  for place in 1...count + 1 {
    let next = try cells.cell(place, below: content + 1)
    try cells.require(next >= last)
    last = next
  }
  return count
}
