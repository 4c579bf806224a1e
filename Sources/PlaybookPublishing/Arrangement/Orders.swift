import DecisionModel
import PlaybookModel

/// What is ordered, and by when and where an answer stands, in words.
extension Arrangement {
  /// "block for 90 days", "tell *Duty manager*".
  func order(_ action: OrderedAction) -> Prose {
    var order = Prose(titles.action(action.name))
    if let team = action.team { order.append(" \(titles.link(.team, team))" as Prose) }
    if let lengths = lengthInWords(action.lengths) { order.append(" \(lengths)") }
    return order
  }

  /// "keep a copy, hide it and block for 90 days".
  func orders(_ actions: [OrderedAction], joinedWith word: String = "and") -> Prose {
    actions.map(order).joined(with: word)
  }

  /// Teams, linked.
  func teams(_ names: [String], joinedWith word: String = "and") -> Prose {
    names.map { titles.link(.team, $0) }.joined(with: word)
  }

  /// "within 60 minutes, but not in the first 2 minutes".
  func time(_ reply: Reply) -> String {
    let within = reply.within.map { "within \(NumbersInWords.allowance($0))" }
    let pause = reply.notBefore.map { "not in the first \(NumbersInWords.length($0))" }
    return [within, pause].compactMap { $0 }.joined(separator: ", but ")
  }

  /// "Customer care answers in public, within 60 minutes."
  func answer(of response: Response) -> Prose {
    let owner = response.owner.map { titles.link(.team, $0) } ?? "Somebody"
    guard let reply = response.reply else { return "\(owner) takes these steps." }
    let time = time(reply)
    let verb = reply.isOptional ? "may answer" : "answers"
    return "\(owner) \(verb) \(reply.place.words)\(time.isEmpty ? "" : ", \(time)")."
  }
}

/// "for 90 days", "for 1 day to 7 days".
func lengthInWords(_ lengths: [Length]) -> String? {
  guard let first = lengths.first, let last = lengths.last else { return nil }
  let (shortest, longest) = (NumbersInWords.length(first), NumbersInWords.length(last))
  return lengths.count == 1 || shortest == longest ? "for \(shortest)" : "for \(shortest) to \(longest)"
}

extension ReplyPlace {
  var words: String {
    switch self {
    case .publicly: "in public"
    case .privately: "in private"
    case .same: "where the comment stands"
    }
  }
}

extension Wording {
  /// The words to say, in quotation marks. What is filled in stands in brackets: facts by their names, blanks as they are.
  func prose(_ english: PlainEnglish) -> Prose {
    let words = pieces.map { piece -> Prose in
      switch piece {
      case .text(let text): Prose(text)
      case .fact(let name): .emphasis("[\(english.phrase(of: name).subject.plainText)]")
      case .blank(let what): .emphasis("[\(what)]")
      }
    }
    return .quoted(words.joined(separator: ""))
  }
}
