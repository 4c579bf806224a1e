package import DecisionModel

// How the engine chooses and fills what a playbook would say.
extension Situation {
  /// One of the wordings of a clause, its facts filled in; nil where there is none.
  ///
  /// Which one depends on the clause, the comment and what the author was told last, so that replies vary and yet are
  /// always the same. One that needs a fact which is not given is passed over; if none is left, the fact becomes a blank.
  package func say(_ wordings: [Wording], anchor: String) -> String? {
    chosenWording(of: wordings, anchor: anchor).map { filled(wordings[$0]) }
  }

  /// The place of the wording that is said.
  func chosenWording(of wordings: [Wording], anchor: String) -> Int? {
    let usable = wordings.indices.filter { place in wordings[place].facts.allSatisfy { fact($0) != nil } }
    let choices = usable.isEmpty ? Array(wordings.indices) : usable
    guard !choices.isEmpty else { return nil }
    let hash = fnv1a(Array(anchor.utf8) + [0] + (comment.id ?? readText))
    let picked = Int(hash % UInt64(choices.count))
    let isWorn = comment.said[Array(anchor.utf8)] == choices[picked]
    return choices[isWorn ? (picked + 1) % choices.count : picked]
  }

  private func filled(_ wording: Wording) -> String {
    wording.pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .fact(let name): text += fact(name)?.text ?? "[\(name)]"
      case .blank(let name): text += "[\(name)]"
      }
    }
  }
}

/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo), or how it goes on from the hash of what stands before.
@inline(__always)
func fnv1a(_ bytes: some Sequence<UInt8>, from hash: UInt64 = 14_695_981_039_346_656_037) -> UInt64 {
  bytes.reduce(hash) { hash, byte in (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
}
