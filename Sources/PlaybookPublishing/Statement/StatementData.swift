import DecisionModel

extension StatementOfReasons {
  /// The statement as data: the attributes of the Commission's DSA Transparency Database where it has some, in its words
  /// (<https://transparency.dsa.ec.europa.eu/page/api-documentation>), then what Article 17(3) asks for beyond.
  ///
  /// The author's words and the whole text stand under `statement`, which is for the author: the database takes no
  /// personal data, and what is sent there leaves that member out.
  ///
  /// - Parameter category: what the database calls the sort of violation, which a playbook does not know.
  public func json(category: String = StatementOfReasons.usualCategory) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      restrictionMembers(&writer)
      writer.member("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT")
      writer.member("incompatible_content_ground", "\(rulesTitle), rule \(rule.number)")
      writer.member("incompatible_content_explanation", String(rule.text.prefix(2000)))
      writer.member("incompatible_content_illegal", "No")
      writer.member("content_type", ["CONTENT_TYPE_TEXT"])
      writer.member("category", category)
      writer.member("territorial_scope", StatementOfReasons.economicArea)
      writer.member("content_date", (posted ?? decided).day(in: zone))
      writer.member("application_date", decided.day(in: zone))
      writer.member("decision_facts", facts)
      writer.member("source_type", "SOURCE_VOLUNTARY")
      writer.member("automated_detection", "Yes")
      writer.member("automated_decision", automatedDecision)
      writer.member("puid", identity)
      writer.object("statement", statementMembers)
    }
    return writer.bytes
  }

  /// What fits where nothing more is known: a violation of the terms that no other category names.
  public static let usualCategory = "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"

  private func restrictionMembers(_ writer: inout JSONWriter) {
    let visibility = restrictions.compactMap { visibilities[$0.action] ?? ($0.action.isEmpty ? other : nil) }
    writer.member("decision_visibility", visibility)
    let others = restrictions.filter(\.action.isEmpty).map(\.words)
    writer.member(
      "decision_visibility_other", others.isEmpty ? nil : String(others.joined(separator: "; ").prefix(500)))
    writer.member("end_date_visibility_restriction", end { visibilities[$0.action] != nil || $0.action.isEmpty })
    let mutes = restrictions.contains { $0.action == "mute" }
    writer.member("decision_provision", mutes ? "DECISION_PROVISION_PARTIAL_SUSPENSION" : nil)
    writer.member("end_date_service_restriction", end { $0.action == "mute" })
    let blocks = restrictions.contains { $0.action == "block" }
    writer.member("decision_account", blocks ? "DECISION_ACCOUNT_SUSPENDED" : nil)
    writer.member("end_date_account_restriction", end { $0.action == "block" })
  }

  /// The day on which the last of some restrictions ends; nil where one of them stays.
  private func end(_ isMeant: (Restriction) -> Bool) -> String? {
    let ends = restrictions.filter(isMeant).map(\.end)
    return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()?.day(in: zone)
  }

  private var facts: String {
    let found = words.isEmpty ? "by what is known of it" : "by words that stand in it"
    return "A program compared the comment with the published rules, and found it to break the one named \(found)."
  }

  private var automatedDecision: String {
    switch decider {
    case .program: "AUTOMATED_DECISION_FULLY"
    case .personWithProgram: "AUTOMATED_DECISION_PARTIALLY"
    }
  }

  /// Names the statement and not the comment, whose identity says whose it is.
  private var identity: String {
    "decorum-" + hexadecimal(sha256(comment + Array(decided.description.utf8)).prefix(16))
  }

  /// What Article 17(3) asks for and the database does not have, for the author alone.
  private func statementMembers(_ writer: inout JSONWriter) {
    writer.member("comment", comment)
    writer.array("found", of: words) { $0.string($1) }
    writer.object("redress") {
      $0.member("contact", objection.contact)
      $0.member("until", objection.until)
      $0.member("within", objection.until == nil ? objection.within.map(NumbersInWords.allowance) : nil)
      $0.member("answered_within", objection.answeredWithin.map(NumbersInWords.allowance))
      $0.member("others", ["out-of-court dispute settlement", "judicial redress"])
    }
    writer.member("text", text)
  }

  /// The countries of the European Economic Area: our pages are one and the same in all of them.
  static let economicArea = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
    "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
  ]
}

private let other = "DECISION_VISIBILITY_OTHER"

private let visibilities = [
  "remove": "DECISION_VISIBILITY_CONTENT_REMOVED", "hide": "DECISION_VISIBILITY_CONTENT_DISABLED",
  "lock": "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
]

extension Instant {
  fileprivate func day(in zone: ZoneTable) -> String { zone.localTime(at: self).date.description }
}
