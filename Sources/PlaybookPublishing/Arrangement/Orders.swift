import DecisionModel
import PlaybookModel

/// What is ordered, and by when and where an answer stands, in words.
extension Arrangement {
  /// "block for 90 days", "tell *Duty manager*".
  func order(_ action: OrderedAction) -> Prose {
    var order = Prose(titles.action(action.name))
    if let team = action.team { order.append(" \(titles.link(.team, team))" as Prose) }
    let within = action.terms.within.map { "within \(NumbersInWords.allowance($0))" }
    for words in [action.terms.duration.map(durationInWords), within, wait(action.terms)].compactMap({ $0 }) {
      order.append(" \(words)")
    }
    let details = [approvals(action.terms), reach(action.terms), lift(action.terms)].compactMap { $0 }
    if !details.isEmpty { order.append(" (\(details.joined(separator: "; ")))" as Prose) }
    return order
  }

  /// "once *Duty manager* agrees", "once 2 of *Legal* and *Duty manager* agree".
  func agreement(_ approval: Approval) -> Prose {
    if approval.count > 1 { return "once \(approval.count) of \(teams(approval.teams)) agree" }
    return "once \(teams(approval.teams, joinedWith: "or")) agrees"
  }

  private func approvals(_ terms: ActionTerms) -> Prose? {
    terms.approvals.isEmpty ? nil : terms.approvals.map(agreement).joined(with: "and")
  }

  /// "in 24 hours, unless it is edited".
  private func wait(_ terms: ActionTerms) -> String? {
    terms.wait.map { "after \(NumbersInWords.length($0.length))" + ($0.unlessEdited ? ", unless it is edited" : "") }
  }

  private func reach(_ terms: ActionTerms) -> Prose? {
    terms.alsoLast.map { "with the author’s other comments on the ladder of the last \(NumbersInWords.length($0))" }
  }

  private func lift(_ terms: ActionTerms) -> Prose? {
    guard let lift = terms.lift else { return nil }
    let by: Prose = lift.by.map { " by \(titles.link(.team, $0))" } ?? ""
    return "lifted sooner\(by)\(lift.onRequest ? " if the author asks" : "")"
  }

  /// "keep a copy, hide it and block for 90 days".
  func orders(_ actions: [OrderedAction], joinedWith word: String = "and") -> Prose {
    actions.map(order).joined(with: word)
  }

  /// "keep a copy and hide it, once *Legal* agrees"; nil where nothing is ordered.
  func deedsInShort(_ orders: Orders) -> Prose? {
    if orders.must.isEmpty { return nil }
    return self.orders(orders.must) + (orders.approval.map { ", \(agreement($0))" } ?? "")
  }

  /// Teams, linked.
  func teams(_ names: [String], joinedWith word: String = "and") -> Prose {
    names.map { titles.link(.team, $0) }.joined(with: word)
  }

  /// "within 60 minutes, but not in the first 2 minutes".
  func time(_ reply: Reply) -> String {
    let within = reply.within.map { "within \(NumbersInWords.allowance($0))" }
    let pause = reply.notBefore.map {
      "not in the first \($0.count == 1 ? $0.unit.singular : NumbersInWords.length($0))"
    }
    return [within, pause].compactMap { $0 }.joined(separator: ", but ")
  }

  /// "Customer care answers in public, within 60 minutes."
  func answer(of response: Response) -> Prose {
    let owner = response.owner.map { titles.link(.team, $0) } ?? "Somebody"
    guard let reply = response.reply else { return "\(owner) takes these steps." }
    let time = time(reply)
    let verb = reply.isOptional ? "may answer" : "answers"
    let approval: Prose = response.approval.map { ", \(agreement($0))" } ?? ""
    return "\(owner) \(verb) \(reply.place.words)\(time.isEmpty ? "" : ", \(time)")\(approval)."
  }
}

/// "for 90 days", "for 1 day or 7 days", "for 30 to 90 days", "until it is resolved".
func durationInWords(_ duration: ActionDuration) -> String {
  switch duration {
  case .untilResolved: "until it is resolved"
  case .exactly(let length): "for \(NumbersInWords.length(length))"
  case .oneOf(let lengths): "for \(lengths.map { Prose(NumbersInWords.length($0)) }.joined(with: "or").plainText)"
  case .between(let first, let last): "for \(NumbersInWords.length(first)) to \(NumbersInWords.length(last))"
  }
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
