import DecisionModel

extension StatementOfReasons {
  /// The statement as it is sent: plain sentences, a blank line between them.
  public var text: String {
    [deed, ground, circumstances, decidedBy, scope, objecting, otherWays].joined(separator: "\n\n") + "\n"
  }

  /// "We have removed your comment and blocked you until 2 March 2027."
  private var deed: String {
    let deeds = restrictions.map { restriction in
      let end =
        restriction.end.map { " until \(date($0))" } ?? (restriction.untilResolved ? " until it is resolved" : "")
      return restriction.words + end
    }
    return "We have \(deeds.map { Prose($0) }.joined(with: "and").plainText)."
  }

  private var ground: String {
    "The ground is our own rules, which hold for everybody here. Rule \(rule.number) of “\(rulesTitle)” reads: "
      + "“\(rule.text.withFullStop)” We do not say that the comment breaks a law."
  }

  private var circumstances: String {
    guard !words.isEmpty else {
      return "What we found: what is known of the comment and of how it is written breaks this rule."
    }
    let quoted = words.prefix(5).map { Prose("“\(String(decoding: $0, as: UTF8.self))”") }
    return "What we found: your comment says \(quoted.joined(with: "and").plainText)."
  }

  private var decidedBy: String {
    switch decider {
    case .program: "A program found this, and a program decided; no person looked at it before."
    case .personWithProgram: "A program found this, and a person decided."
    }
  }

  private var scope: String { "This holds wherever our pages can be seen, from \(date(decided)) on." }

  private var objecting: String {
    let to = objection.contact.map { "Write to \($0)" } ?? "Write to us"
    let until =
      objection.until.map { " until \(date($0))" }
      ?? objection.within.map { " within \(NumbersInWords.allowance($0))" } ?? ""
    let answer = objection.answeredWithin.map { " We answer within \(NumbersInWords.allowance($0))." } ?? ""
    return "You can object, and a person looks at it anew. \(to)\(until).\(answer)"
  }

  private var otherWays: String {
    "You can also turn to a certified body for out-of-court dispute settlement (Article 21 of Regulation (EU) 2022/2065), "
      + "or to a court."
  }

  private func date(_ instant: Instant) -> String { NumbersInWords.date(zone.localTime(at: instant).date) }
}
