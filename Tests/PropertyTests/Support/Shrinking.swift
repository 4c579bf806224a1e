// Cases made smaller: part after part is left out while the property still breaks.
extension RandomCase {
  /// - Parameter stillFails: whether a smaller case breaks the property as well.
  func smallest(_ stillFails: (RandomCase) -> Bool) -> RandomCase {
    var smallest = self
    if let comment = comments.first(where: { comment in stillFails(smallest.with { $0.comments = [comment] }) }) {
      smallest.comments = [comment]
    }
    var tries = 3_000
    var isShrinking = true
    while isShrinking, tries > 0 {
      isShrinking = false
      for smaller in smallest.oneSmaller {
        tries -= 1
        guard tries > 0 else { break }
        guard stillFails(smaller) else { continue }
        smallest = smaller
        isShrinking = true
        break
      }
    }
    return smallest
  }

  private func with(_ change: (inout RandomCase) -> Void) -> RandomCase {
    var changed = self
    change(&changed)
    return changed
  }

  /// Every case with one part less, the large parts first.
  private var oneSmaller: [RandomCase] {
    playbook.oneSmaller.map { playbook in with { $0.playbook = playbook } }
      + comments.indices.flatMap { place in
        comments[place].oneSmaller.map { comment in with { $0.comments[place] = comment } }
      }
  }
}

extension RandomComment {
  fileprivate var oneSmaller: [RandomComment] {
    pieces.indices.map { place in with { $0.pieces.remove(at: place) } }
      + facts.indices.map { place in with { $0.facts.remove(at: place) } }
      + histories.indices.map { place in with { $0.histories.remove(at: place) } }
      + earlier.indices.map { place in with { $0.earlier.remove(at: place) } }
      + modes.indices.map { place in with { $0.modes.remove(at: place) } }
  }

  private func with<Removed>(_ change: (inout RandomComment) -> Removed) -> RandomComment {
    var changed = self
    _ = change(&changed)
    return changed
  }
}

extension Tree {
  /// Every tree with one item or entry less, those near the root first; no collection becomes empty.
  fileprivate var oneSmaller: [Tree] {
    switch self {
    case .scalar: return []
    case .list(let items):
      let shorter = items.count < 2 ? [] : items.indices.map { place in Tree.list(items.without(place)) }
      return shorter
        + items.indices.flatMap { place in
          items[place].oneSmaller.map { smaller in .list(items.replacing(place, with: smaller)) }
        }
    case .mapping(let entries):
      let shorter = entries.count < 2 ? [] : entries.indices.map { place in Tree.mapping(entries.without(place)) }
      return shorter
        + entries.indices.flatMap { place in
          entries[place].value.oneSmaller.map { smaller in
            .mapping(entries.replacing(place, with: Entry(entries[place].key, smaller)))
          }
        }
    }
  }
}

extension Array {
  fileprivate func without(_ place: Int) -> [Element] {
    var shorter = self
    shorter.remove(at: place)
    return shorter
  }

  fileprivate func replacing(_ place: Int, with element: Element) -> [Element] {
    var changed = self
    changed[place] = element
    return changed
  }
}
