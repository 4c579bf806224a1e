import CommentText

/// Finds the names of groups in a text, and puts those of other groups in their place.
struct NameFinder: Sendable {
  /// A swap that can be made in a text.
  struct Swap: Hashable, Sendable {
    let table: Int
    let from: Int
    let to: Int
    /// Whether words that can be read in two ways are read in the second.
    var readsOtherwise = false
  }

  /// A text in which a swap was made, with the places of what was put in, in Unicode scalars.
  struct Swapped {
    let text: [UInt8]
    let places: [Range<Int>]
    /// Where the names stood in the text before.
    let places0: [Range<Int>]
  }

  private struct Form {
    let table: Int
    let row: Int
    let group: Int
  }

  let tables: [GroupTable]
  private let forms: [Form]
  private let search: TermSet

  init(_ tables: [GroupTable]) {
    self.tables = tables
    var forms: [Form] = [], phrases: [Phrase] = []
    for (table, groups) in tables.enumerated() {
      for (row, cells) in groups.rows.enumerated() {
        for (group, cell) in cells.enumerated() {
          guard let cell, cell.isFound, let phrase = try? Phrase(cell.text) else { continue }
          forms.append(Form(table: table, row: row, group: group))
          phrases.append(phrase)
        }
      }
    }
    self.forms = forms
    search = TermSet(terms: phrases)
  }

  /// The names in a text, of those that meet the longest.
  private func names(in text: WrittenText) -> [(form: Form, range: Range<Int>)] {
    var names: [(form: Form, range: Range<Int>)] = []
    for found in search.occurrences(in: text).sorted(by: Self.isEarlierOrLonger) {
      let form = forms[found.term]
      let meetsOther = names.contains { $0.form.table == form.table && $0.range.overlaps(found.range) }
      if !meetsOther { names.append((form, found.range)) }
    }
    return names
  }

  private static func isEarlierOrLonger(_ one: TermOccurrence, _ other: TermOccurrence) -> Bool {
    (one.range.lowerBound, -one.range.upperBound, one.term)
      < (other.range.lowerBound, -other.range.upperBound, other.term)
  }

  /// Every swap by which a text changes.
  func swaps(in text: WrittenText) -> [Swap] {
    let names = names(in: text)
    let found = Set(names.map { Swap(table: $0.form.table, from: $0.form.group, to: $0.form.group) })
    return found.sorted { ($0.table, $0.from) < ($1.table, $1.from) }.flatMap { one in
      tables[one.table].groups.indices.filter { $0 != one.from }.compactMap { group -> Swap? in
        let ofGroup = names.filter { $0.form.table == one.table && $0.form.group == one.from }
        let canBe = ofGroup.allSatisfy { form($0.form, of: group) != nil }
        return canBe ? Swap(table: one.table, from: one.from, to: group) : nil
      }
    }
  }

  private func form(_ form: Form, of group: Int) -> GroupTable.Form? {
    let row = tables[form.table].rows[form.row]
    return group < row.count ? row[group] : nil
  }

  /// The text with a swap made: every name of the one group, in the letters in which it is written.
  func swapping(_ swap: Swap, in text: WrittenText) -> Swapped {
    var scalars: [UInt32] = [], places: [Range<Int>] = [], places0: [Range<Int>] = []
    var end = 0
    for (found, range) in names(in: text) where found.table == swap.table && found.group == swap.from {
      guard let form = form(found, of: swap.to) else { continue }
      let name = swap.readsOtherwise ? form.otherwise ?? form.text : form.text
      let written = Array(text.scalars[range])
      let put = name.cased(like: written).unicodeScalars.map(\.value)
      scalars += text.scalars[end..<range.lowerBound]
      places.append(scalars.count..<scalars.count + put.count)
      places0.append(range)
      scalars += put
      end = range.upperBound
    }
    return Swapped(
      text: UTF8Text.bytes(of: scalars + text.scalars[end...]), places: places, places0: places0)
  }
}

extension String {
  /// In capitals, with a capital first, or in small letters, as another word is written.
  fileprivate func cased(like written: [UInt32]) -> String {
    let model = String(String.UnicodeScalarView(written.compactMap(Unicode.Scalar.init)))
    if model.count > 1, model == model.uppercased(), model != model.lowercased() { return uppercased() }
    if model == model.lowercased() { return lowercased() }
    return prefix(1).uppercased() + dropFirst()
  }
}
